import type { Ak } from "./ak.js";
import type { Pendidikan } from "./butir.js";
import { GOLONGAN, type Golongan } from "./golongan.js";
import type { Rujukan } from "./rujukan.js";

/** Parameters of conventional rows (domain note 2.4); the caller picks the version in force in the period assessed. */
export interface AturanBaris {
  /** Regulation and article that the figures were read from. */
  readonly sumber: string;
  /** Percent of the credit for an activity one level above, and one below the own level. */
  readonly persenSatuDiAtas: number;
  readonly persenSatuDiBawah: number;
  /** Penunjang counts up to this percent. */
  readonly persenPenunjangMaks: number;
  /** Percent by place for 2, 3 and 4 authors, main author first. */
  readonly pembagianPenulis: Readonly<Record<string, readonly number[]>>;
  /** Credit of a degree, of which the one counted before is taken off. */
  readonly akIjazah: Readonly<Partial<Record<Pendidikan, Ak>>>;
}

/** Parameters of rows and of the whole. */
export interface AturanKonvensional extends AturanBaris {
  /** Cumulative credit required for a golongan; absent = no requirement known. */
  readonly akk: Readonly<Partial<Record<Golongan, Ak>>>;
}

/** The rules of a position's rows (`UMUM`: those shared by all) as in force on a day. @throws {AcuanTidakAda} */
export const aturanBaris = (rujukan: Rujukan, jabatan: string, tanggal: string): AturanBaris => {
  const { baris, nilai } = rujukan.ambil("konvensional", jabatan, tanggal);
  return {
    sumber: baris.pasal === null ? baris.peraturan : `${baris.peraturan} ${baris.pasal}`,
    persenSatuDiAtas: nilai.persenSatuDiAtas,
    persenSatuDiBawah: nilai.persenSatuDiBawah,
    persenPenunjangMaks: nilai.persenPenunjangMaks,
    pembagianPenulis: { "2": nilai.penulis2, "3": nilai.penulis3, "4": nilai.penulis4 },
    akIjazah: { S1: nilai.ijazahS1, S2: nilai.ijazahS2, S3: nilai.ijazahS3 },
  };
};

/** The rules of a position with the requirement of each golongan. @throws {AcuanTidakAda} */
export const aturanKonvensional = (rujukan: Rujukan, jabatan: string, tanggal: string): AturanKonvensional => {
  const akk = GOLONGAN.flatMap((golongan) => {
    const found = rujukan.cari("akk-konvensional", golongan, tanggal);
    return found === undefined ? [] : [[golongan, found.nilai.ak] as const];
  });
  return { ...aturanBaris(rujukan, jabatan, tanggal), akk: Object.fromEntries(akk) };
};
