import { namaBulan } from "./bulan.js";

const MONTHS = Array.from({ length: 12 }, (_, index) => namaBulan(index + 1).toLowerCase());
const SHORTEST = 3;

/** Month 1 to 12 as people write it: `3`, `03`, `Maret`, `mar`; undefined for everything else, `13` too. */
export const bacaBulanTertulis = (text: string): number | undefined => {
  const wanted = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(wanted)) {
    const bulan = Number(wanted);
    return bulan >= 1 && bulan <= 12 ? bulan : undefined;
  }
  if (wanted.length < SHORTEST) return undefined;
  const found = MONTHS.findIndex((name) => name.startsWith(wanted));
  return found === -1 ? undefined : found + 1;
};
