import type { Files } from "../../files/index.js";
import type { Ability, Actor } from "../../http/index.js";
import type { Database, UnitOfWork } from "../../platform/db/index.js";
import { PrintRunRepository } from "../data/print-run.repository.js";
import type { Documents, PrintedDocument } from "../printed-document.js";
import type { PrintRun, PrintRunItem } from "./print-run.js";
import type { ZipEntry } from "./zip-stream.js";

export interface ArchiveDependencies {
  readonly db: Database;
  readonly documents: Pick<Documents, "find">;
  readonly files: Pick<Files, "find" | "read">;
  readonly findCase: (tx: UnitOfWork, caseId: string) => Promise<{ readonly kind: string } | undefined>;
  readonly noteRead: (actor: Actor, document: PrintedDocument) => Promise<void>;
}

/** Items looked up at a time. */
const PAGE = 100;

/** `0007 Ratna Pelita, S.Sos..pdf`: in the order of the run, without what file systems refuse. */
const entryName = ({ position, label }: PrintRunItem): string =>
  `${String(position).padStart(5, "0")} ${label.replaceAll(/[^\p{L}\p{N}.,() -]+/gu, "-").slice(0, 120)}.pdf`;

/** The printed documents of a run that this person may read, one after another; each reading is recorded. */
export async function* archiveEntries(
  deps: ArchiveDependencies,
  run: PrintRun,
  actor: Actor,
  ability: Ability,
): AsyncGenerator<ZipEntry> {
  const { db, documents, files, findCase, noteRead } = deps;
  const readable = (item: PrintRunItem) =>
    db.read(async (tx) => {
      const document = await documents.find(tx, item.documentId ?? "");
      const caseFile = document === undefined ? undefined : await findCase(tx, document.caseId);
      if (document === undefined || caseFile === undefined || ability.cannot("read", caseFile)) return undefined;
      const file = await files.find(tx, document.fileId);
      return file === undefined ? undefined : { document, file };
    });

  for (let position = 0; ;) {
    const items = await db.read((tx) => new PrintRunRepository(tx).printedAfter(run.id, position, PAGE));
    for (const item of items) {
      const found = await readable(item);
      if (found === undefined) continue;
      await noteRead(actor, found.document);
      const chunks: Buffer[] = [];
      for await (const chunk of await files.read(found.file)) chunks.push(chunk as Buffer);
      yield { name: entryName(item), bytes: Buffer.concat(chunks) };
    }
    const last = items.at(-1);
    if (last === undefined) return;
    position = last.position;
  }
}
