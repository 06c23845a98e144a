import type { CaseFile, UnitOfWork } from "../../../../src/plugin-api/index.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { PakKonversi } from "./konversi-store.js";

const PREFIX = "Pembatalan PAK nomor ";

/** Title of the case file that cancels a PAK, which keeps the number. */
export const judulPembatalan = (nomor: string): string => `${PREFIX}${nomor}`;

/** The PAK that a case file cancels: its number, of the person it is about. */
export const pakYangDibatalkan = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  { title, subjectNumber }: Pick<CaseFile, "title" | "subjectNumber">,
): Promise<PakKonversi | undefined> => {
  const found = await deps.store(tx).pakByNomor(title.slice(PREFIX.length));
  return found.find(({ nip }) => nip === subjectNumber);
};
