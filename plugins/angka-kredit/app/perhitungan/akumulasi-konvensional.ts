import { z } from "zod";
import { tulisAk } from "../../domain/ak.js";
import { akumulasiKonvensional } from "../../domain/akumulasi-konvensional.js";
import { HARI_TERAKHIR_KONVENSIONAL } from "../../domain/rezim.js";
import { bentuk } from "../bentuk-masukan.js";
import { tidakSah } from "../jawaban.js";
import { koma } from "../kalimat.js";
import { definePerhitungan } from "../perhitungan.js";

const Masukan = z.strictObject({ golonganTujuan: bentuk.golongan, akLama: bentuk.ak, akBaru: bentuk.ak });

/** Old plus new credit against the requirement of a golongan. Domain note 2.4. */
export const hitungAkumulasiKonvensional = definePerhitungan({
  perhitungan: "akumulasi-konvensional",
  masukan: Masukan,
  hitung({ golonganTujuan, akLama, akBaru }, { rujukan }) {
    const row = rujukan.cari("akk-konvensional", golonganTujuan, HARI_TERAKHIR_KONVENSIONAL);
    if (row === undefined) {
      return tidakSah("golonganTujuan", `golonganTujuan: AKK konvensional ${golonganTujuan} belum ada dalam acuan`);
    }
    const done = akumulasiKonvensional({ lama: akLama, baru: akBaru, kebutuhan: row.nilai.ak });
    const difference =
      done.kekurangan > 0 ? `kurang ${koma(done.kekurangan)}` : `terpenuhi dengan kelebihan ${koma(done.kelebihan)}`;
    return {
      hasil: {
        jumlah: tulisAk(done.jumlah),
        kebutuhan: tulisAk(done.kebutuhan),
        kelebihan: tulisAk(done.kelebihan),
        kekurangan: tulisAk(done.kekurangan),
      },
      penjelasan: [
        `Lama ${koma(akLama)} + baru ${koma(akBaru)} = ${koma(done.jumlah)}; kebutuhan ${golonganTujuan} ${koma(done.kebutuhan)}: ${difference}.`,
      ],
    };
  },
});
