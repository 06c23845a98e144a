import { type Ak, bacaAk, bandingGolongan, type Golongan, tulisAk } from "../../angka-kredit/plugin.js";
import { type Masalah, masalah } from "../../kepegawaian/plugin.js";

/** Least length of a reason: one word says nothing to the person concerned. */
const LEAST = 5;

/** A score as typed, beside what it is held against. */
export interface IsianNilai {
  readonly nilai: string;
  readonly alasan: string;
  /** What was proposed: the most that a score may be. */
  readonly usul: Ak;
  /** What stood before: a score that differs needs a reason. */
  readonly sebelumnya: Ak;
}

/** Columns of the sheet, by which faults are named, and what a reason is asked for. */
export interface KolomNilai {
  readonly nilai: string;
  readonly alasan: string;
  readonly wajibAlasan: { readonly id: string; readonly en: string };
}

/** Reads one score: from 0 up to what was proposed, with a reason when it differs. Source: domain note 1.3.3, 1.3.4, 1.5.2. */
export const bacaNilai = (
  kolom: KolomNilai,
  input: IsianNilai,
): { readonly nilai?: Ak; readonly masalah: readonly Masalah[] } => {
  const fault = (where: string, id: string, en: string) => ({ masalah: [masalah(where, id, en)] });
  let nilai: Ak;
  try {
    nilai = bacaAk(input.nilai.trim().replace(",", "."));
  } catch {
    const got =
      input.nilai.trim() === "" ? { id: "kosong", en: "nothing" } : { id: `"${input.nilai}"`, en: `"${input.nilai}"` };
    return fault(
      kolom.nilai,
      `Nilai harus angka dengan paling banyak tiga desimal, tetapi ${got.id}`,
      `Expected a number with at most three decimals, but got ${got.en}`,
    );
  }
  if (nilai < 0 || nilai > input.usul) {
    const most = tulisAk(input.usul).replace(".", ",");
    const id = `Nilai harus antara 0 dan ${most} (angka kredit usul)`;
    return fault(kolom.nilai, id, `The score must lie between 0 and ${most} (proposed)`);
  }
  if (nilai !== input.sebelumnya && input.alasan.trim().length < LEAST)
    return fault(kolom.alasan, kolom.wajibAlasan.id, kolom.wajibAlasan.en);
  return { nilai, masalah: [] };
};

/** An assessor's rank must not be below that of the person assessed. Source: domain note 1.3.6, 2.6. */
export const pangkatCukup = (penilai: Golongan, dinilai: Golongan): boolean => bandingGolongan(penilai, dinilai) >= 0;
