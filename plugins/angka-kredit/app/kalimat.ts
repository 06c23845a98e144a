import { type Ak, tulisAk } from "../domain/ak.js";
import { bulanDari, namaBulan, tahunDari } from "../domain/bulan.js";

/** Credit as officials write it: `20,833`. */
export const koma = (value: Ak): string => tulisAk(value).replace(".", ",");

const MONTH = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
const month = (bulan: number): string => MONTH.format(Date.UTC(2000, bulan - 1));

/** Times in English: `January–May 2024`, `1 July 2027`, `May 2024`. Credit keeps the comma that page and papers have. */
export const inEnglish = {
  months: (year: number, from: number, to: number): string =>
    from === to ? `${month(from)} ${year}` : `${month(from)}–${month(to)} ${year}`,
  date: (iso: string): string => `${Number(iso.slice(8))} ${month(Number(iso.slice(5, 7)))} ${iso.slice(0, 4)}`,
  month: (ke: number): string => `${month(bulanDari(ke))} ${tahunDari(ke)}`,
};

/** `Januari–Mei 2024`, or `Mei 2024` for a single month. */
export const rentangBulan = (tahun: number, mulai: number, selesai: number): string =>
  mulai === selesai ? `${namaBulan(mulai)} ${tahun}` : `${namaBulan(mulai)}–${namaBulan(selesai)} ${tahun}`;

/** `1 Juli 2027` of an ISO date. */
export const tanggalPanjang = (tanggal: string): string =>
  `${Number(tanggal.slice(8))} ${namaBulan(Number(tanggal.slice(5, 7)))} ${tanggal.slice(0, 4)}`;

/** `Mei 2024` of a running month number. */
export const bulanTahun = (ke: number): string => `${namaBulan(bulanDari(ke))} ${tahunDari(ke)}`;
