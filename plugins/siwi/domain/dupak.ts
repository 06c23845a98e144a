import type { Ak, Unsur, Volume } from "../../angka-kredit/plugin.js";
import type { PeranPenulis, Perorangan as PeroranganDinilai } from "../../penilaian/plugin.js";

export { PERAN_PENULIS, type PeranPenulis } from "../../penilaian/plugin.js";

/** Who scores: the team of the instansi and then TPP; TPP alone; TPP without the instansi between. Source: domain note 1.3.5. */
export type Jalur = "TPI" | "TANPA_TPI" | "LANGSUNG_TPP";

/** The person as they were when the DUPAK was sent; what is printed stays as it was. */
export interface Perorangan extends PeroranganDinilai {
  readonly niwn: string | null;
}

/** Credit by unsur. */
export type PerUnsur = Readonly<Record<Unsur, Ak>>;

export interface BerkasPrasyarat {
  readonly id: string;
  readonly name: string;
}

/** Documents that Kirim asks for. Source: domain note 1.3.2. */
export const PRASYARAT = ["skJabatan", "skPangkat", "hpakTerakhir"] as const;
export type Prasyarat = (typeof PRASYARAT)[number];

export interface Dupak {
  readonly id: string;
  readonly caseId: string;
  readonly periodeId: string;
  readonly pemilikId: string;
  readonly jalur: Jalur;
  readonly perorangan: Perorangan;
  /** Column "lama": what the last HPAK or PAK says. */
  readonly lama: PerUnsur;
  /** Taken from the last finished DUPAK here, hence not to be typed. */
  readonly lamaTerkunci: boolean;
  readonly prasyarat: Readonly<Partial<Record<Prasyarat, BerkasPrasyarat>>>;
  readonly monevSelesai: boolean;
  readonly bagianManual: boolean;
  readonly catatanPengembalian: string | null;
  /** Sent at least once: no activity can be added any more. */
  readonly pernahDikirim: boolean;
  /** The Sekretariat TPP has taken it in; TPP may score. */
  readonly siapDinilaiTpp: boolean;
  readonly pengajuanId: string | null;
  readonly sidangId: string | null;
  /** Result by unsur, lama plus baru; null until published. */
  readonly hasil: PerUnsur | null;
}

export interface DupakRow {
  readonly id: string;
  readonly dupakId: string;
  readonly urut: number;
  readonly revision: number;
  readonly butirId: string;
  readonly uraian: string;
  readonly tanggalMulai: string;
  readonly tanggalSelesai: string;
  readonly tempat: string;
  readonly volume: Volume;
  readonly penulis: PeranPenulis | null;
  /** `MANUAL`: handed in on paper and registered by the Sekretariat. */
  readonly sumber: "ONLINE" | "MANUAL";
  readonly nilaiTpi: Ak | null;
  readonly keteranganTpi: string | null;
  readonly nilaiTpp: Ak | null;
  readonly keteranganTpp: string | null;
}
