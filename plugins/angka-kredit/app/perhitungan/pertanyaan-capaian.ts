import { z } from "zod";
import { type Ak, NOL } from "../../domain/ak.js";
import { aturanKategori } from "../../domain/aturan-kategori.js";
import { hariPertama, tulisBulan } from "../../domain/bulan.js";
import type { PertanyaanCapaian } from "../../domain/capaian.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { akkSatuKp, kebutuhanKj, kebutuhanKjProporsional, kebutuhanKp } from "../../domain/kebutuhan.js";
import { bentuk } from "../bentuk-masukan.js";
import { type Gagal, tidakSah } from "../jawaban.js";
import { koma } from "../kalimat.js";
import type { Dunia } from "../perhitungan.js";
import { periksaGolongan } from "../periksa-golongan.js";

/** What is asked about reaching a requirement, for the month it is reached in and for the way there. */
export const MasukanCapaian = z.strictObject({
  untuk: z.enum(["KP", "KJ"]),
  jenjang: bentuk.jenjang,
  golongan: bentuk.golongan,
  predikat: bentuk.predikat,
  mulai: bentuk.tahunBulan,
  akDasar: bentuk.ak.optional(),
  targetProporsional: z.boolean().optional(),
});
type MasukanCapaian = z.infer<typeof MasukanCapaian>;

/** The requirement that is meant, or why the question cannot be answered. Domain note 2.3.4. */
export const pertanyaanCapaian = (masukan: MasukanCapaian, dunia: Dunia): PertanyaanCapaian | Gagal => {
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
  return { kebutuhan, akDasar, jenjang, predikat, mulai };
};

/** The requirement is out of reach with this grade. */
export const tidakTercapai = (kebutuhan: Ak): Gagal =>
  tidakSah("predikat", `predikat: kebutuhan ${koma(kebutuhan)} tidak tercapai dalam seratus tahun`);

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
  { untuk, jenjang, golongan, mulai, akDasar = NOL, targetProporsional = false }: MasukanCapaian,
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
