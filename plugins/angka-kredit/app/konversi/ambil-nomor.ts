import { createHash } from "node:crypto";
import type { UnitOfWork } from "../../../../src/plugin-api/index.js";
import { refuse, susunNomor } from "../../../kepegawaian/plugin.js";
import type { DokumenAk } from "./dokumen.js";
import type { KonversiDeps } from "./konversi-deps.js";

/** Short enough for a counter's name, whatever the id of the instansi is. */
const short = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

interface Untuk {
  readonly dokumen: DokumenAk;
  readonly instansiId: string;
  /** ISO date of the determination. */
  readonly tanggal: string;
}

/**
 * Official numbers in a row for documents that are issued in this transaction; each instansi counts by itself.
 * @throws {AppError} INVALID_STATE when no pattern is set. Source: domain note 1.8.3, 3.10 (a number is taken at issue only).
 */
export const ambilNomor = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  { dokumen, instansiId, tanggal }: Untuk,
  jumlah: number,
): Promise<readonly string[]> => {
  if (jumlah === 0) return [];
  const pola = await deps.printing(tx).pola(dokumen, tanggal);
  if (pola === undefined)
    throw refuse(`Pola nomor "${dokumen}" belum diisi`, `No pattern of numbers is set for "${dokumen}"`);
  const numbers = deps.numbers(tx);
  const counter = `${dokumen}:${short(instansiId)}:${tanggal.slice(0, 4)}`;
  const first = await numbers.nextNumber(counter);
  if (jumlah > 1) await numbers.raiseNumber(counter, first + jumlah - 1);
  return Array.from({ length: jumlah }, (_, at) => susunNomor(pola.pola, first + at, tanggal));
};

/** Official number of one document, kept: a job that runs again does not take a second one. @param key at most 64 characters. */
export const nomorTetap = (deps: KonversiDeps, tx: UnitOfWork, key: string, untuk: Untuk): Promise<string> =>
  deps.numbers(tx).officialNumber(key, async () => {
    const [nomor] = await ambilNomor(deps, tx, untuk, 1);
    if (nomor === undefined) throw new Error(`Expected a number for '${key}', but none was taken`);
    return nomor;
  });
