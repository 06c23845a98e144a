import type { Ak } from "./ak.js";
import type { Pendidikan } from "./butir.js";
import type { Golongan } from "./golongan.js";

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
