import type { Ak } from "./ak.js";
import { GOLONGAN, type Golongan } from "./golongan.js";
import { JENJANG } from "./jenjang.js";
import { PREDIKAT, type Predikat } from "./predikat.js";

/** What may stand in a field of reference data. */
export type TipeBidang =
  "AK" | "AK_ATAU_KOSONG" | "BILANGAN" | "GOLONGAN" | "PREDIKAT" | "DAFTAR_BILANGAN" | "TEKS" | "UNSUR";

/** One field of a kind of reference data. */
export interface BidangAcuan {
  readonly tipe: TipeBidang;
  /** As officials call it. */
  readonly label: string;
}

/** One kind of reference data: its keys and its fields. */
export interface UraianJenis {
  readonly judul: string;
  readonly title: string;
  readonly kunci: readonly string[];
  readonly bidang: Readonly<Record<string, BidangAcuan>>;
}

const bidang = <T extends TipeBidang>(tipe: T, label: string) => ({ tipe, label }) as const;

/** Keys of kinds that have one value only. */
export const UMUM = "UMUM";
/** Positions with conventional rules of their own; `UMUM` are the shared rules. */
export const JENIS_JABATAN = ["WIDYAISWARA", "ANALIS_KEPEGAWAIAN"] as const;
export type JenisJabatan = (typeof JENIS_JABATAN)[number];

