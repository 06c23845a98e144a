export type { Perorangan } from "../../penilaian/plugin.js";

/** Someone who approves or signs, as documents name them. */
export interface Pejabat {
  readonly pegawaiId: string;
  readonly nama: string;
  readonly nip: string;
  readonly pangkat: string;
  readonly golongan: string;
  readonly jabatan: string;
  readonly unitKerja: string;
}
