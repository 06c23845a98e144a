import { createHash } from "node:crypto";
import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { officialNumber, tanggalWib } from "../../kepegawaian/plugin.js";
import type { DokumenJfk } from "./acuan-cetak.js";
import type { EdupakDeps } from "./edupak-deps.js";

/** Short enough for a counter's name, whatever the id of the instansi is. */
const short = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/**
 * Official number of a document, taken at issue only and kept: a job that runs again does not take a second one.
 * @param key the document, e.g. `spmk-1:2:<case>`; at most 64 characters.
 * @param instansiId whose counter; null = the team's. Source: domain note 1.8.3.
 */
export const takeNumber = (
  deps: EdupakDeps,
  tx: UnitOfWork,
  {
    dokumen,
    key,
    instansiId,
  }: { readonly dokumen: DokumenJfk; readonly key: string; readonly instansiId: string | null },
): Promise<string> => {
  const numbers = deps.numbers(tx);
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const counter = [dokumen.slice("jfk-".length), ...(instansiId === null ? [] : [short(instansiId)]), year].join(":");
  return numbers.officialNumber(key, async () =>
    officialNumber(deps, tx, dokumen, await numbers.nextNumber(`jfk:${counter}`)),
  );
};
