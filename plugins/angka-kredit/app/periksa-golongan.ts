import { aturanKategori } from "../domain/aturan-kategori.js";
import { bandingGolongan, type Golongan } from "../domain/golongan.js";
import { type Jenjang, namaJenjang } from "../domain/jenjang.js";
import type { Rujukan } from "../domain/rujukan.js";
import { type Gagal, tidakSah } from "./jawaban.js";

/**
 * Refuses a golongan outside the category of the level. Inside it, level and golongan may be apart: a rank promotion
 * without vacancy or a level promotion before the rank puts them so.
 */
export const periksaGolongan = (
  rujukan: Rujukan,
  jenjang: Jenjang,
  golongan: Golongan,
  tanggal: string,
  bidang = "golongan",
): Gagal | undefined => {
  const kategori = aturanKategori(rujukan, jenjang, tanggal);
  const lowest = kategori[0]?.golonganTerendah ?? golongan;
  const highest = kategori.at(-1)?.golonganTertinggi ?? golongan;
  if (bandingGolongan(golongan, lowest) >= 0 && bandingGolongan(golongan, highest) <= 0) return undefined;
  return tidakSah(
    bidang,
    `${bidang}: golongan ${namaJenjang(jenjang)} harus antara ${lowest} dan ${highest}, tetapi ${golongan}`,
  );
};
