import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import type { AturanKonvensional, ButirKegiatan, DaftarAcuan } from "../../angka-kredit/plugin.js";
import type { Instansi, KeadaanSapk, PakBaru, Pegawai, UnitKerja } from "../../kepegawaian/plugin.js";
import type { SidangDeps } from "../../penilaian/plugin.js";
import type { EdupakStore } from "./edupak-store.js";

/** People and calendar, as this app needs them. */
export interface People {
  pegawai(id: string): Promise<Pegawai | undefined>;
  pegawaiByNip(nip: string): Promise<Pegawai | undefined>;
  instansi(id: string): Promise<Instansi | undefined>;
  unitKerja(id: string): Promise<UnitKerja | undefined>;
  hariLibur(): Promise<readonly string[]>;
}

/** Credit rules in force. */
export interface CreditRules {
  butirById(jenisJabatan: string): Promise<ReadonlyMap<string, ButirKegiatan>>;
  aturanKonvensional(jenisJabatan: string, tanggal: string): Promise<AturanKonvensional>;
  acuan(): Promise<DaftarAcuan>;
}

/** What the use cases are given by plugin.ts. Functions of a unit of work give repositories bound to it. */
export interface EdupakDeps extends SidangDeps {
  readonly store: (tx: UnitOfWork) => EdupakStore;
  readonly people: (tx: UnitOfWork) => People;
  readonly credit: (tx: UnitOfWork) => CreditRules;
  /** Whether SAPK has confirmed a person, and what differed from the local data. */
  readonly keadaanSapk: (tx: UnitOfWork, pegawai: Pegawai) => Promise<KeadaanSapk>;
  /** Records an issued PAK or HAPAK. @returns its id. */
  readonly catatPak: (tx: UnitOfWork, pak: PakBaru) => Promise<string>;
}

export const APP = "edupak";
/** Position as reference data name it, and as the personnel data do. */
export const JENIS_JABATAN = "ANALIS_KEPEGAWAIAN";
export const JABATAN = "Analis Kepegawaian";
