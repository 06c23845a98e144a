import type { Dupak, Saldo } from "../domain/dupak.js";
import type { Inventarisasi, IsiKegiatan, Kegiatan } from "../domain/inventarisasi.js";

/** Who approves and who proposes for a JFK; chosen by the JFK. Source: domain note 1.5.1 step 6. */
export interface PengaturanAtasan {
  readonly pegawaiId: string;
  /** Accounts. */
  readonly atasanId: string;
  readonly pejabatId: string;
}

/** Kinds of account that the app makes, each with its suffix of old. Source: domain note 1.5.5. */
export interface PermintaanAkun {
  readonly caseId: string;
  readonly pegawaiId: string;
  readonly akunId: string;
  readonly jenis: string;
  /** What the new user says differs from SAPK; null = nothing said. */
  readonly perbedaan: string | null;
}

/** A recap as a spreadsheet. Days are ISO dates; counts are null until it is made. */
export interface Rekap {
  readonly caseId: string;
  readonly jenis: "USULAN" | "PENGGUNA";
  /** Null: all. */
  readonly instansiId: string | null;
  readonly dari: string;
  readonly sampai: string;
  readonly masuk: number | null;
  readonly selesai: number | null;
  readonly baris: number | null;
}

/** Where the app keeps its own rows; one per unit of work. Writes of a row with an old revision answer false. */
export interface EdupakStore {
  pengaturan(pegawaiId: string): Promise<PengaturanAtasan | undefined>;
  savePengaturan(pengaturan: PengaturanAtasan): Promise<void>;

  /** The newest balance of a person. */
  saldo(pegawaiId: string): Promise<Saldo | undefined>;
  /** @throws {AppError} CONFLICT when one for that month is there already. */
  addSaldo(saldo: Saldo): Promise<void>;
  /** Takes back the one that was typed, to type another. */
  removeSaldo(id: string): Promise<void>;

  akunByCase(caseId: string): Promise<PermintaanAkun | undefined>;
  saveAkun(akun: PermintaanAkun): Promise<void>;

  inventarisasiByCase(caseId: string): Promise<Inventarisasi | undefined>;
  /** Live ones of an owner, by month. */
  inventarisasiOf(pemilikId: string): Promise<readonly Inventarisasi[]>;
  inventarisasiInDupak(dupakId: string): Promise<readonly Inventarisasi[]>;
  /** @throws {AppError} CONFLICT when the owner has one for that month already. */
  saveInventarisasi(inventarisasi: Inventarisasi): Promise<void>;

  kegiatan(inventarisasiIds: readonly string[]): Promise<readonly Kegiatan[]>;
  addKegiatan(rows: readonly Kegiatan[]): Promise<void>;
  changeKegiatan(
    row: Pick<Kegiatan, "id" | "revision">,
    change: Partial<IsiKegiatan & Pick<Kegiatan, "nilai" | "alasanNilai" | "penilaiId">>,
  ): Promise<boolean>;
  removeKegiatan(row: Pick<Kegiatan, "id" | "revision">): Promise<boolean>;
  /** Scores given fall away: the rows are open to change again. */
  clearScores(inventarisasiIds: readonly string[]): Promise<void>;

  dupakByCase(caseId: string): Promise<Dupak | undefined>;
  dupakByCases(caseIds: readonly string[]): Promise<readonly Dupak[]>;
  dupakOf(pemilikId: string): Promise<readonly Dupak[]>;
  /** @throws {AppError} CONFLICT when the owner has a live one that starts with the same month. */
  saveDupak(dupak: Dupak): Promise<void>;

  rekapByCase(caseId: string): Promise<Rekap | undefined>;
  saveRekap(rekap: Rekap): Promise<void>;
}
