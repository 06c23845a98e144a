import type { ButirKegiatan } from "./butir.js";
import type { Jenjang } from "./jenjang.js";

/**
 * Activities whose credit goes by the level of the person (tatap muka: "AK tunggal"): the activity of that level, whichever
 * of its codes was written. Others stay as they are. Source: domain note 2.5.
 */
export const butirTunggal = (butir: ButirKegiatan, jenjang: Jenjang, semua: readonly ButirKegiatan[]): ButirKegiatan =>
  butir.tunggal === null
    ? butir
    : (semua.find((each) => each.tunggal === butir.tunggal && each.jenjang === jenjang) ?? butir);
