import type { Ak } from "./ak.js";
import type { Pendidikan } from "./butir.js";
import { GOLONGAN, type Golongan } from "./golongan.js";
import type { Rujukan } from "./rujukan.js";

/** Parameters of the conventional regime (domain note 2.4); the caller picks the version in force in the period assessed. */
export interface AturanKonvensional {
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
  /** Cumulative credit required for a golongan; absent = no requirement known. */
  readonly akk: Readonly<Partial<Record<Golongan, Ak>>>;
}

/** The rules of a position (`UMUM`: those shared by all) as in force on a day. @throws {AcuanTidakAda} */
export const aturanKonvensional = (rujukan: Rujukan, jabatan: string, tanggal: string): AturanKonvensional => {
  const { baris, nilai } = rujukan.ambil("konvensional", jabatan, tanggal);
  const akk = GOLONGAN.flatMap((golongan) => {
    const found = rujukan.cari("akk-konvensional", golongan, tanggal);
    return found === undefined ? [] : [[golongan, found.nilai.ak] as const];
  });
  return {
    sumber: baris.pasal === null ? baris.peraturan : `${baris.peraturan} ${baris.pasal}`,
    persenSatuDiAtas: nilai.persenSatuDiAtas,
    persenSatuDiBawah: nilai.persenSatuDiBawah,
    persenPenunjangMaks: nilai.persenPenunjangMaks,
    pembagianPenulis: { "2": nilai.penulis2, "3": nilai.penulis3, "4": nilai.penulis4 },
    akIjazah: { S1: nilai.ijazahS1, S2: nilai.ijazahS2, S3: nilai.ijazahS3 },
    akk: Object.fromEntries(akk),
  };
};
