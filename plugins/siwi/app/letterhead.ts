import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { tanggalWib } from "../../kepegawaian/plugin.js";
import type { Perorangan } from "../domain/dupak.js";
import { type DokumenBernomor, susunNomor } from "../domain/nomor.js";
import { LINGKUP_PUSBIN, LINGKUP_TPP, type PeranTandaTangan } from "./acuan-cetak.js";
import { refuse } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** Who signs, as a document prints it; without a name it is signed by hand. */
export interface Signer {
  readonly jabatan: string;
  readonly nama: string | null;
  readonly nip: string | null;
}

const headOf = async (deps: SiwiDeps, tx: UnitOfWork, lingkup: string) => {
  const today = tanggalWib(deps.clock.now());
  const kop = await deps.printing(tx).kop(lingkup, today);
  if (kop === undefined)
    throw refuse(`Kop surat ${lingkup} belum diisi`, `The head of letters of ${lingkup} is not set`);
  const { instansi, unit, alamat, tempat } = kop;
  return { kop: { instansi, unit, alamat }, penetapan: { tempat, tanggal: today } };
};

/** Head and place of the central team today. @throws {AppError} INVALID_STATE when no head is in force. */
export const headOfTpp = (deps: SiwiDeps, tx: UnitOfWork) => headOf(deps, tx, LINGKUP_TPP);

/** Head and place of the centre that issues numbers. @throws {AppError} INVALID_STATE when no head is in force. */
export const headOfPusbin = (deps: SiwiDeps, tx: UnitOfWork) => headOf(deps, tx, LINGKUP_PUSBIN);

/** Head and place of an instansi today; while none is set, its name and city. */
export const headOfInstansi = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { instansiId, instansi, kota }: Pick<Perorangan, "instansiId" | "instansi" | "kota">,
) => {
  const today = tanggalWib(deps.clock.now());
  const kop = await deps.printing(tx).kop(instansiId, today);
  return {
    kop:
      kop === undefined
        ? { instansi: instansi.toUpperCase(), unit: null, alamat: [kota] }
        : { instansi: kop.instansi, unit: kop.unit, alamat: kop.alamat },
    penetapan: { tempat: kop?.tempat ?? kota, tanggal: today },
  };
};

/** Who signs today; `otherwise` when nobody is set. */
export const signerOf = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  lingkup: string,
  peran: PeranTandaTangan,
  otherwise: Signer,
): Promise<Signer> => {
  const found = await deps.printing(tx).penandatangan(lingkup, peran, tanggalWib(deps.clock.now()));
  return found === undefined ? otherwise : { jabatan: found.jabatan, nama: found.nama, nip: found.nip };
};

/** Official number by the pattern in force today. @throws {AppError} INVALID_STATE when there is none. */
export const officialNumber = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  dokumen: DokumenBernomor,
  nomor: number,
  tanggal: string = tanggalWib(deps.clock.now()),
): Promise<string> => {
  const pola = await deps.printing(tx).pola(dokumen, tanggal);
  if (pola === undefined)
    throw refuse(`Pola nomor "${dokumen}" belum diisi`, `No pattern of numbers is set for "${dokumen}"`);
  return susunNomor(pola.pola, nomor, tanggal);
};

/** The person as documents print them. */
export const pegawaiCetak = (person: Perorangan) => {
  const {
    pegawaiId: _pegawai,
    instansiId: _instansi,
    kota: _kota,
    jenjang: _jenjang,
    pendidikanDiperhitungkan: _counted,
    ...printed
  } = person;
  return printed;
};
