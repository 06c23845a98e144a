import { bulanDari, bulanKe, hariPertama } from "./bulan.js";

/**
 * First day of a rank promotion period on or after a date.
 * @param bulanPeriode months (1 to 12) of the periods in force on a day. Source: domain note 1.7.2.
 */
export const periodeKpBerikut = (tanggal: string, bulanPeriode: (tanggal: string) => readonly number[]): string => {
  const first = bulanKe(Number(tanggal.slice(0, 4)), Number(tanggal.slice(5, 7))) + (tanggal.endsWith("-01") ? 0 : 1);
  for (let ke = first; ke < first + 24; ke++) {
    if (bulanPeriode(hariPertama(ke)).includes(bulanDari(ke))) return hariPertama(ke);
  }
  throw new RangeError(`Expected a promotion period within two years of ${tanggal}, but there is none`);
};
