import type { PerKelompok } from "./kelompok-pak.js";
import type { Pejabat, Perorangan } from "./perorangan.js";

/** Documents that the JFK hands in with a DUPAK. Source: domain note 1.5.3 no. 2 and 7. */
export const LAMPIRAN = ["skPangkat", "skJabatan", "penilaianKinerja", "pakTerakhir", "buktiLain"] as const;
export type Lampiran = (typeof LAMPIRAN)[number];
/** Those without which nothing is sent. */
export const LAMPIRAN_WAJIB: readonly Lampiran[] = ["skPangkat", "skJabatan", "penilaianKinerja", "pakTerakhir"];

const NAMES: Readonly<Record<Lampiran, string>> = {
  skPangkat: "Salinan keputusan kenaikan pangkat terakhir",
  skJabatan: "Salinan keputusan jabatan terakhir",
  penilaianKinerja: "Penilaian kinerja 1 (satu) tahun terakhir",
  pakTerakhir: "Penetapan angka kredit masa penilaian sebelumnya",
  buktiLain: "Bukti fisik lain",
};
export const namaLampiran = (lampiran: Lampiran): string => NAMES[lampiran];

export interface Berkas {
  readonly id: string;
  readonly name: string;
}

/** What the team has set. `PAK` when the credit is enough for a promotion, else `HAPAK` (saved up). Source: domain note 1.5.6, 2.4. */
export type JenisPenetapan = "PAK" | "HAPAK";

/** A proposal of credit of one JFK for one masa penilaian; its rows are the activities of the months in it. */
export interface Dupak {
  readonly id: string;
  readonly caseId: string;
  readonly pemilikId: string;
  /** `YYYY-MM`, first and last month. */
  readonly masaMulai: string;
  readonly masaSelesai: string;
  readonly perorangan: Perorangan;
  readonly lama: PerKelompok;
  /** Number of the PAK that says `lama`. */
  readonly nomorPakLama: string;
  readonly lampiran: Readonly<Partial<Record<Lampiran, Berkas>>>;
  /** Accounts that it was sent to last; null before. */
  readonly atasanId: string | null;
  readonly pejabatId: string | null;
  /** Who signed, as they were then. */
  readonly atasan: Pejabat | null;
  readonly pejabat: Pejabat | null;
  readonly catatanPengembalian: string | null;
  readonly catatanPengusul: string | null;
  /** How often it has been sent: letters of an earlier time stay as they are. */
  readonly kirimKe: number;
  readonly nomorSuratUsul: string | null;
  /** The team has scored every row; the DUPAK waits for a session. */
  readonly penilaianSelesai: boolean;
  /** Who closed the scoring last, and the note for part VI of the DUPAK. */
  readonly penilaiId: string | null;
  readonly catatanPenilai: string | null;
  readonly sidangId: string | null;
  /** How often a resume was made. */
  readonly resumeKe: number;
  readonly rekomendasi: string | null;
  readonly catatanKetua: string | null;
  readonly penetapan: JenisPenetapan | null;
  /** ISO date of the decision. */
  readonly tanggalPenetapan: string | null;
  /** Record of the PAK or HAPAK in the personnel data. */
  readonly pakId: string | null;
  readonly dibatalkan: boolean;
}

/** Opening balance of a JFK: what a PAK or HAPAK says, by its rows. The newest one is the column "lama". */
export interface Saldo {
  readonly id: string;
  readonly pegawaiId: string;
  readonly nomor: string;
  /** ISO date of the PAK. */
  readonly tanggal: string;
  /** Last month assessed; the next masa penilaian starts the month after. Source: domain note 2.4. */
  readonly masaSelesai: string;
  readonly perKelompok: PerKelompok;
  /** DUPAK that brought it; null for the one typed by the Admin Instansi. */
  readonly dupakId: string | null;
}
