import type { Ak } from "../../angka-kredit/plugin.js";
import { bacaNilai as baca } from "../../penilaian/plugin.js";
import type { Masalah } from "./masalah.js";

export type Tim = "TPI" | "TPP";

/** Columns of a team's score. */
export const kolomNilai = (tim: Tim): { readonly nilai: string; readonly keterangan: string } =>
  tim === "TPI"
    ? { nilai: "nilaiTpi", keterangan: "keteranganTpi" }
    : { nilai: "nilaiTpp", keterangan: "keteranganTpp" };

/**
 * Reads one score: from 0 up to what was proposed; a reason is required when it differs from what stood before
 * (TPI: the proposal; TPP: the score of TPI, or the proposal where there is none). Source: domain note 1.3.3, 1.3.4.
 */
export const bacaNilai = (
  tim: Tim,
  input: { readonly nilai: string; readonly keterangan: string; readonly usul: Ak; readonly sebelumnya: Ak },
): { readonly nilai?: Ak; readonly masalah: readonly Masalah[] } => {
  const { nilai, keterangan } = kolomNilai(tim);
  const wajibAlasan = {
    id: `Keterangan wajib diisi karena nilai berbeda dari ${tim === "TPI" ? "AK usul" : "nilai sebelumnya"}`,
    en: "A reason is required, since the score differs",
  };
  return baca({ nilai, alasan: keterangan, wajibAlasan }, { ...input, alasan: input.keterangan });
};
