import type { DokumenBernomor } from "../domain/nomor.js";

/** Scope of the central team. */
export const LINGKUP_TPP = "TPP";
/** Scope of the centre that issues numbers of widyaiswara. Every other scope is the id of an instansi. */
export const LINGKUP_PUSBIN = "PUSBIN";

/** Who signs; `KEPALA_PUSBIN` the notice of a NIWN, `KEPALA_UNIT` the letters of an instansi. */
export const PERAN_TANDA_TANGAN = ["KETUA_TPP", "SEKRETARIS_TPP", "KEPALA_PUSBIN", "KEPALA_UNIT"] as const;
export type PeranTandaTangan = (typeof PERAN_TANDA_TANGAN)[number];

interface Berlaku {
  readonly id: string;
  /** ISO date from which it is in force, until the next one of the same kind. */
  readonly berlakuMulai: string;
  /** Decree or other source. */
  readonly sumber: string;
}

/** Head of the letters of an instansi or of the central team. */
export interface KopSurat extends Berlaku {
  readonly lingkup: string;
  readonly instansi: string;
  readonly unit: string | null;
  readonly alamat: readonly string[];
  /** Place where it signs. */
  readonly tempat: string;
}

export interface Penandatangan extends Berlaku {
  readonly lingkup: string;
  readonly peran: PeranTandaTangan;
  readonly jabatan: string;
  readonly nama: string;
  readonly nip: string;
}

export interface PolaNomor extends Berlaku {
  readonly dokumen: DokumenBernomor;
  readonly pola: string;
}

/** What documents print at head and foot, by date. */
export interface AcuanCetak {
  kop(lingkup: string, tanggal: string): Promise<KopSurat | undefined>;
  penandatangan(lingkup: string, peran: PeranTandaTangan, tanggal: string): Promise<Penandatangan | undefined>;
  pola(dokumen: DokumenBernomor, tanggal: string): Promise<PolaNomor | undefined>;
  /** Each replaces one of the same kind and date. */
  saveKop(kop: KopSurat): Promise<void>;
  savePenandatangan(penandatangan: Penandatangan): Promise<void>;
  savePola(pola: PolaNomor): Promise<void>;
}
