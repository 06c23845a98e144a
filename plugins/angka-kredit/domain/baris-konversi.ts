import type { PeriodePredikat } from "./konversi.js";

/** Columns of an upload of grades, in the order of the example. */
export const KOLOM_KONVERSI = ["nip", "nama", "tahun", "bulanMulai", "bulanSelesai", "predikat", "jenjang"] as const;
export type KolomKonversi = (typeof KOLOM_KONVERSI)[number];

/** Headings of the columns as the example and the list of problems print them. */
export const JUDUL_KOLOM: Readonly<Record<KolomKonversi, string>> = {
  nip: "NIP",
  nama: "Nama",
  tahun: "Tahun",
  bulanMulai: "Bulan Mulai",
  bulanSelesai: "Bulan Selesai",
  predikat: "Predikat",
  jenjang: "Jenjang",
};

/** What is wrong with one value of a row. */
export interface MasalahBaris {
  /** Heading of the column; empty for a value beside the table. */
  readonly judul: string;
  /** Field of a form that shows the same value; null for a value beside the table. */
  readonly kolom: KolomKonversi | null;
  readonly nilai: string;
  readonly harap: { readonly id: string; readonly en: string };
}

/** A row as someone wrote it. */
export interface BarisTertulis {
  /** Row of the spreadsheet, counted from 1; 1 where it was typed into a form. */
  readonly baris: number;
  readonly isi: Readonly<Record<KolomKonversi, string>>;
  /** Faults found while the cells were read. */
  readonly masalah: readonly MasalahBaris[];
}

/** A person as the check of a row needs one. */
export interface PegawaiDinilai {
  readonly id: string;
  readonly nip: string;
  /** With titles. */
  readonly nama: string;
  readonly jenjang: string | null;
  /** ISO date from which the level is held. */
  readonly tmtJabatan: string;
  readonly instansiId: string;
  readonly unitKerjaId: string;
  readonly aktif: boolean;
}

/** A row after its check: with a fault it has no period. */
export interface BarisDiperiksa {
  readonly baris: number;
  readonly isi: BarisTertulis["isi"];
  readonly masalah: readonly MasalahBaris[];
  readonly periode: (PeriodePredikat & { readonly pegawaiId: string; readonly nip: string }) | null;
}
