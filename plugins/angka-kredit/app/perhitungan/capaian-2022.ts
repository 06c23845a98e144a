import { z } from "zod";
import { tulisAk } from "../../domain/ak.js";
import { capaian2022 } from "../../domain/capaian-2022.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { HARI_TERAKHIR_KONVENSIONAL } from "../../domain/rezim.js";
import { bentuk } from "../bentuk-masukan.js";
import { tidakSah } from "../jawaban.js";
import { koma } from "../kalimat.js";
import { definePerhitungan } from "../perhitungan.js";

/** Credit of a year of the regime of 2022, capped. Domain note 2.2, 2.3.6. */
export const hitungCapaian2022 = definePerhitungan({
  perhitungan: "capaian-2022",
  masukan: z.strictObject({ jenjang: bentuk.jenjang, capaian: bentuk.ak }),
  hitung({ jenjang, capaian }, { rujukan }) {
    const row = rujukan.cari("target-2022", jenjang, HARI_TERAKHIR_KONVENSIONAL);
    if (row === undefined) {
      return tidakSah("jenjang", `jenjang: target tahunan ${namaJenjang(jenjang)} belum ada dalam acuan`);
    }
    const done = capaian2022(capaian, row.nilai);
    return {
      hasil: {
        target: tulisAk(done.target),
        batas: tulisAk(done.batas),
        angkaKredit: tulisAk(done.angkaKredit),
        dibatasi: done.dibatasi,
      },
      penjelasan: [
        `Target ${namaJenjang(jenjang)} ${koma(done.target)}, paling banyak ${row.nilai.persenMaksimal}% = ${koma(done.batas)}; dihitung ${koma(done.angkaKredit)}.`,
      ],
    };
  },
});
