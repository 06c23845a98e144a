import { type BarisAcuan, type SumbanganAcuan, UMUM } from "../../angka-kredit/plugin.js";

/** Kinds of reference data of this app, kept with those of the credit rules: days of each step, make-up and quorum of the team. */
export const JENIS_TENGGAT = "tenggat-jfk";
export const JENIS_TIM = "tim-penilai-jfk";

/** Steps that have a due date. */
export const LANGKAH = ["ISI", "SETUJUI", "TERIMA", "VERIFIKASI", "NILAI", "PERBAIKI", "RESUME", "TETAPKAN"] as const;
export type Langkah = (typeof LANGKAH)[number];

/** Working days until a step is due, and until its people are reminded. */
export interface HariKerja {
  readonly tenggat: number;
  readonly pengingat: number;
}

/** The team: members at least, and the share (percent) of it that must be exceeded in a session. Both numbers of people are odd. */
export interface AturanTim {
  readonly anggotaMinimal: number;
  readonly kuorumLebihDariPersen: number;
}

const SEJAK = "2021-01-01";

const baris = (
  jenis: string,
  kunci: string,
  nilai: object,
  sumber: Pick<BarisAcuan, "peraturan" | "pasal" | "status">,
): BarisAcuan => ({
  id: `${jenis}:${kunci}:${SEJAK}`,
  jenis,
  kunci,
  nilai: { ...nilai },
  ...sumber,
  berlakuMulai: SEJAK,
  berlakuSampai: null,
});

/** No source says these numbers: they are this project's until BKN sets them. Source: domain note 9. */
const ASUMSI = { peraturan: "Belum diatur; menunggu ketetapan BKN", pasal: null, status: "ASUMSI" } as const;

const HARI: Readonly<Record<Langkah, HariKerja>> = {
  ISI: { tenggat: 20, pengingat: 15 },
  SETUJUI: { tenggat: 5, pengingat: 3 },
  TERIMA: { tenggat: 3, pengingat: 2 },
  VERIFIKASI: { tenggat: 5, pengingat: 3 },
  NILAI: { tenggat: 10, pengingat: 7 },
  PERBAIKI: { tenggat: 10, pengingat: 7 },
  RESUME: { tenggat: 5, pengingat: 3 },
  TETAPKAN: { tenggat: 5, pengingat: 3 },
};

/** The seven members are of domain note 2.6; that more than half of them decide is assumed. */
const TIM: AturanTim = { anggotaMinimal: 7, kuorumLebihDariPersen: 50 };

export const ACUAN_PROSES: SumbanganAcuan = {
  jenis: {
    [JENIS_TENGGAT]: {
      judul: "Tenggat langkah e-DUPAK (hari kerja)",
      title: "Due days of the steps of e-DUPAK",
      kunci: LANGKAH,
      bidang: {
        tenggat: { tipe: "BILANGAN", label: "Tenggat" },
        pengingat: { tipe: "BILANGAN", label: "Pengingat" },
      },
    },
    [JENIS_TIM]: {
      judul: "Susunan dan kuorum Tim Penilai JFK",
      title: "Make-up and quorum of the JFK team",
      kunci: [UMUM],
      bidang: {
        anggotaMinimal: { tipe: "BILANGAN", label: "Anggota paling sedikit" },
        kuorumLebihDariPersen: { tipe: "BILANGAN", label: "Hadir lebih dari (persen anggota)" },
      },
    },
  },
  baris: [
    ...LANGKAH.map((langkah) => baris(JENIS_TENGGAT, langkah, HARI[langkah], ASUMSI)),
    baris(JENIS_TIM, UMUM, TIM, ASUMSI),
  ],
};

/** All versions of reference data; `semua` gives those of a kind in force on an ISO date. */
type Daftar = { semua(jenis: string, tanggal: string): readonly BarisAcuan[] };

const angka = ({ nilai, id }: BarisAcuan, bidang: string): number => {
  const value = nilai[bidang];
  if (typeof value === "number") return value;
  throw new Error(`Expected '${bidang}' of reference data '${id}' to be a number, but it is ${JSON.stringify(value)}`);
};

const yangBerlaku = (daftar: Daftar, jenis: string, kunci: string, tanggal: string): BarisAcuan => {
  const found = daftar.semua(jenis, tanggal).find((each) => each.kunci === kunci);
  if (found === undefined)
    throw new Error(`Expected reference data '${jenis}:${kunci}' in force on ${tanggal}, but there is none`);
  return found;
};

/** Days of a step in force on an ISO date. */
export const hariKerja = (daftar: Daftar, langkah: Langkah, tanggal: string): HariKerja => {
  const row = yangBerlaku(daftar, JENIS_TENGGAT, langkah, tanggal);
  return { tenggat: angka(row, "tenggat"), pengingat: angka(row, "pengingat") };
};

/** Rules of the team in force on an ISO date. */
export const aturanTim = (daftar: Daftar, tanggal: string): AturanTim => {
  const row = yangBerlaku(daftar, JENIS_TIM, UMUM, tanggal);
  return {
    anggotaMinimal: angka(row, "anggotaMinimal"),
    kuorumLebihDariPersen: angka(row, "kuorumLebihDariPersen"),
  };
};
