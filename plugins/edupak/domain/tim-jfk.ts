import type { TimPenilai } from "../../penilaian/plugin.js";
import type { AturanTim } from "./acuan-proses.js";

/** The team of the JFK and its seats. Source: domain note 2.6. */
export const TIM_JFK: Pick<TimPenilai, "nama" | "kedudukan"> = {
  nama: { id: "tim penilai", en: "the team" },
  kedudukan: { ketua: "Ketua", wakil: "Wakil Ketua", sekretaris: "Sekretaris" },
};

/** The team with the numbers in force: an odd number of members, more than a share of whom decide. */
export const timJfk = ({ anggotaMinimal, kuorumLebihDariPersen }: AturanTim): TimPenilai => ({
  ...TIM_JFK,
  anggotaMinimal,
  hadirMinimal: (anggota) => Math.floor((anggota * kuorumLebihDariPersen) / 100) + 1,
});
