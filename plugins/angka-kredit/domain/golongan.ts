/** Golongan ruang of a PNS, lowest first. Source: SIASN reference data; domain note 2.1. */
export const GOLONGAN = [
  "I/a",
  "I/b",
  "I/c",
  "I/d",
  "II/a",
  "II/b",
  "II/c",
  "II/d",
  "III/a",
  "III/b",
  "III/c",
  "III/d",
  "IV/a",
  "IV/b",
  "IV/c",
  "IV/d",
  "IV/e",
] as const;
export type Golongan = (typeof GOLONGAN)[number];

const PANGKAT = [
  "Juru Muda",
  "Juru Muda Tingkat I",
  "Juru",
  "Juru Tingkat I",
  "Pengatur Muda",
  "Pengatur Muda Tingkat I",
  "Pengatur",
  "Pengatur Tingkat I",
  "Penata Muda",
  "Penata Muda Tingkat I",
  "Penata",
  "Penata Tingkat I",
  "Pembina",
  "Pembina Tingkat I",
  "Pembina Utama Muda",
  "Pembina Utama Madya",
  "Pembina Utama",
] as const;

/** Rank name of a golongan. */
export const pangkat = (golongan: Golongan): string => PANGKAT[GOLONGAN.indexOf(golongan)] ?? golongan;

/** Negative when `a` is lower than `b`, zero when equal. */
export const bandingGolongan = (a: Golongan, b: Golongan): number => GOLONGAN.indexOf(a) - GOLONGAN.indexOf(b);

/** The next higher golongan; undefined above IV/e. */
export const golonganBerikut = (golongan: Golongan): Golongan | undefined => GOLONGAN[GOLONGAN.indexOf(golongan) + 1];

/** Whether a text is a golongan. */
export const adalahGolongan = (text: string): text is Golongan => (GOLONGAN as readonly string[]).includes(text);
