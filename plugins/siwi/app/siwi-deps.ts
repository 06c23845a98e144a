import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import type { AturanKonvensional, ButirKegiatan } from "../../angka-kredit/plugin.js";
import type { Instansi, Pegawai, UnitKerja } from "../../kepegawaian/plugin.js";
import type { SidangDeps } from "../../penilaian/plugin.js";
import type { SiwiStore } from "./siwi-store.js";

/** People and calendar, as this app needs them. */
export interface People {
  pegawai(id: string): Promise<Pegawai | undefined>;
  pegawaiByNip(nip: string): Promise<Pegawai | undefined>;
  /** Active people by part of the name or the first digits of the NIP, by name. */
  searchPegawai(
    text: string,
    page: {
      readonly instansiId?: string;
      readonly jabatan?: string;
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<readonly Pegawai[]>;
  savePegawai(pegawai: Pegawai): Promise<void>;
  instansi(id: string): Promise<Instansi | undefined>;
  /** A unit of an instansi by its name, whatever the case of the letters. */
  unitKerjaByNama(instansiId: string, nama: string): Promise<UnitKerja | undefined>;
  /** Whether SAPK owns the data of this instansi's people: then they are read-only here. */
  milikSapk(instansiId: string): Promise<boolean>;
  unitKerja(id: string): Promise<UnitKerja | undefined>;
  saveUnitKerja(unit: UnitKerja): Promise<void>;
  hariLibur(): Promise<readonly string[]>;
}

/** Credit rules in force. */
export interface CreditRules {
  butir(jenisJabatan: string, tanggal: string): Promise<readonly ButirKegiatan[]>;
  butirById(jenisJabatan: string): Promise<ReadonlyMap<string, ButirKegiatan>>;
  aturanKonvensional(jenisJabatan: string, tanggal: string): Promise<AturanKonvensional>;
}

/** What the use cases are given by plugin.ts. Functions of a unit of work give repositories bound to it. */
export interface SiwiDeps extends SidangDeps {
  readonly store: (tx: UnitOfWork) => SiwiStore;
  readonly people: (tx: UnitOfWork) => People;
  readonly credit: (tx: UnitOfWork) => CreditRules;
}

export const APP = "siwi";
export const JENIS_JABATAN = "WIDYAISWARA";
