import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentStore, StoredDocument } from "./document-store.js";

/**
 * Keeps documents in a folder: one file with the content, one with everything else, both named by a hash of the document's
 * id. A document is there once the second file is; both are written aside and synced before they get their name.
 */
export function folderDocumentStore(folder: string): DocumentStore {
  const fileOf = (documentId: string, ending: string): string =>
    join(folder, `${createHash("sha256").update(documentId).digest("hex")}.${ending}`);
  const turns = new Map<string, Promise<unknown>>();
  /** One after another for each document: the engine's lock on its data keeps other processes away. */
  const inTurn = <T>(documentId: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(documentId) ?? Promise.resolve()).then(work, work);
    turns.set(documentId, turn);
    const leave = (): void => {
      if (turns.get(documentId) === turn) turns.delete(documentId);
    };
    turn.then(leave, leave);
    return turn;
  };
  return {
    storeId: "local",
    put: (document, content) =>
      inTurn(document.documentId, async () => {
        await mkdir(folder, { recursive: true });
        if ((await textOf(fileOf(document.documentId, "json"))) !== undefined) return false;
        await place(fileOf(document.documentId, "content"), content);
        await place(fileOf(document.documentId, "json"), Buffer.from(JSON.stringify(document)));
        return true;
      }),
    find: async (documentId) => {
      const text = await textOf(fileOf(documentId, "json"));
      return text === undefined ? undefined : (JSON.parse(text) as StoredDocument);
    },
    read: (documentId) => readFile(fileOf(documentId, "content")),
    remove: (documentId) =>
      inTurn(documentId, async () => {
        if ((await textOf(fileOf(documentId, "json"))) === undefined) return false;
        await rm(fileOf(documentId, "json"), { force: true });
        await rm(fileOf(documentId, "content"), { force: true });
        return true;
      }),
  };
}

async function place(path: string, content: Uint8Array): Promise<void> {
  const aside = `${path}.${randomUUID()}.tmp`;
  const file = await open(aside, "wx");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
