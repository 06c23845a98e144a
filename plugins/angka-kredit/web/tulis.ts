import { longDayText } from "../../../src/web/shared/format/dates.js";
import { decimalText } from "../../../src/web/shared/format/numbers.js";
import type { Language } from "../../../src/web/shared/i18n/device-language.js";
import { type DasarHukum, type Golongan, pangkat } from "../http/contract/hitung.js";

/** Credit as people write it: `20,833`. Indonesian in both languages, because inputs are. */
export const tulisAk = (nilai: string): string => decimalText(nilai, "id", 3);

/** `Maret 2026` of `2026-03`. */
export const tulisBulan = (bulan: string, bahasa: Language): string => {
  const [year, month] = bulan.split("-").map(Number);
  return namaBulanTahun(year ?? 0, month ?? 1, bahasa);
};

const namaBulanTahun = (tahun: number, bulan: number, bahasa: Language): string =>
  new Intl.DateTimeFormat(lokal(bahasa), { month: "long", year: "numeric" }).format(new Date(tahun, bulan - 1, 1));

const lokal = (bahasa: Language): string => (bahasa === "id" ? "id-ID" : "en-GB");

/** `Maret` of 3. */
export const namaBulan = (bulan: number, bahasa: Language): string =>
  new Intl.DateTimeFormat(lokal(bahasa), { month: "long" }).format(new Date(2024, bulan - 1, 1));

/** `Penata (III/c)`. */
export const tulisGolongan = (golongan: Golongan): string => `${pangkat(golongan)} (${golongan})`;

/** A regulation with its article. */
export const tulisDasar = ({ peraturan, pasal }: DasarHukum): string =>
  pasal === undefined ? peraturan : `${peraturan}, ${pasal}`;

/** `31 Maret 2026` of an ISO date. */
export const tulisTanggal = (tanggal: string, bahasa: Language): string => longDayText(tanggal, bahasa);
