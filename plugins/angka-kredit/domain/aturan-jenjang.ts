import type { Ak } from "./ak.js";
import type { Golongan } from "./golongan.js";
import type { Jenjang } from "./jenjang.js";

/** Range and requirement of one level; effective-dated reference data. Source: PermenPANRB 1/2023; domain note 2.1, 2.3.3. */
export interface AturanJenjang {
  readonly jenjang: Jenjang;
  readonly golonganTerendah: Golongan;
  readonly golonganTertinggi: Golongan;
  /** Cumulative credit (AKK) for one rank promotion within the level. */
  readonly akkKp: Ak;
  /** AKK for the next level; null: there is none in this category. */
  readonly akkKj: Ak | null;
}

/** The levels of one category, lowest first. */
export type AturanKategori = readonly AturanJenjang[];
