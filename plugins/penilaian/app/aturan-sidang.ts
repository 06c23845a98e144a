import type { CaseFile, Localised, SheetColumn, SheetValue, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { Putusan } from "../domain/sidang.js";
import type { TimPenilai } from "../domain/tim-penilai.js";

/** A DUPAK as a session sees it: the person as it was when the DUPAK was sent. */
export interface DupakSidang {
  readonly caseId: string;
  /** The session that it is in. */
  readonly sidangId: string | null;
  readonly perorangan: {
    readonly nama: string;
    readonly nip: string;
    readonly golongan: string;
    readonly instansi: string;
  };
}

/** DUPAK that wait for a session; of one period where the app holds its sessions by period. */
export interface Agenda<D> {
  readonly dupak: readonly D[];
  readonly periode?: { readonly id: string; readonly nama: string };
}

/** What a session is told of one DUPAK as it stands. Amounts are written out with a dot. */
export interface HasilDupak {
  readonly perorangan: DupakSidang["perorangan"];
  readonly jumlah: { readonly lama: string; readonly baru: string; readonly jumlah: string };
  readonly memenuhi: boolean;
  readonly kebutuhan: { readonly golonganTujuan: string } | null;
  /** Values of the columns `kolomPutusan`. */
  readonly nilai: Readonly<Record<string, SheetValue>>;
}

/**
 * What an app says of the sessions of its team; everything else is the same for all. Document (`<app>/berita-acara`),
 * counter, message (`<type>-diputus`) and reference follow from `app` and `type`.
 */
export interface AturanSidang<D extends DupakSidang = DupakSidang> {
  readonly app: string;
  /** Of the case files and of their process. */
  readonly type: string;
  readonly title: Localised;
  readonly tim: Pick<TimPenilai, "nama" | "kedudukan">;
  /** The rules of the team in force now. */
  readonly timBerlaku: (tx: UnitOfWork) => Promise<TimPenilai>;
  readonly peran: { readonly sekretariat: string; readonly anggota: string };
  readonly namaSekretariat: Localised;
  /** Whether the form offers names for the seats, in the order of the alphabet. */
  readonly usulkanKedudukan: boolean;
  /** Days before the session on which the Sekretariat is reminded of it. */
  readonly hariPengingat: number;
  /** Form of the menu. */
  readonly formulir: string;
  /** Job types that print the minutes and that hand each DUPAK its decision. */
  readonly pencetak: string;
  readonly pengumum: string;
  /** Whose head the minutes bear, and what the template is given besides. */
  readonly kop: string;
  readonly cetak?: Readonly<Record<string, string>>;
  /** Columns of the decisions between the person and the decision. */
  readonly kolomPutusan: readonly SheetColumn[];
  readonly namaPutusan: Readonly<Record<Putusan, Localised>>;
  /** Takes the official number of the minutes. */
  nomorBeritaAcara(tx: UnitOfWork, caseId: string): Promise<string>;

  agenda(tx: UnitOfWork): Promise<Agenda<D>>;
  dupak(tx: UnitOfWork, caseIds: readonly string[]): Promise<readonly D[]>;
  hasil(tx: UnitOfWork, dupakCaseId: string): Promise<HasilDupak>;
  /** Moves a DUPAK into a session. @returns its case file as it is then. */
  masukkan(tx: UnitOfWork, dupak: D, sidangId: string): Promise<CaseFile>;
  /** Moves it out, to wait for another session. */
  keluarkan(tx: UnitOfWork, dupak: D): Promise<void>;
  /** Lets it go where the decision sends it, and tells its people. @returns variables of its process. */
  terapkan(
    tx: UnitOfWork,
    caseFile: CaseFile,
    dupak: D,
    decision: { readonly putusan: Putusan; readonly catatan: string | null },
  ): Promise<Readonly<Record<string, unknown>>>;
}
