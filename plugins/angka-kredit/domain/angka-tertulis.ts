import { type Ak, AK_TERBESAR, bacaAk } from "./ak.js";

/** How a number was typed: `id` has a decimal comma and thousands points, `en` the reverse. */
export type Lokal = "id" | "en";

export type AngkaTertulis =
  { readonly ok: true; readonly nilai: Ak } | { readonly ok: false; readonly sebab: "BUKAN_ANGKA" | "TIDAK_WAJAR" };

const POLA: Readonly<Record<Lokal, RegExp>> = {
  id: /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,3}))?$/,
  en: /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,3}))?$/,
};

/**
 * Reads credit as a person typed it, in the locale of the source. `287.500` of an Indonesian file is 287500: beyond any
 * rule, hence refused as not plausible instead of being read as 287,5. Source: domain note 3.1.
 */
export const bacaAngkaTertulis = (text: string, lokal: Lokal): AngkaTertulis => {
  const match = POLA[lokal].exec(text.trim());
  if (match === null) return { ok: false, sebab: "BUKAN_ANGKA" };
  const [, whole = "0", part = ""] = match;
  const digits = whole.replaceAll(/[.,]/g, "").replace(/^0+(?=\d)/, "");
  if (digits.length > 4) return { ok: false, sebab: "TIDAK_WAJAR" };
  const nilai = bacaAk(part === "" ? digits : `${digits}.${part}`);
  return nilai > AK_TERBESAR ? { ok: false, sebab: "TIDAK_WAJAR" } : { ok: true, nilai };
};
