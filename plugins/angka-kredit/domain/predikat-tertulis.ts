import { namaPredikat, PREDIKAT, type Predikat } from "./predikat.js";

/** Older forms say "Cukup" for what is "Butuh Perbaikan" now. Source: domain note 2.3.1. */
const LAMA: ReadonlyMap<string, Predikat> = new Map([["cukup", "BUTUH_PERBAIKAN"]]);

/** A grade as people write it: its name or code, whatever the case; undefined for everything else. */
export const bacaPredikatTertulis = (text: string): Predikat | undefined => {
  const wanted = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ");
  return PREDIKAT.find((each) => namaPredikat(each).toLowerCase() === wanted) ?? LAMA.get(wanted);
};
