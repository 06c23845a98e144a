import type { StatusSumber } from "./acuan.js";
import type { Ak } from "./ak.js";
import type { JenisJabatan } from "./jenis-acuan.js";
import type { Jenjang } from "./jenjang.js";
import type { Volume } from "./volume.js";

/**
 * Parts of a DUPAK: pendidikan, the two main tasks of the position, pengembangan profesi (together the unsur utama), and
 * penunjang. Source: PermenPANRB 22/2014, Perka BKN 7/2015; domain note 2.5, 2.6.
 */
export const UNSUR = ["P", "T", "E", "PP", "PN"] as const;
export type Unsur = (typeof UNSUR)[number];

const NAMES: Readonly<Record<JenisJabatan, Readonly<Record<Unsur, string>>>> = {
  WIDYAISWARA: {
    P: "Pendidikan",
    T: "Pelaksanaan Dikjartih PNS",
    E: "Evaluasi dan Pengembangan Diklat",
    PP: "Pengembangan Profesi",
    PN: "Penunjang Tugas Widyaiswara",
  },
  ANALIS_KEPEGAWAIAN: {
    P: "Pendidikan",
    T: "Manajemen PNS",
    E: "Pengembangan Sistem Manajemen PNS",
    PP: "Pengembangan Profesi",
    PN: "Penunjang Tugas Analis Kepegawaian",
  },
};

/** Name of a part as the regulation of the position writes it. Source: domain note 2.5, 2.6. */
export const namaUnsur = (unsur: Unsur, jabatan: JenisJabatan = "WIDYAISWARA"): string => NAMES[jabatan][unsur];
export const adalahUtama = (unsur: Unsur): boolean => unsur !== "PN";

/** A scoreable activity as one regulation states it; effective-dated reference data. */
export interface ButirKegiatan {
  readonly id: string;
  readonly jenisJabatan: JenisJabatan;
  readonly kode: string;
  readonly uraian: string;
  readonly ak: Ak;
  readonly satuan: string;
  readonly unsur: Unsur;
  /** Level that the activity belongs to; null = any. */
  readonly jenjang: Jenjang | null;
  /** Activities of one kind whose credit goes by the level of the person, not of the activity (tatap muka: AK tunggal). */
  readonly tunggal: string | null;
  /** Units counted at most in one proposal; null = no limit. */
  readonly maksimum: Volume | null;
  /** Level of education of a degree: its credit is the difference with what was counted before. */
  readonly pendidikan: Pendidikan | null;
  /** Credit is shared among several authors. */
  readonly berbagiPenulis: boolean;
  /** Hours of a course for which it counts; null = no such border. */
  readonly jamMinimal: number | null;
  readonly jamMaksimal: number | null;
  readonly peraturan: string;
  readonly pasal: string;
  readonly status: StatusSumber;
  /** ISO dates; `berlakuSampai` null = still in force. */
  readonly berlakuMulai: string;
  readonly berlakuSampai: string | null;
}

/** Degrees that count, lowest first. */
export const PENDIDIKAN = ["D3", "S1", "S2", "S3"] as const;
export type Pendidikan = (typeof PENDIDIKAN)[number];
