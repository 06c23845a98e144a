import { tulisAk } from "../../domain/ak.js";
import { tulisBulan } from "../../domain/bulan.js";
import { capaian } from "../../domain/capaian.js";
import { tarifKonversi } from "../../domain/tarif-konversi.js";
import { bulanTahun, inEnglish, koma } from "../kalimat.js";
import { definePerhitungan } from "../perhitungan.js";
import { MasukanCapaian, pertanyaanCapaian, tidakTercapai } from "./pertanyaan-capaian.js";

/** When a requirement is reached. AK dasar and proportional target are two presentations of one sum. Domain note 2.3.4. */
export const hitungCapaian = definePerhitungan({
  perhitungan: "capaian",
  masukan: MasukanCapaian,
  hitung(masukan, dunia) {
    const question = pertanyaanCapaian(masukan, dunia);
    if ("galat" in question) return question;
    const { kebutuhan, akDasar } = question;
    const done = capaian(question, tarifKonversi(dunia.rujukan));
    if (done === undefined) return tidakTercapai(kebutuhan);
    return {
      hasil: {
        kebutuhan: tulisAk(done.kebutuhan),
        bulan: done.bulan,
        selesai: tulisBulan(done.selesai),
        angkaKredit: tulisAk(done.angkaKredit),
      },
      penjelasan: [
        done.bulan === 0
          ? {
              id: `Kebutuhan ${koma(kebutuhan)} sudah terpenuhi oleh AK dasar ${koma(akDasar)}.`,
              en: `The ${koma(kebutuhan)} needed are met by the base credit of ${koma(akDasar)} already.`,
            }
          : {
              id: `Kebutuhan ${koma(kebutuhan)} tercapai pada akhir ${bulanTahun(done.selesai)} setelah ${done.bulan} bulan dengan angka kredit ${koma(done.angkaKredit)}.`,
              en: `The ${koma(kebutuhan)} needed are reached at the end of ${inEnglish.month(done.selesai)}, after ${done.bulan} months, with ${koma(done.angkaKredit)}.`,
            },
      ],
    };
  },
});
