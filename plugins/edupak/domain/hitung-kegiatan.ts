import type { AturanKonvensional, BarisTerhitung, ButirKegiatan } from "../../angka-kredit/plugin.js";
import { hitungBaris } from "../../penilaian/plugin.js";
import type { Kegiatan } from "./inventarisasi.js";
import type { Perorangan } from "./perorangan.js";

export { kalimatAlasan } from "../../penilaian/plugin.js";

/** An activity with what the rules make of it. */
export interface KegiatanTerhitung {
  readonly kegiatan: Kegiatan;
  readonly butir: ButirKegiatan;
  readonly hitung: BarisTerhitung;
}

/** Column 8: volume times credit by the rules, for all rows in their order, since limits are used up over the rows. */
export const hitungKegiatan = (
  rows: readonly Kegiatan[],
  butirById: ReadonlyMap<string, ButirKegiatan>,
  person: Pick<Perorangan, "jenjang" | "pendidikanDiperhitungkan">,
  aturan: AturanKonvensional,
): readonly KegiatanTerhitung[] =>
  hitungBaris(rows, butirById, person, aturan).map(({ row, ...computed }) => ({ kegiatan: row, ...computed }));
