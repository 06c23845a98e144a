import { z } from "zod";
import { tulisAk } from "../../domain/ak.js";
import { bulanKe, hariPertama } from "../../domain/bulan.js";
import { namaJenjang } from "../../domain/jenjang.js";
import {
  type BarisKonversi,
  type Konversi,
  konversi,
  type PeriodePredikat,
  periksaPeriode,
} from "../../domain/konversi.js";
import { namaPredikat } from "../../domain/predikat.js";
import type { Rujukan } from "../../domain/rujukan.js";
import { tarifKonversi } from "../../domain/tarif-konversi.js";
import { bentuk } from "../bentuk-masukan.js";
import { type Gagal, type Kalimat, tidakSah } from "../jawaban.js";
import { inEnglish, koma, rentangBulan } from "../kalimat.js";
import { definePerhitungan } from "../perhitungan.js";

const Masukan = z.strictObject({
  periode: z
    .array(
      z.strictObject({
        jenjang: bentuk.jenjang,
        tahun: bentuk.tahun,
        bulanMulai: bentuk.bulan,
        bulanSelesai: bentuk.bulan,
        predikat: bentuk.predikat,
      }),
    )
    .min(1)
    .max(1200),
});

/** Grades to credit; rows merged before they are rounded, one account for each level. Domain note 2.3.2, 2.3.8. */
export const hitungKonversi = definePerhitungan({
  perhitungan: "konversi",
  masukan: Masukan,
  hitung({ periode }, { rujukan }) {
    const [fault] = periksaPeriode(periode);
    if (fault !== undefined) return tidakSah(fault.bidang, `${fault.bidang}: ${fault.pesan}`);
    const without = tanpaTarif(periode, rujukan);
    if (without !== undefined) return without;
    const done = konversi(periode, tarifKonversi(rujukan));
    return { hasil: tulisKonversi(done), penjelasan: penjelasan(done) };
  },
});

/** A month before the regime, or after the last rates. */
const tanpaTarif = (periode: readonly PeriodePredikat[], rujukan: Rujukan): Gagal | undefined => {
  for (const [index, { jenjang, tahun, bulanMulai, bulanSelesai }] of periode.entries()) {
    for (const bulan of [bulanMulai, bulanSelesai]) {
      if (rujukan.cari("koefisien", jenjang, hariPertama(bulanKe(tahun, bulan))) === undefined) {
        const bidang = `periode[${index}].tahun`;
        return tidakSah(
          bidang,
          `${bidang}: konversi predikat kinerja berlaku untuk masa penilaian sejak 2023, tetapi ${tahun}`,
        );
      }
    }
  }
  return undefined;
};

const tulisBaris = (baris: BarisKonversi) => ({
  jenjang: baris.jenjang,
  tahun: baris.tahun,
  bulanMulai: baris.bulanMulai,
  bulanSelesai: baris.bulanSelesai,
  bulan: baris.bulan,
  predikat: baris.predikat,
  persentase: baris.persentase,
  koefisien: tulisAk(baris.koefisien),
  angkaKredit: tulisAk(baris.angkaKredit),
});

const tulisKonversi = ({ baris, akun, jumlah }: Konversi) => ({
  baris: baris.map(tulisBaris),
  akun: akun.map((each) => ({ ...each, angkaKredit: tulisAk(each.angkaKredit) })),
  jumlah: tulisAk(jumlah),
});

const penjelasan = ({ baris, akun, jumlah }: Konversi): Kalimat[] => [
  ...baris.map(({ jenjang, tahun, bulanMulai, bulanSelesai, bulan, predikat, persentase, koefisien, angkaKredit }) => ({
    id: `${rentangBulan(tahun, bulanMulai, bulanSelesai)}, ${namaJenjang(jenjang)}, ${namaPredikat(predikat)}: ${bulan}/12 × ${persentase}% × ${koma(koefisien)} = ${koma(angkaKredit)}.`,
    en: `${inEnglish.months(tahun, bulanMulai, bulanSelesai)}, ${namaJenjang(jenjang)}, ${namaPredikat(predikat)}: ${bulan}/12 × ${persentase}% × ${koma(koefisien)} = ${koma(angkaKredit)}.`,
  })),
  ...akun
    .filter(({ status }) => status === "DITUTUP")
    .map(({ jenjang, angkaKredit }) => ({
      id: `Angka kredit ${namaJenjang(jenjang)} ditutup pada ${koma(angkaKredit)}: kelebihan tidak dibawa pada kenaikan jenjang.`,
      en: `The credit of ${namaJenjang(jenjang)} is closed at ${koma(angkaKredit)}: no surplus is carried over to the next level.`,
    })),
  {
    id: `Jumlah angka kredit yang berjalan ${koma(jumlah)}; setiap baris dibulatkan ke tiga desimal dan jumlahnya tidak dibulatkan lagi.`,
    en: `The running credit is ${koma(jumlah)} in all; each row is rounded to three decimals, and the sum is not rounded again.`,
  },
];
