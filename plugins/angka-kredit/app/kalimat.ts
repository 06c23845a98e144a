import { type Ak, tulisAk } from "../domain/ak.js";
import { bulanDari, namaBulan, tahunDari } from "../domain/bulan.js";

/** Credit as officials write it: `20,833`. */
export const koma = (value: Ak): string => tulisAk(value).replace(".", ",");

/** `Januari–Mei 2024`, or `Mei 2024` for a single month. */
export const rentangBulan = (tahun: number, mulai: number, selesai: number): string =>
  mulai === selesai ? `${namaBulan(mulai)} ${tahun}` : `${namaBulan(mulai)}–${namaBulan(selesai)} ${tahun}`;

/** `1 Juli 2027` of an ISO date. */
export const tanggalPanjang = (tanggal: string): string =>
  `${Number(tanggal.slice(8))} ${namaBulan(Number(tanggal.slice(5, 7)))} ${tanggal.slice(0, 4)}`;

/** `Mei 2024` of a running month number. */
export const bulanTahun = (ke: number): string => `${namaBulan(bulanDari(ke))} ${tahunDari(ke)}`;