/** The kinds of reference data of the credit rules; section numbers are those of the domain note. */
export const JENIS_ACUAN = {
  /** 2.1, 2.3.3. */
  jenjang: {
    judul: "Rentang golongan dan AKK jenjang",
    title: "Range and requirement of levels",
    kunci: JENJANG,
    bidang: {
      golonganTerendah: bidang("GOLONGAN", "Golongan terendah"),
      golonganTertinggi: bidang("GOLONGAN", "Golongan tertinggi"),
      akkKp: bidang("AK", "AKK kenaikan pangkat"),
      akkKj: bidang("AK_ATAU_KOSONG", "AKK kenaikan jenjang"),
    },
  },
  /** 2.3.1. */
  koefisien: {
    judul: "Koefisien angka kredit per tahun",
    title: "Yearly rates of credit",
    kunci: JENJANG,
    bidang: { koefisien: bidang("AK", "Koefisien per tahun") },
  },
  /** 2.3.1. */
  predikat: {
    judul: "Persentase predikat kinerja",
    title: "Percentages of performance grades",
    kunci: PREDIKAT,
    bidang: { persen: bidang("BILANGAN", "Persentase") },
  },
  /** 2.3.4. */
  "ak-dasar": {
    judul: "AK dasar menurut golongan",
    title: "Base credit by golongan",
    kunci: GOLONGAN,
    bidang: { ak: bidang("AK", "AK dasar") },
  },
  /** 2.3.6. */
  "syarat-kp": {
    judul: "Syarat kenaikan pangkat",
    title: "Conditions of rank promotion",
    kunci: [UMUM],
    bidang: {
      tahunPangkat: bidang("BILANGAN", "Tahun dalam pangkat terakhir"),
      tahunPredikat: bidang("BILANGAN", "Tahun predikat yang dilihat"),
      predikatMinimal: bidang("PREDIKAT", "Predikat paling rendah"),
    },
  },
  /** 2.3.6. */
  "syarat-kj": {
    judul: "Syarat kenaikan jenjang",
    title: "Conditions of level promotion",
    kunci: [UMUM],
    bidang: {
      tahunJabatan: bidang("BILANGAN", "Tahun dalam jabatan terakhir"),
      tahunPredikat: bidang("BILANGAN", "Tahun predikat yang dilihat"),
      predikatMinimal: bidang("PREDIKAT", "Predikat paling rendah"),
    },
  },
  /** 1.7.2. */
  "periode-kp": {
    judul: "Periode kenaikan pangkat",
    title: "Periods of rank promotion",
    kunci: [UMUM],
    bidang: { bulan: bidang("DAFTAR_BILANGAN", "Bulan (1–12)") },
  },
  /** 2.3.6. */
  pendidikan: {
    judul: "Tambahan angka kredit ijazah",
    title: "Credit of a higher degree",
    kunci: [UMUM],
    bidang: { persen: bidang("BILANGAN", "Persentase dari AKK kenaikan pangkat") },
  },
  /** 2.3.5. */
  perpindahan: {
    judul: "Perpindahan dari jabatan lain",
    title: "Moving from another position",
    kunci: [UMUM],
    bidang: { tahunMaksimal: bidang("BILANGAN", "Tahun dalam pangkat yang dihitung paling banyak") },
  },
  /** 2.3.5: `<jenjang>:<golongan>` with one amount instead of the formula. */
  "perpindahan-khusus": {
    judul: "Perpindahan dengan angka kredit tetap",
    title: "Moving with one fixed amount",
    kunci: JENJANG.flatMap((jenjang) => GOLONGAN.map((golongan) => `${jenjang}:${golongan}`)),
    bidang: { ak: bidang("AK", "Angka kredit") },
  },
  /** 2.3.7. */
  integrasi: {
    judul: "PAK Integrasi",
    title: "Integration of conventional credit",
    kunci: GOLONGAN,
    bidang: {
      nilaiDasar: bidang("AK", "Nilai dasar"),
      dari: bidang("AK", "Hasil paling sedikit"),
      sampai: bidang("AK", "Hasil kurang dari"),
    },
  },
  /** 2.2, 2.3.6. */
  "target-2022": {
    judul: "Target tahunan menurut Peraturan BKN 11/2022",
    title: "Yearly target of the regime of 2022",
    kunci: JENJANG,
    bidang: {
      target: bidang("AK", "Target per tahun"),
      persenMaksimal: bidang("BILANGAN", "Capaian paling banyak (persen target)"),
    },
  },
  /** 2.4. */
  "akk-konvensional": {
    judul: "AKK konvensional menurut golongan",
    title: "Conventional requirement by golongan",
    kunci: GOLONGAN,
    bidang: { ak: bidang("AK", "AKK") },
  },
  /** 2.4. */
  konvensional: {
    judul: "Aturan penilaian konvensional",
    title: "Rules of conventional assessment",
    kunci: [UMUM, ...JENIS_JABATAN],
    bidang: {
      persenSatuDiAtas: bidang("BILANGAN", "Persen butir satu jenjang di atas"),
      persenSatuDiBawah: bidang("BILANGAN", "Persen butir satu jenjang di bawah"),
      persenPenunjangMaks: bidang("BILANGAN", "Persen penunjang paling banyak"),
      penulis2: bidang("DAFTAR_BILANGAN", "Persen 2 penulis"),
      penulis3: bidang("DAFTAR_BILANGAN", "Persen 3 penulis"),
      penulis4: bidang("DAFTAR_BILANGAN", "Persen 4 penulis"),
      ijazahS1: bidang("AK", "AK ijazah S1"),
      ijazahS2: bidang("AK", "AK ijazah S2"),
      ijazahS3: bidang("AK", "AK ijazah S3"),
    },
  },
} as const satisfies Readonly<Record<string, UraianJenis>>;

export type JenisAcuan = keyof typeof JENIS_ACUAN;

interface NilaiTipe {
  readonly AK: Ak;
  readonly AK_ATAU_KOSONG: Ak | null;
  readonly BILANGAN: number;
  readonly GOLONGAN: Golongan;
  readonly PREDIKAT: Predikat;
  readonly DAFTAR_BILANGAN: readonly number[];
  readonly TEKS: string;
  readonly UNSUR: string;
}

type BidangJenis<J extends JenisAcuan> = (typeof JENIS_ACUAN)[J]["bidang"];

/** The values of a kind, read: credit in thousandths. */
export type NilaiAcuan<J extends JenisAcuan> = {
  readonly [N in keyof BidangJenis<J>]: BidangJenis<J>[N] extends { readonly tipe: infer T extends TipeBidang }
    ? NilaiTipe[T]
    : never;
};
