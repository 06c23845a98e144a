import type { BarisButir, ButirExtra } from "./baris-butir.js";

const pertama: ButirExtra = { jenjang: "AHLI_PERTAMA" };
const jam = (minimal: number, maksimal: number | null): ButirExtra => ({ jam: [minimal, maksimal] });

/**
 * Butir of the Analis Kepegawaian Ahli Pertama. Source: the list of Perka BKN 7/2015 as one public document states it, the
 * last two from printed inventories (domain note 2.6): status TERKONFIRMASI_SEKUNDER. Codes have gaps; the lists of the
 * other levels were not readable.
 */
export const BUTIR_ANALIS: readonly BarisButir[] = [
  ["211001001", "Ijazah Doktor (S3)", "200", "ijazah", "P", { pendidikan: "S3" }],
  ["211001002", "Ijazah Magister (S2)", "150", "ijazah", "P", { pendidikan: "S2" }],
  ["211001003", "Ijazah Sarjana (S1)", "100", "ijazah", "P", { pendidikan: "S1" }],
  ["211002001", "Diklat fungsional lebih dari 960 jam", "15", "sertifikat", "P", jam(961, null)],
  ["211002002", "Diklat fungsional 641–960 jam", "9", "sertifikat", "P", jam(641, 960)],
  ["211002003", "Diklat fungsional 401–640 jam", "6", "sertifikat", "P", jam(401, 640)],
  ["211002004", "Diklat fungsional 181–400 jam", "3", "sertifikat", "P", jam(181, 400)],
  ["211002005", "Diklat fungsional 81–180 jam", "2", "sertifikat", "P", jam(81, 180)],
  ["211002006", "Diklat fungsional 31–80 jam", "1", "sertifikat", "P", jam(31, 80)],
  ["211002007", "Diklat fungsional 10–30 jam", "0.5", "sertifikat", "P", jam(10, 30)],
  ["211003001", "Prajabatan golongan III", "2", "sertifikat", "P"],
  ["212101001", "Menyusun daftar susunan jabatan", "0.05", "daftar", "T", pertama],
  ["212101002", "Menyusun daftar susunan pegawai menurut jabatan", "0.05", "daftar", "T", pertama],
  ["212101003", "Membuat perkiraan perubahan komposisi pegawai", "0.05", "daftar", "T", pertama],
  ["212101004", "Membuat perkiraan pegawai 2–5 tahun", "0.05", "daftar", "T", pertama],
  ["212101006", "Peninjauan kembali informasi jabatan", "0.1", "jabatan", "T", pertama],
  ["212101008", "Mengumpulkan data JFU per unit (metode pertama)", "0.05", "unit kerja/SKPD", "T", pertama],
  ["212101009", "Mengumpulkan data JFU per unit (metode kedua)", "0.05", "unit kerja/SKPD", "T", pertama],
  ["212109006", "Menginventarisasi data yang berkaitan dengan kesejahteraan", "0.003", "data", "T", pertama],
  ["212111011", "Menyiapkan bahan surat pengaduan", "0.01", "bahan", "T", pertama],
];
