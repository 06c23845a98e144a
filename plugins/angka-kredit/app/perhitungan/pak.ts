import { z } from "zod";
import { type Ak, NOL, tulisAk } from "../../domain/ak.js";
import { aturanKategori } from "../../domain/aturan-kategori.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { type Ambang, pak } from "../../domain/pak.js";
import { bentuk } from "../bentuk-masukan.js";
import type { Kalimat } from "../jawaban.js";
import { koma } from "../kalimat.js";
import { definePerhitungan } from "../perhitungan.js";
import { periksaGolongan } from "../periksa-golongan.js";

const Masukan = z.strictObject({
  jenjang: bentuk.jenjang,
  golongan: bentuk.golongan,
  akDasar: bentuk.ak.optional(),
  akLama: bentuk.ak.optional(),
  akPenyesuaian: bentuk.ak.optional(),
  akIntegrasi: bentuk.ak.optional(),
  akKonversi: bentuk.ak.optional(),
  akPendidikan: bentuk.ak.optional(),
});

/** Sum of a PAK and what it is enough for. Domain note 3.10. */
export const hitungPak = definePerhitungan({
  perhitungan: "pak",
  masukan: Masukan,
  hitung({ jenjang, golongan, ...isi }, { rujukan, hariIni }) {
    const misplaced = periksaGolongan(rujukan, jenjang, golongan, hariIni);
    if (misplaced !== undefined) return misplaced;
    const done = pak(
      { jenjang, golongan },
      {
        akDasar: isi.akDasar ?? NOL,
        akLama: isi.akLama ?? NOL,
        akPenyesuaian: isi.akPenyesuaian ?? NOL,
        akIntegrasi: isi.akIntegrasi ?? NOL,
        akKonversi: isi.akKonversi ?? NOL,
        akPendidikan: isi.akPendidikan ?? NOL,
      },
      aturanKategori(rujukan, jenjang, hariIni),
    );
    return {
      hasil: {
        jumlah: tulisAk(done.jumlah),
        pangkat: tulisAmbang(done.pangkat),
        jenjang: tulisAmbang(done.jenjang),
        kesimpulan: done.kesimpulan,
      },
      penjelasan: [
        {
          id: `Jumlah angka kredit kumulatif ${koma(done.jumlah)}.`,
          en: `The accumulated credit is ${koma(done.jumlah)}.`,
        },
        kalimatAmbang(
          { id: `kenaikan pangkat dari ${golongan}`, en: `promotion to the rank after ${golongan}` },
          done.pangkat,
        ),
        kalimatAmbang(
          {
            id: `kenaikan jenjang dari ${namaJenjang(jenjang)}`,
            en: `promotion to the level after ${namaJenjang(jenjang)}`,
          },
          done.jenjang,
        ),
      ],
    };
  },
});

const tulis = (value: Ak | null): string | null => (value === null ? null : tulisAk(value));

const tulisAmbang = ({ minimal, kelebihan, kekurangan, terpenuhi }: Ambang) => ({
  minimal: tulis(minimal),
  kelebihan: tulis(kelebihan),
  kekurangan: tulis(kekurangan),
  terpenuhi,
});

const kalimatAmbang = (untuk: Kalimat, { minimal, kelebihan, kekurangan }: Ambang): Kalimat => {
  if (minimal === null)
    return {
      id: `Untuk ${untuk.id} tidak ada angka kredit minimal: sudah yang tertinggi.`,
      en: `There is no least credit for ${untuk.en}: it is the highest.`,
    };
  const less = kekurangan ?? NOL;
  const difference =
    kelebihan === null
      ? { id: `kurang ${koma(less)}`, en: `${koma(less)} is missing` }
      : {
          id: `terpenuhi dengan kelebihan ${koma(kelebihan)}`,
          en: `met, with a surplus of ${koma(kelebihan)}`,
        };
  return {
    id: `Angka kredit minimal untuk ${untuk.id} ${koma(minimal)}: ${difference.id}.`,
    en: `The least credit for ${untuk.en} is ${koma(minimal)}: ${difference.en}.`,
  };
};
