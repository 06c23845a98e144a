import { z } from "zod";
import { tulisAk } from "../../domain/ak.js";
import { aturanKategori } from "../../domain/aturan-kategori.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { type AlasanKenaikan, kenaikan, type Putusan } from "../../domain/kenaikan.js";
import { syaratKenaikan } from "../../domain/syarat-kenaikan.js";
import { bentuk } from "../bentuk-masukan.js";
import { type Gagal, tidakSah } from "../jawaban.js";
import { koma, tanggalPanjang } from "../kalimat.js";
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
        kalimat("Kenaikan jenjang", done.kj),
        kalimat("Kenaikan pangkat", done.kp),
        ...(done.urutan.length === 2
          ? ["Kenaikan jenjang didahulukan, lalu kenaikan pangkat dengan angka kredit yang sama."]
          : []),
        `Setelah itu: ${namaJenjang(setelah.jenjang)}, ${setelah.golongan}, angka kredit ${koma(setelah.angkaKredit)}.`,
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

const KALIMAT: Readonly<Record<AlasanKenaikan, string>> = {
  ANGKA_KREDIT: "angka kredit belum mencukupi",
  MASA_PANGKAT: "masa dalam pangkat terakhir belum cukup",
  MASA_JABATAN: "masa dalam jabatan terakhir belum cukup",
  PREDIKAT: "predikat kinerja belum memenuhi syarat",
  LOWONGAN: "tidak ada lowongan kebutuhan jabatan",
  UJI_KOMPETENSI: "belum lulus uji kompetensi",
  SUDAH_KP_TANPA_KJ: "kenaikan pangkat tanpa kenaikan jenjang sudah pernah diberikan",
  JENJANG_TERTINGGI: "sudah yang tertinggi",
  MELEWATI_JENJANG: "pangkat berikutnya di atas rentang jenjang",
};

const kalimat = (apa: string, { dapat, alasan, tmtPalingCepat }: Putusan): string => {
  if (dapat) return `${apa} dapat dipertimbangkan.`;
  const earliest = tmtPalingCepat === undefined ? "" : ` Paling cepat ${tanggalPanjang(tmtPalingCepat)}.`;
  return `${apa} belum dapat dipertimbangkan: ${alasan.map((each) => KALIMAT[each]).join("; ")}.${earliest}`;
};
