import type { Localised } from "../../../../src/plugin-api/index.js";
import type { MasalahBaris } from "../../domain/baris-konversi.js";

/** A fault as one sentence: column, value, what is expected. */
export const kalimatMasalah = ({ judul, nilai, harap }: MasalahBaris): Localised => ({
  id: `${judul}: seharusnya ${harap.id}, tetapi tertulis "${nilai}"`,
  en: `${judul}: expected ${harap.en}, but it is "${nilai}"`,
});
