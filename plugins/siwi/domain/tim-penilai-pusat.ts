import type { TimPenilai } from "../../penilaian/plugin.js";

/** TPP: three members or more decide, an odd number. Source: domain note 3.7 (odd quorum). */
export const TPP: TimPenilai = {
  nama: { id: "TPP", en: "the central team" },
  kedudukan: { ketua: "Ketua", sekretaris: "Sekretaris" },
  anggotaMinimal: null,
  hadirMinimal: () => 3,
};
