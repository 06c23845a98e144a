import type { Ak } from "./ak.js";
import type { Jenjang } from "./jenjang.js";
import type { Volume } from "./volume.js";

/**
 * Parts of a DUPAK: pendidikan, pelaksanaan dikjartih, evaluasi dan pengembangan diklat, pengembangan profesi (together
 * the unsur utama), and penunjang. Source: PermenPANRB 22/2014; domain note 2.5.
 */
export const UNSUR = ["P", "T", "E", "PP", "PN"] as const;
export type Unsur = (typeof UNSUR)[number];

const NAMES: Readonly<Record<Unsur, string>> = {
  P: "Pendidikan",
  T: "Pelaksanaan Dikjartih PNS",
  E: "Evaluasi dan Pengembangan Diklat",
  PP: "Pengembangan Profesi",
  PN: "Penunjang Tugas Widyaiswara",
};

export const namaUnsur = (unsur: Unsur): string => NAMES[unsur];
export const adalahUtama = (unsur: Unsur): boolean => unsur !== "PN";

/** A scoreable activity as one regulation states it; effective-dated reference data. */
export interface ButirKegiatan {
  readonly id: string;
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
  readonly peraturan: string;
  readonly pasal: string;
  readonly status: string;
  /** ISO dates; `berlakuSampai` null = still in force. */
  readonly berlakuMulai: string;
  readonly berlakuSampai: string | null;
}

/** Degrees that count, lowest first. */
export const PENDIDIKAN = ["D3", "S1", "S2", "S3"] as const;
export type Pendidikan = (typeof PENDIDIKAN)[number];
