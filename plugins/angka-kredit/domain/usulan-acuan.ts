import type { BarisAcuan } from "./acuan.js";

/** A change of reference data that someone proposes and someone else decides on. */
export interface UsulanAcuan extends Omit<BarisAcuan, "id"> {
  /** Why; read by whoever decides. */
  readonly alasan: string;
}
