import { z } from "zod";
import { NOL, tulisAk } from "../../domain/ak.js";
import { bacaBulan } from "../../domain/bulan.js";
import { bandingGolongan } from "../../domain/golongan.js";
import { UMUM } from "../../domain/jenis-acuan.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { perpindahan } from "../../domain/perpindahan.js";
import { tarifKonversi } from "../../domain/tarif-konversi.js";
import { bentuk } from "../bentuk-masukan.js";
import { tidakSah } from "../jawaban.js";
import { koma } from "../kalimat.js";
import { definePerhitungan } from "../perhitungan.js";
import { periksaGolongan } from "../periksa-golongan.js";

const Masukan = z.strictObject({
  golongan: bentuk.golongan,
  jenjangTujuan: bentuk.jenjang,
  predikat: bentuk.predikat,
  tahunDalamPangkat: z.int().min(0).max(60),
});

/** Credit on moving from another kind of position. Domain note 2.3.5. */
export const hitungPerpindahan = definePerhitungan({
  perhitungan: "perpindahan",
  masukan: Masukan,
  hitung({ golongan, jenjangTujuan, predikat, tahunDalamPangkat }, { rujukan, hariIni }) {
    const misplaced = periksaGolongan(rujukan, jenjangTujuan, golongan, hariIni);
    if (misplaced !== undefined) return misplaced;
    const { golonganTerendah } = rujukan.ambil("jenjang", jenjangTujuan, hariIni).nilai;
    if (bandingGolongan(golongan, golonganTerendah) < 0) {
      return tidakSah(
        "jenjangTujuan",
        `jenjangTujuan: ${namaJenjang(jenjangTujuan)} mulai golongan ${golonganTerendah}, tetapi golongan ${golongan}`,
      );
    }
    const khusus = rujukan.cari("perpindahan-khusus", `${jenjangTujuan}:${golongan}`, hariIni);
    const dasar = khusus === undefined ? rujukan.cari("ak-dasar", golongan, hariIni) : undefined;
    if (khusus === undefined && dasar === undefined) {
      return tidakSah("golongan", `golongan: AK dasar untuk ${golongan} belum ada dalam acuan`);
    }
    const { tahunMaksimal } = rujukan.ambil("perpindahan", UMUM, hariIni).nilai;
    const tarif = tarifKonversi(rujukan)(jenjangTujuan, predikat, bacaBulan(hariIni));
    const done = perpindahan(tahunDalamPangkat, {
      tarif,
      tahunMaksimal,
      akDasar: dasar?.nilai.ak ?? NOL,
      akKhusus: khusus?.nilai.ak ?? null,
    });
    return {
      hasil: {
        tahunDihitung: done.tahunDihitung,
        konversi: tulisAk(done.konversi),
        akDasar: tulisAk(done.akDasar),
        jumlah: tulisAk(done.jumlah),
      },
      penjelasan: [
        khusus === undefined
          ? `${tarif.persentase}% × ${koma(tarif.koefisien)} × ${done.tahunDihitung} tahun = ${koma(done.konversi)}; ditambah AK dasar ${koma(done.akDasar)} = ${koma(done.jumlah)} (paling banyak ${tahunMaksimal} tahun terakhir dalam pangkat).`
          : `Golongan ${golongan} ke ${namaJenjang(jenjangTujuan)} mendapat angka kredit tetap ${koma(done.jumlah)}.`,
      ],
    };
  },
});
