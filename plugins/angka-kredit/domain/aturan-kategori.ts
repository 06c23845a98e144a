import type { AturanKategori } from "./aturan-jenjang.js";
import { type Jenjang, jenjangSekategori } from "./jenjang.js";
import type { Rujukan } from "./rujukan.js";

/** The levels of the category of `jenjang` as in force on a day. @throws {AcuanTidakAda} */
export const aturanKategori = (rujukan: Rujukan, jenjang: Jenjang, tanggal: string): AturanKategori =>
  jenjangSekategori(jenjang).map((each) => ({ jenjang: each, ...rujukan.ambil("jenjang", each, tanggal).nilai }));
