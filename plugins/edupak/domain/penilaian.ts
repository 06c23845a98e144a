import { type Ak, bacaAk, bandingGolongan, type Golongan, tulisAk } from "../../angka-kredit/plugin.js";
import { type Masalah, masalah } from "../../kepegawaian/plugin.js";

/** Least length of a reason: one word says nothing to the person concerned. */
const LEAST = 5;

/** Reads a provisional score: from 0 up to what was proposed, with a reason when it is less. Source: domain note 1.5.2. */
export const bacaNilai = (input: {
  readonly nilai: string;
  readonly alasan: string;
  readonly usul: Ak;
}): { readonly nilai?: Ak; readonly masalah: readonly Masalah[] } => {
  let nilai: Ak;
  try {
    nilai = bacaAk(input.nilai.trim().replace(",", "."));
  } catch {
    const got = input.nilai.trim() === "" ? "kosong" : `"${input.nilai}"`;
    const id = `Nilai harus angka dengan paling banyak tiga desimal, tetapi ${got}`;
    return { masalah: [masalah("nilai", id, `Expected a number with at most three decimals, but got ${got}`)] };
  }
  if (nilai < 0 || nilai > input.usul) {
    const most = tulisAk(input.usul).replace(".", ",");
    const id = `Nilai harus antara 0 dan ${most} (angka kredit usul)`;
    return { masalah: [masalah("nilai", id, `The score must lie between 0 and ${most} (proposed)`)] };
  }
  if (nilai !== input.usul && input.alasan.trim().length < LEAST) {
    const id = "Alasan wajib diisi karena nilai lebih kecil daripada usul";
    return { masalah: [masalah("alasanNilai", id, "A reason is required, since the score is below the proposal")] };
  }
  return { nilai, masalah: [] };
};

/** An assessor's rank must not be below that of the person assessed. Source: domain note 2.6. */
export const pangkatCukup = (penilai: Golongan, dinilai: Golongan): boolean => bandingGolongan(penilai, dinilai) >= 0;
