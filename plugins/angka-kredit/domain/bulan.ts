const NAMES = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;

/** Months since the year 0: `bulanKe(2024, 1)` is one after `bulanKe(2023, 12)`. */
export const bulanKe = (tahun: number, bulan: number): number => tahun * 12 + bulan - 1;

export const tahunDari = (ke: number): number => Math.floor(ke / 12);
export const bulanDari = (ke: number): number => (ke % 12) + 1;

/** `2024-01` of a running month number. */
export const tulisBulan = (ke: number): string =>
  `${String(tahunDari(ke)).padStart(4, "0")}-${String(bulanDari(ke)).padStart(2, "0")}`;

/** Reads `2024-01`; the caller has checked the form. */
export const bacaBulan = (text: string): number => bulanKe(Number(text.slice(0, 4)), Number(text.slice(5, 7)));

/** First day of a running month number, as ISO date. */
export const hariPertama = (ke: number): string => `${tulisBulan(ke)}-01`;

/** Indonesian name of month 1 to 12. */
export const namaBulan = (bulan: number): string => NAMES[bulan - 1] ?? String(bulan);
