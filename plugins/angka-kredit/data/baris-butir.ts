import type { Pendidikan, Unsur } from "../domain/butir.js";
import type { Jenjang } from "../domain/jenjang.js";

/** What only some activities have. */
export interface ButirExtra {
  readonly jenjang?: Jenjang;
  readonly tunggal?: string;
  readonly maksimum?: number;
  readonly pendidikan?: Pendidikan;
  readonly penulis?: true;
  /** Hours of a course, from and up to. */
  readonly jam?: readonly [minimal: number, maksimal: number | null];
}

/** One line of a table of activities as the seed writes it. */
export type BarisButir = readonly [
  kode: string,
  uraian: string,
  ak: string,
  satuan: string,
  unsur: Unsur,
  extra?: ButirExtra,
];
