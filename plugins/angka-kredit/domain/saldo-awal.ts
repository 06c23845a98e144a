import type { Ak } from "./ak.js";
import type { Golongan } from "./golongan.js";

/**
 * Two presentations of one sum for those who entered a level above its lowest golongan: AK dasar and the full requirement,
 * or no AK dasar and the requirement of the golongan that remain. Exactly one is active. Source: domain note 2.3.4.
 */
export const PRESENTASI = ["AK_DASAR", "PROPORSIONAL"] as const;
export type Presentasi = (typeof PRESENTASI)[number];

/** What the account of a level begins with. */
export interface SaldoAwal {
  readonly presentasi: Presentasi;
  /** Golongan held when the level was entered. */
  readonly golonganMasuk: Golongan;
  /** Nothing with `PROPORSIONAL`. */
  readonly akDasar: Ak;
  readonly akLama: Ak;
  readonly akPenyesuaian: Ak;
  readonly akIntegrasi: Ak;
}
