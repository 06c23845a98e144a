import type { CaseFiles, Clock, History, Notifications, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { Penomoran } from "../../kepegawaian/plugin.js";
import type { UraianJenis } from "../domain/jenis-acuan.js";
import type { UsulanAcuan } from "../domain/usulan-acuan.js";
import type { Versi } from "../domain/sisip-versi.js";

export const APP = "angka-kredit";
export const UBAH_ACUAN = "ubah-acuan-ak";
export const PENGELOLA = "pengelola-acuan-ak";

/** A version with its values, as reference data keep them. */
export interface VersiAcuan extends Versi {
  readonly nilai: Readonly<Record<string, unknown>>;
}

/** Reference data and the changes proposed to them. */
export interface AcuanStore {
  usulan(caseId: string): Promise<UsulanAcuan | undefined>;
  simpanUsulan(caseId: string, usulan: UsulanAcuan): Promise<void>;
  /** Versions of one value, oldest first. */
  versi(jenis: string, kunci: string): Promise<readonly VersiAcuan[]>;
  /** Ends a version that is still open. @returns false when someone else was faster. */
  tutup(jenis: string, id: string, sampai: string): Promise<boolean>;
  /** Writes a new version. */
  tambah(usulan: UsulanAcuan): Promise<void>;
}

/** What changing reference data needs. */
export interface AcuanDeps {
  readonly clock: Clock;
  readonly cases: CaseFiles;
  readonly history: History;
  readonly notifications: Notifications;
  readonly jenis: ReadonlyMap<string, UraianJenis>;
  readonly store: (tx: UnitOfWork) => AcuanStore;
  readonly numbers: (tx: UnitOfWork) => Pick<Penomoran, "nextNumber">;
}
