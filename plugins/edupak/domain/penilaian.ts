import type { Ak } from "../../angka-kredit/plugin.js";
import type { Masalah } from "../../kepegawaian/plugin.js";
import { bacaNilai as baca, type KolomNilai } from "../../penilaian/plugin.js";

const KOLOM: KolomNilai = {
  nilai: "nilai",
  alasan: "alasanNilai",
  wajibAlasan: {
    id: "Alasan wajib diisi karena nilai lebih kecil daripada usul",
    en: "A reason is required, since the score is below the proposal",
  },
};

/** Reads a provisional score: from 0 up to what was proposed, with a reason when it is less. Source: domain note 1.5.2. */
export const bacaNilai = (input: {
  readonly nilai: string;
  readonly alasan: string;
  readonly usul: Ak;
}): { readonly nilai?: Ak; readonly masalah: readonly Masalah[] } => baca(KOLOM, { ...input, sebelumnya: input.usul });
