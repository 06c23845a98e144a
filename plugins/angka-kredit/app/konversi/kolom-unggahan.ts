import type { SpreadsheetColumn } from "../../../../src/plugin-api/index.js";

/** Columns of an upload as officials head them; months and grades may be written as words. */
export const KOLOM_UNGGAHAN = [
  { key: "nip", headings: ["NIP", "NIP Baru"], kind: "text", required: true },
  { key: "nama", headings: ["Nama", "Nama Pegawai", "Nama Lengkap"], kind: "text", required: false },
  { key: "tahun", headings: ["Tahun", "Tahun Penilaian"], kind: "text", required: true },
  { key: "bulanMulai", headings: ["Bulan Mulai", "Dari Bulan"], kind: "text", required: true },
  { key: "bulanSelesai", headings: ["Bulan Selesai", "Sampai Bulan"], kind: "text", required: true },
  { key: "predikat", headings: ["Predikat", "Predikat Kinerja"], kind: "text", required: true },
  { key: "jenjang", headings: ["Jenjang", "Jenjang Jabatan"], kind: "text", required: false },
  // Columns that people keep beside the grades, and those of the list of problems: known, not read.
  { key: "no", headings: ["No", "No.", "Nomor"], kind: "text", required: false },
  { key: "unitKerja", headings: ["Unit Kerja", "OPD"], kind: "text", required: false },
  { key: "keterangan", headings: ["Keterangan"], kind: "text", required: false },
  { key: "barisAsal", headings: ["Baris Asal"], kind: "text", required: false },
  { key: "masalah", headings: ["Masalah"], kind: "text", required: false },
] as const satisfies readonly SpreadsheetColumn[];

/** 5,000 people, each with up to four periods. */
export const BARIS_TERBANYAK = 20_000;
