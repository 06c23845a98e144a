import { bertumpuk, type MasaBerlaku } from "./acuan.js";
import { hariSebelum } from "./tanggal.js";

/** A version of a row that is there. */
export interface Versi extends MasaBerlaku {
  readonly id: string;
}

export type Sisipan =
  | { readonly ok: true; readonly tutup: { readonly id: string; readonly sampai: string } | null }
  | { readonly ok: false; readonly bentrok: Versi };

/**
 * How a new version gets in: the one still in force ends the day before it begins; any other that is in force on a same day
 * stands in the way, because one day has one value.
 */
export const sisipVersi = (versi: readonly Versi[], baru: MasaBerlaku): Sisipan => {
  const open = versi.find(
    ({ berlakuMulai, berlakuSampai }) => berlakuSampai === null && berlakuMulai < baru.berlakuMulai,
  );
  const bentrok = versi.find((each) => each !== open && bertumpuk(each, baru));
  if (bentrok !== undefined) return { ok: false, bentrok };
  return { ok: true, tutup: open === undefined ? null : { id: open.id, sampai: hariSebelum(baru.berlakuMulai) } };
};
