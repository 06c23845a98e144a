import type { TimPenilai } from "../../penilaian/plugin.js";

/**
 * Ketua, wakil, sekretaris and four members at least, an odd number; more than half of them decide.
 * Source: domain note 2.6, 3.7 (odd quorum); the half is this project's, to be confirmed by BKN.
 */
export const TIM_JFK: TimPenilai = {
  nama: { id: "tim penilai", en: "the team" },
  kedudukan: { ketua: "Ketua", wakil: "Wakil Ketua", sekretaris: "Sekretaris" },
  anggotaMinimal: 7,
  hadirMinimal: (anggota) => Math.floor(anggota / 2) + 1,
};
