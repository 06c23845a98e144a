import type { SheetAction } from "../../../src/plugin-api/index.js";

/** Action of a sheet that is being scored: every row without a score gets what was proposed. */
export const NILAI_SISA = "nilai-sisa";

/** Named in a sentence at most; of 200 rows nobody reads all. */
const NAMED = 5;

/** What has no score yet. */
interface Sisa {
  /** How many rows can be scored as proposed. */
  readonly siap: number;
  /** Codes of those that cannot: the score would differ from the one before, and only a person can say why. */
  readonly perluAlasan: readonly string[];
}

const left = ({ perluAlasan }: Sisa): { readonly id: string; readonly en: string } => {
  const count = perluAlasan.length;
  if (count === 0) return { id: "", en: "" };
  const names = perluAlasan.slice(0, NAMED).join(", ");
  const more = count - NAMED;
  return {
    id: ` ${count} butir tidak ikut karena keterangannya wajib diisi: kode ${names}${more > 0 ? `, dan ${more} lainnya` : ""}.`,
    en: ` ${count} rows are left out, since they need a reason: code ${names}${more > 0 ? `, and ${more} more` : ""}.`,
  };
};

/** The action as it is offered now, asked with the number of rows; none when no row can be scored so. */
export const nilaiSisaAction = (sisa: Sisa): readonly SheetAction[] =>
  sisa.siap === 0
    ? []
    : [
        {
          id: NILAI_SISA,
          label: { id: "Nilai sisanya sesuai usul", en: "Score the rest as proposed" },
          confirm: {
            id: `${sisa.siap} butir yang belum dinilai diberi nilai sebesar AK usul. Nilai setiap butir masih dapat diubah sampai penilaian diselesaikan.${left(sisa).id}`,
            en: `${sisa.siap} rows without a score get the proposed credit. Each score can still be changed until the scoring is completed.${left(sisa).en}`,
          },
        },
      ];
