interface Berlaku {
  readonly id: string;
  /** ISO date from which it is in force, until the next one of the same kind. */
  readonly berlakuMulai: string;
  /** Decree or other source. */
  readonly sumber: string;
}

/** Head of the letters of a body. `lingkup` is the id of an instansi or the name of a central body. */
export interface KopSurat extends Berlaku {
  readonly lingkup: string;
  readonly instansi: string;
  readonly unit: string | null;
  readonly alamat: readonly string[];
  /** Place where it signs. */
  readonly tempat: string;
}

/** Who signs for a body; each process app names the roles (`peran`) that its documents are signed in. */
export interface Penandatangan extends Berlaku {
  readonly lingkup: string;
  readonly peran: string;
  readonly jabatan: string;
  readonly nama: string;
  readonly nip: string;
}

/** How the numbers of a kind of document look. */
export interface PolaNomor extends Berlaku {
  readonly dokumen: string;
  readonly pola: string;
}

/** What documents print at head and foot, by date (ISO). Source: domain note 1.8.3, 3.1. */
export interface AcuanCetak {
  kop(lingkup: string, tanggal: string): Promise<KopSurat | undefined>;
  penandatangan(lingkup: string, peran: string, tanggal: string): Promise<Penandatangan | undefined>;
  pola(dokumen: string, tanggal: string): Promise<PolaNomor | undefined>;
  /** Each replaces one of the same kind and date. */
  saveKop(kop: KopSurat): Promise<void>;
  savePenandatangan(penandatangan: Penandatangan): Promise<void>;
  savePola(pola: PolaNomor): Promise<void>;
}
