/** Bands of a score, best first. Source: Peraturan LAN 13/2019 Pasal 15(1). */
export const KUALIFIKASI = [
  "SANGAT_MEMUASKAN",
  "MEMUASKAN",
  "BAIK",
  "KURANG_BAIK",
  "TIDAK_MEMENUHI_KUALIFIKASI",
] as const;
export type Kualifikasi = (typeof KUALIFIKASI)[number];

/** Lowest score of each band, in hundredths; effective-dated reference data. */
export type BatasKualifikasi = readonly { readonly kualifikasi: Kualifikasi; readonly dari: number }[];

/**
 * The band of a score. The bands of the regulation have gaps (90,0 and 90,01), closed by working on the score rounded to two
 * decimals only. Source: domain note 1.6.
 *
 * @param nilai hundredths, 0 to 10000. @throws {RangeError} when no band begins at or below it.
 */
export const kualifikasi = (nilai: number, batas: BatasKualifikasi): Kualifikasi => {
  const found = batas.toSorted((a, b) => b.dari - a.dari).find(({ dari }) => nilai >= dari);
  if (found === undefined) throw new RangeError(`Expected a band for the score ${nilai}, but there is none`);
  return found.kualifikasi;
};

/** Whether a band is at least as good as another. */
export const sekurangnya = (value: Kualifikasi, minimal: Kualifikasi): boolean =>
  KUALIFIKASI.indexOf(value) <= KUALIFIKASI.indexOf(minimal);
