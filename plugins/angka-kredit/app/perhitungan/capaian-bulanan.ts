import { tulisAk } from "../../domain/ak.js";
import { tulisBulan } from "../../domain/bulan.js";
import { jejakCapaian } from "../../domain/capaian.js";
import { tarifKonversi } from "../../domain/tarif-konversi.js";
import { definePerhitungan } from "../perhitungan.js";
import { MasukanCapaian, pertanyaanCapaian, tidakTercapai } from "./pertanyaan-capaian.js";

/** The way of `capaian`: credit at the end of each month until the requirement is reached. Domain note 2.3.2, 2.3.4, 2.3.8. */
export const hitungCapaianBulanan = definePerhitungan({
  perhitungan: "capaian-bulanan",
  masukan: MasukanCapaian,
  hitung(masukan, dunia) {
    const question = pertanyaanCapaian(masukan, dunia);
    if ("galat" in question) return question;
    const months = jejakCapaian(question, tarifKonversi(dunia.rujukan));
    if (months === undefined) return tidakTercapai(question.kebutuhan);
    return {
      hasil: {
        kebutuhan: tulisAk(question.kebutuhan),
        akDasar: tulisAk(question.akDasar),
        bulanan: months.map(({ ke, angkaKredit }) => ({ bulan: tulisBulan(ke), angkaKredit: tulisAk(angkaKredit) })),
      },
    };
  },
});
