import { z } from "zod";
import { tulisAk } from "../../domain/ak.js";
import { aturanKategori } from "../../domain/aturan-kategori.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { type AlasanKenaikan, kenaikan, type Putusan } from "../../domain/kenaikan.js";
import { syaratKenaikan } from "../../domain/syarat-kenaikan.js";
import { bentuk } from "../bentuk-masukan.js";
import { type Gagal, type Kalimat, tidakSah } from "../jawaban.js";
import { inEnglish, koma, tanggalPanjang } from "../kalimat.js";
import { definePerhitungan } from "../perhitungan.js";
import { periksaGolongan } from "../periksa-golongan.js";

const Masukan = z.strictObject({
  jenjang: bentuk.jenjang,
  golongan: bentuk.golongan,
  angkaKredit: bentuk.ak,
  tanggal: bentuk.tanggal,
  tmtPangkat: bentuk.tanggal,
  tmtJabatan: bentuk.tanggal,
  predikat: z.array(z.strictObject({ tahun: bentuk.tahun, predikat: bentuk.predikat })).max(100),
  lowongan: z.boolean(),
  lulusUjiKompetensi: z.boolean(),
  sudahKpTanpaKj: z.boolean().optional(),
});
type Masukan = z.infer<typeof Masukan>;

/** Promotion of level and rank on a date. Domain note 2.3.6. */
export const hitungKenaikan = definePerhitungan({
  perhitungan: "kenaikan",
  masukan: Masukan,
  hitung(masukan, { rujukan }) {
    const { jenjang, golongan, tanggal, sudahKpTanpaKj = false, ...rest } = masukan;
    if (rujukan.cari("jenjang", jenjang, tanggal) === undefined) {
      return tidakSah("tanggal", `tanggal: aturan kenaikan ini berlaku sejak 2023-01-01, tetapi ${tanggal}`);
    }
    const fault = urutanSalah(masukan) ?? periksaGolongan(rujukan, jenjang, golongan, tanggal);
    if (fault !== undefined) return fault;
    const done = kenaikan(
      { ...rest, jenjang, golongan, tanggal, sudahKpTanpaKj },
      aturanKategori(rujukan, jenjang, tanggal),
      syaratKenaikan(rujukan, tanggal),
    );
    const { setelah } = done;
    return {
      hasil: { ...done, setelah: { ...setelah, angkaKredit: tulisAk(setelah.angkaKredit) } },
      penjelasan: [
        kalimat({ id: "Kenaikan jenjang", en: "Promotion of level" }, done.kj),
        kalimat({ id: "Kenaikan pangkat", en: "Promotion of rank" }, done.kp),
        ...(done.urutan.length === 2
          ? [
              {
                id: "Kenaikan jenjang didahulukan, lalu kenaikan pangkat dengan angka kredit yang sama.",
                en: "The promotion of level comes first, then that of rank with the same credit.",
              },
            ]
          : []),
        {
          id: `Setelah itu: ${namaJenjang(setelah.jenjang)}, ${setelah.golongan}, angka kredit ${koma(setelah.angkaKredit)}.`,
          en: `Afterwards: ${namaJenjang(setelah.jenjang)}, ${setelah.golongan}, credit ${koma(setelah.angkaKredit)}.`,
        },
      ],
    };
  },
});

const urutanSalah = ({ tanggal, tmtPangkat, tmtJabatan, predikat }: Masukan): Gagal | undefined => {
  for (const [bidang, tmt] of [["tmtPangkat", tmtPangkat] as const, ["tmtJabatan", tmtJabatan] as const]) {
    if (tmt > tanggal) return tidakSah(bidang, `${bidang}: harus sebelum ${tanggal}, tetapi ${tmt}`);
  }
  const double = predikat.findIndex(({ tahun }, at) => predikat.findIndex((each) => each.tahun === tahun) < at);
  if (double === -1) return undefined;
  const bidang = `predikat[${double}].tahun`;
  return tidakSah(bidang, `${bidang}: tahun ${predikat[double]?.tahun} sudah punya predikat`);
};

const KALIMAT: Readonly<Record<AlasanKenaikan, Kalimat>> = {
  ANGKA_KREDIT: { id: "angka kredit belum mencukupi", en: "the credit is not enough" },
  MASA_PANGKAT: { id: "masa dalam pangkat terakhir belum cukup", en: "the time in the present rank is too short" },
  MASA_JABATAN: { id: "masa dalam jabatan terakhir belum cukup", en: "the time in the present position is too short" },
  PREDIKAT: { id: "predikat kinerja belum memenuhi syarat", en: "the performance grades do not meet the requirement" },
  LOWONGAN: { id: "tidak ada lowongan kebutuhan jabatan", en: "there is no vacancy" },
  UJI_KOMPETENSI: { id: "belum lulus uji kompetensi", en: "the competency test has not been passed" },
  SUDAH_KP_TANPA_KJ: {
    id: "kenaikan pangkat tanpa kenaikan jenjang sudah pernah diberikan",
    en: "a promotion of rank without one of level has been given before",
  },
  JENJANG_TERTINGGI: { id: "sudah yang tertinggi", en: "it is the highest already" },
  MELEWATI_JENJANG: {
    id: "pangkat berikutnya di atas rentang jenjang",
    en: "the next rank lies above those of the level",
  },
};

const kalimat = (apa: Kalimat, { dapat, alasan, tmtPalingCepat }: Putusan): Kalimat => {
  if (dapat) return { id: `${apa.id} dapat dipertimbangkan.`, en: `${apa.en} can be considered.` };
  const [id, en] = [alasan.map((each) => KALIMAT[each].id), alasan.map((each) => KALIMAT[each].en)];
  const earliest =
    tmtPalingCepat === undefined
      ? { id: "", en: "" }
      : {
          id: ` Paling cepat ${tanggalPanjang(tmtPalingCepat)}.`,
          en: ` On ${inEnglish.date(tmtPalingCepat)} at the earliest.`,
        };
  return {
    id: `${apa.id} belum dapat dipertimbangkan: ${id.join("; ")}.${earliest.id}`,
    en: `${apa.en} cannot be considered yet: ${en.join("; ")}.${earliest.en}`,
  };
};
