/** How a team that assesses is made up and when it decides; each app states its own. Source: domain note 2.6, 3.7. */
export interface TimPenilai {
  /** As sentences name it: "TPP", "the central team". */
  readonly nama: { readonly id: string; readonly en: string };
  /** Seats that somebody present must hold, none of them two: key in the form → name in the minutes, in their order. */
  readonly kedudukan: Readonly<Record<string, string>>;
  /** Least number of members; null = not said. The number must be odd where one is said. */
  readonly anggotaMinimal: number | null;
  /** Least number of members present, of so many. */
  readonly hadirMinimal: (anggota: number) => number;
}

/** Whether the team is made up as the rule asks. */
export const susunanTimSah = ({ anggotaMinimal }: Pick<TimPenilai, "anggotaMinimal">, anggota: number): boolean =>
  anggotaMinimal === null || (anggota >= anggotaMinimal && anggota % 2 === 1);

/** A session decides with an odd number of members present, as many as the team's rule asks. Source: domain note 3.7. */
export const kuorumTercapai = (
  { hadirMinimal }: Pick<TimPenilai, "hadirMinimal">,
  hadir: number,
  anggota: number,
): boolean => hadir % 2 === 1 && hadir >= hadirMinimal(anggota);
