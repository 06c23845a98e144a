import { z } from "zod";
import { tulisAk } from "../../domain/ak.js";
import { UMUM } from "../../domain/jenis-acuan.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { akPendidikan } from "../../domain/pendidikan.js";
import { bentuk } from "../bentuk-masukan.js";
import { koma } from "../kalimat.js";
import { definePerhitungan } from "../perhitungan.js";

/** Credit of a higher degree, once. Domain note 2.3.6. */
export const hitungPendidikan = definePerhitungan({
  perhitungan: "pendidikan",
  masukan: z.strictObject({ jenjang: bentuk.jenjang, sudahDiperhitungkan: z.boolean() }),
  hitung({ jenjang, sudahDiperhitungkan }, { rujukan, hariIni }) {
    const { akkKp } = rujukan.ambil("jenjang", jenjang, hariIni).nilai;
    const { persen } = rujukan.ambil("pendidikan", UMUM, hariIni).nilai;
    const angkaKredit = akPendidikan({ sudahDiperhitungkan }, { akkKp, persen });
    return {
      hasil: { angkaKredit: tulisAk(angkaKredit) },
      penjelasan: [
        sudahDiperhitungkan
          ? "Ijazah sudah pernah diperhitungkan, sehingga tidak menambah angka kredit."
          : `${persen}% × AKK kenaikan pangkat ${namaJenjang(jenjang)} ${koma(akkKp)} = ${koma(angkaKredit)}.`,
      ],
    };
  },
});
