import type { BarisAcuan, StatusSumber } from "../domain/acuan.js";

import { type JenisAcuan, UMUM } from "../domain/jenis-acuan.js";

type Nilai = Readonly<Record<string, unknown>>;

interface Sumber {
  readonly peraturan: string;
  readonly pasal: string | null;
  readonly status: StatusSumber;
  readonly berlakuMulai: string;
  readonly berlakuSampai?: string;
}

const SEKUNDER = "TERKONFIRMASI_SEKUNDER" satisfies StatusSumber;
const VERIFIKASI = "PERLU_VERIFIKASI" satisfies StatusSumber;

/** Conversion of performance grades: from the year 2023 on (domain note 2.2). */
const sejak2023 = (peraturan: string, pasal: string | null, status: StatusSumber = SEKUNDER): Sumber => ({
  peraturan,
  pasal,
  status,
  berlakuMulai: "2023-01-01",
});
/** The regime of 2021 and 2022. */
const tahun2022 = (pasal: string): Sumber => ({
  peraturan: "Peraturan BKN 11/2022",
  pasal,
  status: SEKUNDER,
  berlakuMulai: "2019-01-01",
  berlakuSampai: "2022-12-31",
});

const PANRB1 = "PermenPANRB 1/2023";
const PERBKN3 = "Peraturan BKN 3/2023";

const rows = (jenis: JenisAcuan, sumber: Sumber, values: Readonly<Record<string, Nilai>>): readonly BarisAcuan[] =>
  Object.entries(values).map(([kunci, nilai]) => ({
    id: `${jenis}:${kunci}:${sumber.berlakuMulai}`,
    jenis,
    kunci,
    nilai,
    peraturan: sumber.peraturan,
    pasal: sumber.pasal,
    status: sumber.status,
    berlakuMulai: sumber.berlakuMulai,
    berlakuSampai: sumber.berlakuSampai ?? null,
  }));

const level = (golonganTerendah: string, golonganTertinggi: string, akkKp: string, akkKj: string | null): Nilai => ({
  golonganTerendah,
  golonganTertinggi,
  akkKp,
  akkKj,
});

const integrasi = (nilaiDasar: string, dari: string, sampai: string): Nilai => ({ nilaiDasar, dari, sampai });

const amounts = (field: string, values: Readonly<Record<string, string>>): Readonly<Record<string, Nilai>> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { [field]: value }]));

const target = (values: Readonly<Record<string, string>>): Readonly<Record<string, Nilai>> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { target: value, persenMaksimal: 150 }]));

/** Shared by every functional position of the conventional regime (domain note 2.4). */
const KONVENSIONAL: Nilai = {
  persenSatuDiAtas: 80,
  persenSatuDiBawah: 100,
  persenPenunjangMaks: 20,
  penulis2: [60, 40],
  penulis3: [50, 25, 25],
  penulis4: [40, 20, 20, 20],
  ijazahS1: "100.000",
  ijazahS2: "150.000",
  ijazahS3: "200.000",
};

/** First full year; the annexes with the exact day were not readable. */
const SEJAK_2015 = "2015-01-01";

/**
 * Reference data of every installation; section numbers are those of the domain note. What is only general knowledge or
 * read once says so in its status, and an administrator replaces it by a new row.
 */
