import type { Jenjang } from "../domain/jenjang.js";
import type { Pendidikan, Unsur } from "../domain/butir.js";

type Extra = {
  readonly jenjang?: Jenjang;
  readonly tunggal?: string;
  readonly maksimum?: number;
  readonly pendidikan?: Pendidikan;
  readonly penulis?: true;
};
type Row = readonly [uraian: string, ak: string, satuan: string, unsur: Unsur, extra?: Extra];

const penulis: Extra = { penulis: true };
const tatapMuka = (jenjang: Jenjang): Extra => ({ jenjang, tunggal: "tatap-muka-pns" });

/**
 * The 57 butir of the widyaiswara, kode 1 to 57 in order. Source: PermenPANRB 22/2014 as two public seeders agree on it;
 * the annex itself was not readable (domain note 2.5): status TERKONFIRMASI_SEKUNDER.
 */
export const BUTIR_WIDYAISWARA: readonly Row[] = [
  ["Ijazah Doktor (S3)", "200", "ijazah", "P", { pendidikan: "S3" }],
  ["Ijazah Magister (S2)", "150", "ijazah", "P", { pendidikan: "S2" }],
  ["Diklat fungsional/teknis ≥ 10 JP", "0.25", "sertifikat", "P"],
  ["Menyusun bahan ajar", "0.6", "makalah", "T"],
  ["Menyusun bahan tayang", "0.6", "bahan", "T"],
  ["Menyusun bahan peraga", "0.6", "bahan", "T"],
  ["Menyusun GBPP/RBPMD dan SAP/RP", "0.6", "naskah", "T"],
  ["Menyusun soal pre/post test", "0.2", "naskah", "T"],
  ["Menyusun soal komprehensif", "0.2", "naskah", "T"],
  ["Menyusun soal kasus", "0.4", "naskah", "T"],
  ["Tatap muka, peserta PNS — Ahli Pertama", "0.02", "JP", "T", tatapMuka("AHLI_PERTAMA")],
  ["Tatap muka, peserta PNS — Ahli Muda", "0.04", "JP", "T", tatapMuka("AHLI_MUDA")],
  ["Tatap muka, peserta PNS — Ahli Madya", "0.06", "JP", "T", tatapMuka("AHLI_MADYA")],
  ["Tatap muka, peserta PNS — Ahli Utama", "0.08", "JP", "T", tatapMuka("AHLI_UTAMA")],
  ["Tatap muka, peserta non-ASN", "0.02", "JP", "T"],
  ["Pembimbingan", "0.03", "JP", "T"],
  ["Pendampingan OL/PKL/benchmarking", "0.5", "laporan", "T"],
  ["Pendampingan kertas kerja/proyek perubahan", "0.5", "KK/PP", "T", { maksimum: 5 }],
  ["Memeriksa pre/post test", "0.15", "laporan", "T"],
  ["Memeriksa ujian komprehensif", "0.15", "laporan", "T"],
  ["Memeriksa ujian kasus", "0.3", "laporan", "T"],
  ["Coaching pada penyelenggaraan diklat", "2", "laporan/program", "T"],
  ["Evaluasi penyelenggaraan diklat", "0.4", "laporan", "E"],
  ["Evaluasi kinerja widyaiswara", "0.15", "laporan", "E"],
  ["Analisis kebutuhan diklat (AKD)", "2.5", "laporan", "E"],
  ["Menyusun kurikulum diklat", "1.5", "naskah", "E"],
  ["Menyusun modul diklat", "5", "modul", "E"],
  ["Buku ber-ISBN nasional", "25", "buku", "PP", penulis],
  ["Jurnal internasional", "20", "naskah", "PP", penulis],
  ["Jurnal nasional terakreditasi", "10", "naskah", "PP", penulis],
  ["Jurnal nasional tidak terakreditasi", "5", "naskah", "PP", penulis],
  ["Majalah ilmiah", "2.5", "naskah", "PP", penulis],
  ["Prosiding internasional", "5", "naskah", "PP", penulis],
  ["Prosiding nasional", "2.5", "naskah", "PP", penulis],
  ["Prosiding instansi", "1", "naskah", "PP", penulis],
  ["Makalah pertemuan internasional", "5", "makalah", "PP", penulis],
  ["Makalah pertemuan nasional", "2.5", "makalah", "PP", penulis],
  ["Makalah pertemuan instansi", "1", "makalah", "PP", penulis],
  ["Inovasi berhak paten", "20", "sertifikat", "PP"],
  ["Buku pedoman/ketentuan pelaksanaan/teknis", "0.5", "buku", "PP"],
  ["Orasi ilmiah", "5", "orasi", "PP"],
  ["Seminar: narasumber/penyaji/ketua", "2", "kali", "PN"],
  ["Seminar: moderator/peserta/anggota", "1", "kali", "PN"],
  ["Organisasi profesi: pengurus", "1", "tahun", "PN"],
  ["Organisasi profesi: anggota", "0.75", "tahun", "PN"],
  ["Membimbing widyaiswara di bawah jenjang", "0.25", "kali", "PN"],
  ["Artikel: koran nasional", "3", "artikel", "PN"],
  ["Artikel: koran daerah", "1.5", "artikel", "PN"],
  ["Artikel: website", "1", "artikel", "PN"],
  ["Gelar kesarjanaan lain S3", "15", "ijazah", "PN"],
  ["Gelar kesarjanaan lain S2", "10", "ijazah", "PN"],
  ["Gelar kesarjanaan lain S1", "5", "ijazah", "PN"],
  ["Satyalancana Karya Satya 30 tahun", "3", "piagam", "PN"],
  ["Satyalancana Karya Satya 20 tahun", "2", "piagam", "PN"],
  ["Satyalancana Karya Satya 10 tahun", "1", "piagam", "PN"],
  ["Penghargaan pemerintah lain", "1", "piagam", "PN"],
  ["Gelar kehormatan akademis", "10", "gelar", "PN"],
];
