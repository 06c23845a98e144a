import type { Ak, Volume } from "../../angka-kredit/plugin.js";
import type { PeranPenulis } from "../../penilaian/plugin.js";
import type { Perorangan } from "./perorangan.js";

export { PERAN_PENULIS, type PeranPenulis } from "../../penilaian/plugin.js";

/** The activities of one JFK in one month. Source: domain note 1.5.1 step 7, 3.4. */
export interface Inventarisasi {
  readonly id: string;
  readonly caseId: string;
  readonly pemilikId: string;
  /** `YYYY-MM`. */
  readonly bulan: string;
  readonly perorangan: Perorangan;
  /** Account of the atasan langsung it was sent to last; null before. */
  readonly atasanId: string | null;
  readonly catatanPengembalian: string | null;
  /** How often it has been sent: each approved version is printed by itself. */
  readonly kirimKe: number;
  /** DUPAK that holds it; null while it is free. */
  readonly dupakId: string | null;
  readonly dibatalkan: boolean;
}

/** What the owner typed of an activity. */
export interface IsiKegiatan {
  readonly butirId: string;
  readonly uraian: string;
  readonly tanggalMulai: string;
  readonly tanggalSelesai: string;
  readonly volume: Volume;
  /** Hours of a training; null for everything else. */
  readonly jam: number | null;
  readonly penulis: PeranPenulis | null;
  /** Done by written assignment, as activities one level above or below need. */
  readonly suratPerintah: boolean;
  readonly keterangan: string;
}

/** One activity with the provisional score of the team. */
export interface Kegiatan extends IsiKegiatan {
  readonly id: string;
  readonly inventarisasiId: string;
  readonly urut: number;
  readonly revision: number;
  readonly nilai: Ak | null;
  readonly alasanNilai: string | null;
  /** Account of the assessor who scored it last. */
  readonly penilaiId: string | null;
}