export const ACUAN_AWAL: readonly BarisAcuan[] = [
  // 2.1, 2.3.3
  ...rows("jenjang", sejak2023(PANRB1, "Lampiran"), {
    PEMULA: level("II/a", "II/a", "15.000", "15.000"),
    TERAMPIL: level("II/b", "II/d", "20.000", "60.000"),
    MAHIR: level("III/a", "III/b", "50.000", "100.000"),
    PENYELIA: level("III/c", "III/d", "100.000", null),
    AHLI_PERTAMA: level("III/a", "III/b", "50.000", "100.000"),
    AHLI_MUDA: level("III/c", "III/d", "100.000", "200.000"),
    AHLI_MADYA: level("IV/a", "IV/c", "150.000", "450.000"),
    AHLI_UTAMA: level("IV/d", "IV/e", "200.000", null),
  }),
  // 2.3.1
  ...rows(
    "koefisien",
    sejak2023(PANRB1, "Lampiran"),
    amounts("koefisien", {
      PEMULA: "3.750",
      TERAMPIL: "5.000",
      MAHIR: "12.500",
      PENYELIA: "25.000",
      AHLI_PERTAMA: "12.500",
      AHLI_MUDA: "25.000",
      AHLI_MADYA: "37.500",
      AHLI_UTAMA: "50.000",
    }),
  ),
  ...rows("predikat", sejak2023(PERBKN3, "Pasal 13"), {
    SANGAT_BAIK: { persen: 150 },
    BAIK: { persen: 100 },
    BUTUH_PERBAIKAN: { persen: 75 },
    KURANG: { persen: 50 },
    SANGAT_KURANG: { persen: 25 },
  }),
  // 2.3.4; III/d is an example of the regulation, the others come from public applications
  ...rows(
    "ak-dasar",
    sejak2023(PERBKN3, "Lampiran I"),
    amounts("ak", {
      "III/a": "0.000",
      "III/b": "50.000",
      "III/c": "0.000",
      "III/d": "100.000",
      "IV/a": "0.000",
      "IV/b": "150.000",
      "IV/c": "300.000",
      "IV/d": "0.000",
    }),
  ),
  ...rows("ak-dasar", sejak2023(PERBKN3, "Lampiran I", VERIFIKASI), amounts("ak", { "IV/e": "0.000" })),
  // 2.3.6; the "baik" window of KJ is one year in summaries of PermenPANRB 1/2023, two in BKN 11/2022
  ...rows("syarat-kp", sejak2023("Peraturan BKN 11/2022", "Pasal 39"), {
    [UMUM]: { tahunPangkat: 2, tahunPredikat: 2, predikatMinimal: "BAIK" },
  }),
  ...rows("syarat-kj", sejak2023(PANRB1, null), {
    [UMUM]: { tahunJabatan: 1, tahunPredikat: 1, predikatMinimal: "BAIK" },
  }),
  ...rows("pendidikan", sejak2023(PANRB1, null), { [UMUM]: { persen: 25 } }),
  // 1.7.2
  ...rows(
    "periode-kp",
    {
      peraturan: "PP 99/2000 jo PP 12/2002",
      pasal: null,
      status: SEKUNDER,
      berlakuMulai: "2000-01-01",
      berlakuSampai: "2023-12-31",
    },
    { [UMUM]: { bulan: [4, 10] } },
  ),
  ...rows(
    "periode-kp",
    {
      peraturan: "Peraturan BKN 4/2023",
      pasal: null,
      status: VERIFIKASI,
      berlakuMulai: "2024-01-01",
      berlakuSampai: "2025-09-30",
    },
    { [UMUM]: { bulan: [2, 4, 6, 8, 10, 12] } },
  ),
  ...rows(
    "periode-kp",
    { peraturan: "Peraturan BKN 4/2025", pasal: null, status: SEKUNDER, berlakuMulai: "2025-10-01" },
    { [UMUM]: { bulan: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] } },
  ),
  // 2.3.5
  ...rows("perpindahan", sejak2023(PERBKN3, "Lampiran I"), { [UMUM]: { tahunMaksimal: 3 } }),
  ...rows("perpindahan-khusus", sejak2023(PERBKN3, "Lampiran II no. 3"), {
    "AHLI_PERTAMA:IV/a": { ak: "100.000" },
  }),
  // 2.3.7; the upper end of IV/e is that of one sheet
  ...rows("integrasi", sejak2023(PERBKN3, null), {
    "III/a": integrasi("100.000", "0.000", "50.000"),
    "III/b": integrasi("100.000", "50.000", "100.000"),
    "III/c": integrasi("200.000", "0.000", "100.000"),
    "III/d": integrasi("200.000", "100.000", "200.000"),
    "IV/a": integrasi("400.000", "0.000", "150.000"),
    "IV/b": integrasi("400.000", "150.000", "300.000"),
    "IV/c": integrasi("400.000", "300.000", "450.000"),
    "IV/d": integrasi("850.000", "0.000", "200.000"),
  }),
  ...rows("integrasi", sejak2023(PERBKN3, null, VERIFIKASI), {
    "IV/e": integrasi("850.000", "200.000", "400.000"),
  }),
  // 2.2, 2.3.6
  ...rows(
    "target-2022",
    tahun2022("Pasal 30"),
    target({ AHLI_PERTAMA: "12.500", AHLI_MUDA: "25.000", AHLI_MADYA: "37.500", AHLI_UTAMA: "50.000" }),
  ),
  // 2.4
  ...rows(
    "konvensional",
    {
      peraturan: "PermenPANRB 22/2014; PermenPANRB 33/2014",
      pasal: "Pasal 15 (pembagian penulis)",
      status: SEKUNDER,
      berlakuMulai: SEJAK_2015,
    },
    { WIDYAISWARA: KONVENSIONAL },
  ),
  ...rows(
    "konvensional",
    {
      peraturan: "Perka BKN 7/2015; PermenPANRB 33/2014",
      pasal: "Pasal 15 (pembagian penulis)",
      status: SEKUNDER,
      berlakuMulai: SEJAK_2015,
    },
    { ANALIS_KEPEGAWAIAN: KONVENSIONAL },
  ),
  ...rows(
    "konvensional",
    { peraturan: "PermenPANRB 33/2014", pasal: "Pasal 15", status: SEKUNDER, berlakuMulai: SEJAK_2015 },
    { [UMUM]: KONVENSIONAL },
  ),
  ...rows(
    "akk-konvensional",
    {
      peraturan: "PermenPANRB 22/2014; Perka BKN 7/2015",
      pasal: null,
      status: SEKUNDER,
      berlakuMulai: SEJAK_2015,
    },
    amounts("ak", {
      "II/b": "40.000",
      "II/c": "60.000",
      "II/d": "80.000",
      "III/a": "100.000",
      "III/b": "150.000",
      "III/c": "200.000",
      "III/d": "300.000",
      "IV/a": "400.000",
      "IV/b": "550.000",
      "IV/c": "700.000",
      "IV/d": "850.000",
      "IV/e": "1050.000",
    }),
  ),
  ...rows(
    "akk-konvensional",
    {
      peraturan: "PermenPANRB 22/2014; Perka BKN 7/2015",
      pasal: null,
      status: VERIFIKASI,
      berlakuMulai: SEJAK_2015,
    },
    amounts("ak", { "II/a": "25.000" }),
  ),
];
