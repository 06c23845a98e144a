import { type Ak, bacaAk, bandingGolongan, type Golongan, tulisAk } from "../../angka-kredit/plugin.js";
import { type Masalah, masalah } from "./masalah.js";

export type Tim = "TPI" | "TPP";

/** Columns of a team's score. */
export const kolomNilai = (tim: Tim): { readonly nilai: string; readonly keterangan: string } =>
  tim === "TPI"
    ? { nilai: "nilaiTpi", keterangan: "keteranganTpi" }
    : { nilai: "nilaiTpp", keterangan: "keteranganTpp" };

/** Least length of a reason: one word says nothing to the person concerned. */
const LEAST = 5;

/**
 * Reads one score: from 0 up to what was proposed; a reason is required when it differs from what stood before
 * (TPI: the proposal; TPP: the score of TPI, or the proposal where there is none). Source: domain note 1.3.3, 1.3.4.
 */
export const bacaNilai = (
  tim: Tim,
  input: { readonly nilai: string; readonly keterangan: string; readonly usul: Ak; readonly sebelumnya: Ak },
): { readonly nilai?: Ak; readonly masalah: readonly Masalah[] } => {
  const { nilai: column, keterangan: reason } = kolomNilai(tim);
  let nilai: Ak;
  try {
    nilai = bacaAk(input.nilai.trim().replace(",", "."));
  } catch {
    const got = input.nilai === "" ? "kosong" : `"${input.nilai}"`;
    return {
      masalah: [
        masalah(
          column,
          `Nilai harus angka dengan paling banyak tiga desimal, tetapi ${got}`,
          `Expected a number with at most three decimals, but got "${input.nilai}"`,
        ),
      ],
    };
  }
  if (nilai < 0 || nilai > input.usul) {
    const most = tulisAk(input.usul).replace(".", ",");
    return {
      masalah: [
        masalah(
          column,
          `Nilai harus antara 0 dan ${most} (AK usul)`,
          `The score must lie between 0 and ${most} (proposed)`,
        ),
      ],
    };
  }
  if (nilai !== input.sebelumnya && input.keterangan.trim().length < LEAST) {
    const what = tim === "TPI" ? "AK usul" : "nilai sebelumnya";
    return {
      masalah: [
        masalah(
          reason,
          `Keterangan wajib diisi karena nilai berbeda dari ${what}`,
          "A reason is required, since the score differs",
        ),
      ],
    };
  }
  return { nilai, masalah: [] };
};

/** An assessor's rank must not be below that of the person assessed. Source: domain note 1.3.6 (rank rule). */
export const pangkatCukup = (penilai: Golongan, dinilai: Golongan): boolean => bandingGolongan(penilai, dinilai) >= 0;
