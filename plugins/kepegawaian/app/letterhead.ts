import { AppError, type Clock, type UnitOfWork } from "../../../src/plugin-api/index.js";
import { tanggalWib } from "../domain/hari-kerja.js";
import { susunNomor } from "../domain/nomor.js";
import type { Instansi } from "../domain/pegawai.js";
import type { AcuanCetak } from "./acuan-cetak.js";

/** What heads and signatories are read with. */
export interface LetterheadDeps {
  readonly clock: Clock;
  readonly printing: (tx: UnitOfWork) => AcuanCetak;
}

/** Who signs, as a document prints it; without a name it is signed by hand. */
export interface Signer {
  readonly jabatan: string;
  readonly nama: string | null;
  readonly nip: string | null;
}

/** Head of a document, and where and when it is signed (ISO date). */
export interface Letterhead {
  readonly kop: { readonly instansi: string; readonly unit: string | null; readonly alamat: readonly string[] };
  readonly penetapan: { readonly tempat: string; readonly tanggal: string };
}

const notSet = (id: string, en: string): AppError => new AppError("INVALID_STATE", en, { detail: { id, en } });

/** Head and place of a central body today. @throws {AppError} INVALID_STATE when no head is in force. */
export const headOf = async (deps: LetterheadDeps, tx: UnitOfWork, lingkup: string): Promise<Letterhead> => {
  const today = tanggalWib(deps.clock.now());
  const kop = await deps.printing(tx).kop(lingkup, today);
  if (kop === undefined)
    throw notSet(`Kop surat ${lingkup} belum diisi`, `The head of letters of ${lingkup} is not set`);
  const { instansi, unit, alamat, tempat } = kop;
  return { kop: { instansi, unit, alamat }, penetapan: { tempat, tanggal: today } };
};

/** Head and place of an instansi today; while none is set, its name and city. */
export const headOfInstansi = async (
  deps: LetterheadDeps,
  tx: UnitOfWork,
  { id, nama, kota }: Pick<Instansi, "id" | "nama" | "kota">,
): Promise<Letterhead> => {
  const today = tanggalWib(deps.clock.now());
  const kop = await deps.printing(tx).kop(id, today);
  return {
    kop:
      kop === undefined
        ? { instansi: nama.toUpperCase(), unit: null, alamat: [kota] }
        : { instansi: kop.instansi, unit: kop.unit, alamat: kop.alamat },
    penetapan: { tempat: kop?.tempat ?? kota, tanggal: today },
  };
};

/** Who signs today; `otherwise` when nobody is set. */
export const signerOf = async (
  deps: LetterheadDeps,
  tx: UnitOfWork,
  lingkup: string,
  peran: string,
  otherwise: Signer,
): Promise<Signer> => {
  const found = await deps.printing(tx).penandatangan(lingkup, peran, tanggalWib(deps.clock.now()));
  return found === undefined ? otherwise : { jabatan: found.jabatan, nama: found.nama, nip: found.nip };
};

/** Official number by the pattern in force on a day, by default today. @throws {AppError} INVALID_STATE when there is none. */
export const officialNumber = async (
  deps: LetterheadDeps,
  tx: UnitOfWork,
  dokumen: string,
  nomor: number,
  tanggal: string = tanggalWib(deps.clock.now()),
): Promise<string> => {
  const pola = await deps.printing(tx).pola(dokumen, tanggal);
  if (pola === undefined)
    throw notSet(`Pola nomor "${dokumen}" belum diisi`, `No pattern of numbers is set for "${dokumen}"`);
  return susunNomor(pola.pola, nomor, tanggal);
};
