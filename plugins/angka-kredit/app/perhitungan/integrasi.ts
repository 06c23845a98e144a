import { z } from "zod";
import { tulisAk } from "../../domain/ak.js";
import { bacaAngkaTertulis } from "../../domain/angka-tertulis.js";
import { integrasi } from "../../domain/integrasi.js";
import { bentuk } from "../bentuk-masukan.js";
import { tidakSah } from "../jawaban.js";
import { koma } from "../kalimat.js";
import { definePerhitungan } from "../perhitungan.js";

const Masukan = z.strictObject({
  golongan: bentuk.golongan,
  akKonvensional: z.string(),
  lokal: z.enum(["id", "en"]),
});

/** One-time conversion of conventional credit. Domain note 2.3.7, 3.1. */
export const hitungIntegrasi = definePerhitungan({
  perhitungan: "integrasi",
  masukan: Masukan,
  hitung({ golongan, akKonvensional, lokal }, { rujukan, hariIni }) {
    const read = bacaAngkaTertulis(akKonvensional, lokal);
    if (!read.ok) return tidakTerbaca(akKonvensional, lokal, read.sebab);
    const row = rujukan.cari("integrasi", golongan, hariIni);
    if (row === undefined) {
      return tidakSah("golongan", `golongan: tabel integrasi untuk ${golongan} belum ada dalam acuan`);
    }
    const done = integrasi(read.nilai, row.nilai);
    const [dari, sampai] = done.rentang;
    const inside = done.status === "DITERIMA";
    return {
      hasil: {
        akIntegrasi: tulisAk(done.akIntegrasi),
        rentang: [tulisAk(dari), tulisAk(sampai)],
        status: done.status,
      },
      penjelasan: [
        {
          id: `${koma(read.nilai)} − nilai dasar ${golongan} ${koma(row.nilai.nilaiDasar)} = ${koma(done.akIntegrasi)}; ${inside ? "di dalam" : "di luar"} rentang ${koma(dari)} sampai ${koma(sampai)}${inside ? "" : ", perlu ditelaah"}.`,
          en: `${koma(read.nilai)} − base value of ${golongan} ${koma(row.nilai.nilaiDasar)} = ${koma(done.akIntegrasi)}; ${inside ? "within" : "outside"} the range ${koma(dari)} to ${koma(sampai)}${inside ? "" : ", to be examined"}.`,
        },
      ],
    };
  },
});

const tidakTerbaca = (text: string, lokal: "id" | "en", sebab: "BUKAN_ANGKA" | "TIDAK_WAJAR") => {
  const how = lokal === "id" ? "koma sebagai desimal (287,500)" : "titik sebagai desimal (287.500)";
  if (sebab === "BUKAN_ANGKA") {
    return tidakSah("akKonvensional", `akKonvensional: harus angka dengan ${how}, tetapi ${JSON.stringify(text)}`);
  }
  return {
    galat: {
      kode: "ANGKA_TIDAK_WAJAR",
      pesan: `akKonvensional: ${JSON.stringify(text)} terbaca lebih dari 2000; tulis dengan ${how} bila maksudnya desimal`,
      bidang: "akKonvensional",
    },
  };
};
