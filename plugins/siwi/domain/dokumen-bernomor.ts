/** Printed documents that carry an official number. */
export const DOKUMEN_BERNOMOR = ["hpak", "tabulasi", "penjelasan", "berita-acara", "niwn"] as const;
export type DokumenBernomor = (typeof DOKUMEN_BERNOMOR)[number];
