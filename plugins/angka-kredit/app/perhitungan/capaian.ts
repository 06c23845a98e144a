import { z } from "zod";
import { type Ak, NOL, tulisAk } from "../../domain/ak.js";
import { aturanKategori } from "../../domain/aturan-kategori.js";
import { hariPertama, tulisBulan } from "../../domain/bulan.js";
import { capaian } from "../../domain/capaian.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { akkSatuKp, kebutuhanKj, kebutuhanKjProporsional, kebutuhanKp } from "../../domain/kebutuhan.js";
import { tarifKonversi } from "../../domain/tarif-konversi.js";
import { bentuk } from "../bentuk-masukan.js";
import { type Gagal, tidakSah } from "../jawaban.js";
import { bulanTahun, koma } from "../kalimat.js";
import { definePerhitungan, type Dunia } from "../perhitungan.js";
import { periksaGolongan } from "../periksa-golongan.js";

const Masukan = z.strictObject({
  untuk: z.enum(["KP", "KJ"]),
  jenjang: bentuk.jenjang,
  golongan: bentuk.golongan,
  predikat: bentuk.predikat,
  mulai: bentuk.tahunBulan,
  akDasar: bentuk.ak.optional(),
  targetProporsional: z.boolean().optional(),
});
type Masukan = z.infer<typeof Masukan>;

/** When a requirement is reached. AK dasar and proportional target are two presentations of one sum. Domain note 2.3.4. */
export const hitungCapaian = definePerhitungan({
  perhitungan: "capaian",
  masukan: Masukan,
  hitung(masukan, dunia) {
    const { jenjang, golongan, predikat, mulai, akDasar = NOL, targetProporsional = false } = masukan;
    if (akDasar > 0 && targetProporsional) return GANDA;
    const { rujukan } = dunia;
    if (rujukan.cari("koefisien", jenjang, hariPertama(mulai)) === undefined) {
      return tidakSah("mulai", `mulai: konversi berlaku sejak 2023-01, tetapi ${tulisBulan(mulai)}`);
    }
    const misplaced = periksaGolongan(rujukan, jenjang, golongan, hariPertama(mulai));
    if (misplaced !== undefined) return misplaced;
    const kebutuhan = kebutuhanDari(masukan, dunia);
    if (typeof kebutuhan !== "number") return kebutuhan;
    const done = capaian({ kebutuhan, akDasar, jenjang, predikat, mulai }, tarifKonversi(rujukan));
    if (done === undefined) {
      return tidakSah("predikat", `predikat: kebutuhan ${koma(kebutuhan)} tidak tercapai dalam seratus tahun`);
    }
    return {
      hasil: {
        kebutuhan: tulisAk(done.kebutuhan),
        bulan: done.bulan,
        selesai: tulisBulan(done.selesai),
        angkaKredit: tulisAk(done.angkaKredit),
      },
      penjelasan: [
        done.bulan === 0
          ? `Kebutuhan ${koma(kebutuhan)} sudah terpenuhi oleh AK dasar ${koma(akDasar)}.`
          : `Kebutuhan ${koma(kebutuhan)} tercapai pada akhir ${bulanTahun(done.selesai)} setelah ${done.bulan} bulan dengan angka kredit ${koma(done.angkaKredit)}.`,
      ],
    };
  },
});

const GANDA: Gagal = {
  galat: {
    kode: "AK_DASAR_GANDA",
    pesan:
      "akDasar dan targetProporsional adalah dua cara menyajikan jumlah yang sama; pakai salah satu saja agar tidak dihitung ganda",
    bidang: "targetProporsional",
  },
};

/**
 * With AK dasar the full requirement of the account; a rank promotion without it is one AKK from here, which is the
 * proportional presentation.
 */
const kebutuhanDari = (
  { untuk, jenjang, golongan, mulai, akDasar = NOL, targetProporsional = false }: Masukan,
  { rujukan }: Dunia,
): Ak | Gagal => {
  const kategori = aturanKategori(rujukan, jenjang, hariPertama(mulai));
  if (untuk === "KP") {
    const need = akDasar > 0 ? kebutuhanKp(jenjang, golongan, kategori) : akkSatuKp(golongan, kategori);
    return need ?? tidakSah("golongan", `golongan: tidak ada pangkat di atas ${golongan} dalam kategori ini`);
  }
  const need = targetProporsional
    ? kebutuhanKjProporsional(jenjang, golongan, kategori)
    : kebutuhanKj(jenjang, kategori);
  return need ?? tidakSah("jenjang", `jenjang: tidak ada jenjang di atas ${namaJenjang(jenjang)}`);
};
