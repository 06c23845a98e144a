import type { ReactElement } from "react";
import { GOLONGAN, JENJANG, namaJenjang, namaPredikat, PREDIKAT } from "../../http/contract/hitung.js";
import type { Bagian } from "../bagian.js";
import { BidangAngka } from "../bidang/angka.js";
import { BidangCentang } from "../bidang/centang.js";
import { DaftarBaris } from "../bidang/daftar-baris.js";
import { BidangPilihan } from "../bidang/pilihan.js";
import { BidangTeks } from "../bidang/teks.js";
import { useFormulir } from "../formulir.js";
import { HasilKenaikanLengkap } from "../hasil/hasil-kenaikan.js";
import { type Baris, type Isian, nilaiDari } from "../isian.js";
import type { PembacaIsian } from "../pembaca-isian.js";
import type { Permintaan } from "../tanya-server.js";
import { tulisGolongan } from "../tulis.js";
import { useTeks } from "../use-teks.js";

/** The year before the last line, or last year: grades are looked back at. */
const predikatBerikut =
  (isian: string) =>
  (baris: readonly Baris[]): Baris => ({
    tahun: String(Number(baris.at(-1)?.["tahun"] ?? isian.slice(0, 4)) - 1),
    predikat: "BAIK",
  });

const waktu = (isian: Isian, baca: PembacaIsian): readonly Permintaan[] => {
  const akDasar = baca.ak("angkaKredit");
  const rest = {
    jenjang: nilaiDari(isian, "jenjang"),
    golongan: nilaiDari(isian, "golongan"),
    predikat: nilaiDari(isian, "predikat"),
    mulai: baca.wajib("mulai"),
    ...(akDasar === undefined ? {} : { akDasar }),
  };
  return (["KP", "KJ"] as const).flatMap((untuk) =>
    (["capaian", "capaian-bulanan"] as const).map((perhitungan) => ({ perhitungan, untuk, ...rest })),
  );
};

const syarat = (isian: Isian, baca: PembacaIsian): readonly Permintaan[] => {
  if (nilaiDari(isian, "tanggal") === "") return [];
  return [
    {
      perhitungan: "kenaikan",
      jenjang: nilaiDari(isian, "jenjang"),
      golongan: nilaiDari(isian, "golongan"),
      angkaKredit: baca.ak("angkaKredit") ?? "0.000",
      tanggal: nilaiDari(isian, "tanggal"),
      tmtPangkat: baca.wajib("tmtPangkat"),
      tmtJabatan: baca.wajib("tmtJabatan"),
      predikat: isian.baris.map(({ tahun, predikat }, index) => ({
        tahun: baca.bulat(tahun, `predikat[${index}].tahun`),
        predikat,
      })),
      lowongan: baca.centang("lowongan"),
      lulusUjiKompetensi: baca.centang("lulusUjiKompetensi"),
      sudahKpTanpaKj: baca.centang("sudahKpTanpaKj"),
    },
  ];
};

/** When credit is enough for the next rank and level, and what else stands in the way. */
export const kenaikan: Bagian = {
  id: "kenaikan",
  nama: [
    "jenjang",
    "golongan",
    "angkaKredit",
    "predikat",
    "mulai",
    "tanggal",
    "tmtPangkat",
    "tmtJabatan",
    "lowongan",
    "lulusUjiKompetensi",
    "sudahKpTanpaKj",
  ],
  kolom: ["tahun", "predikat"],
  awal: (bulanIni) => ({
    nilai: { jenjang: "AHLI_PERTAMA", golongan: "III/a", predikat: "BAIK", mulai: bulanIni },
    baris: [],
  }),
  permintaan: (isian, baca) => [...waktu(isian, baca), ...syarat(isian, baca)],
  bidang: (nama) => (nama === "akDasar" ? "angkaKredit" : nama),
  // At the top of the ranks or levels one of the two has no answer, and the other still has.
  menghalangi: (jawaban) => {
    const [waktuSemua, syaratSemua] = [jawaban.slice(0, 4), jawaban.slice(4)];
    return [...(waktuSemua.some((each) => "hasil" in each) ? [] : waktuSemua), ...syaratSemua];
  },
  Bidang: BidangKenaikan,
  Hasil: HasilKenaikanLengkap,
};

function BidangKenaikan(): ReactElement {
  const { t } = useTeks();
  return (
    <>
      <div className="bidang-bidang">
        <BidangPilihan nama="jenjang" label={t("jenjang")} pilihan={JENJANG} sebut={namaJenjang} />
        <BidangPilihan nama="golongan" label={t("golongan")} pilihan={GOLONGAN} sebut={tulisGolongan} />
        <BidangAngka nama="angkaKredit" label={t("saldo")} bantuan={t("saldoBantuan")} />
        <BidangPilihan nama="predikat" label={t("predikatPerkiraan")} pilihan={PREDIKAT} sebut={namaPredikat} />
        <BidangTeks nama="mulai" label={t("mulai")} jenis="month" bantuan={t("mulaiBantuan")} />
      </div>
      <BidangSyarat />
    </>
  );
}

function BidangSyarat(): ReactElement {
  const { t } = useTeks();
  return (
    <fieldset className="kelompok">
      <legend>{t("syarat")}</legend>
      <p className="bidang-bantuan">{t("syaratBantuan")}</p>
      <div className="bidang-bidang">
        <BidangTeks nama="tanggal" label={t("tanggal")} jenis="date" />
        <BidangTeks nama="tmtPangkat" label={t("tmtPangkat")} jenis="date" />
        <BidangTeks nama="tmtJabatan" label={t("tmtJabatan")} jenis="date" />
      </div>
      <BidangPredikat />
      <BidangCentang nama="lowongan" label={t("lowongan")} />
      <BidangCentang nama="lulusUjiKompetensi" label={t("lulusUjiKompetensi")} />
      <BidangCentang nama="sudahKpTanpaKj" label={t("sudahKpTanpaKj")} />
    </fieldset>
  );
}

function BidangPredikat(): ReactElement {
  const { t } = useTeks();
  const { isian } = useFormulir();
  return (
    <DaftarBaris
      daftar="predikat"
      judul={(nomor) => `${t("predikatTahunan")} ${nomor}`}
      tambah={t("tambahPredikat")}
      hapus={t("hapusPredikat")}
      baru={predikatBerikut(nilaiDari(isian, "tanggal") || nilaiDari(isian, "mulai"))}
      minimal={0}
    >
      <BidangTeks nama="tahun" label={t("tahun")} />
      <BidangPilihan nama="predikat" label={t("predikat")} pilihan={PREDIKAT} sebut={namaPredikat} />
    </DaftarBaris>
  );
}
