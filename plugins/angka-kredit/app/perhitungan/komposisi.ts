import { z } from "zod";
import { tulisAk } from "../../domain/ak.js";
import { UMUM } from "../../domain/jenis-acuan.js";
import { komposisi } from "../../domain/komposisi.js";
import { HARI_TERAKHIR_KONVENSIONAL } from "../../domain/rezim.js";
import { bentuk } from "../bentuk-masukan.js";
import { koma } from "../kalimat.js";
import { definePerhitungan } from "../perhitungan.js";

const Masukan = z.strictObject({
  kebutuhan: bentuk.ak,
  utama: bentuk.ak,
  penunjang: bentuk.ak,
  dasar: z.enum(["KEBUTUHAN", "JUMLAH"]).optional(),
});

/** Unsur utama and penunjang of a conventional proposal. Domain note 2.4. */
export const hitungKomposisi = definePerhitungan({
  perhitungan: "komposisi",
  masukan: Masukan,
  hitung({ kebutuhan, utama, penunjang, dasar = "KEBUTUHAN" }, { rujukan }) {
    const aturan = rujukan.ambil("konvensional", UMUM, HARI_TERAKHIR_KONVENSIONAL).nilai;
    const done = komposisi({ kebutuhan, utama, penunjang, dasar }, aturan);
    return {
      hasil: {
        penunjangDihitung: tulisAk(done.penunjangDihitung),
        penunjangTidakDihitung: tulisAk(done.penunjangTidakDihitung),
        jumlah: tulisAk(done.jumlah),
        kekuranganUtama: tulisAk(done.kekuranganUtama),
        terpenuhi: done.terpenuhi,
      },
      penjelasan: [
        `Penunjang paling banyak ${aturan.persenPenunjangMaks}% dari ${dasar === "JUMLAH" ? "jumlah" : "kebutuhan"}: dihitung ${koma(done.penunjangDihitung)} dari ${koma(penunjang)}.`,
        done.kekuranganUtama > 0
          ? `Unsur utama kurang ${koma(done.kekuranganUtama)}; PAK ditahan.`
          : `Unsur utama ${koma(utama)} mencukupi.`,
      ],
    };
  },
});
