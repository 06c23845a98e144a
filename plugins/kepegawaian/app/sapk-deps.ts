import type { PluginServices, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { JenisPak, Pak } from "../domain/pak.js";
import type { Instansi, Pegawai, UnitKerja } from "../domain/pegawai.js";
import type { Penomoran } from "./penomoran.js";
import type { SapkStore } from "./sapk-store.js";
import type { SumberAsn } from "./sumber-asn.js";

/** People, as the synchronisation reads and writes them. */
export interface SapkPeople {
  pegawaiByNip(nip: string): Promise<Pegawai | undefined>;
  pegawaiByNips(nips: readonly string[]): Promise<readonly Pegawai[]>;
  savePegawai(pegawai: Pegawai): Promise<void>;
  addPegawai(pegawai: readonly Pegawai[]): Promise<void>;
  instansi(id: string): Promise<Instansi | undefined>;
  unitKerjaOf(instansiId: string): Promise<readonly UnitKerja[]>;
  saveUnitKerja(unit: UnitKerja): Promise<void>;
}

/** Decisions on credit, as synchronisation and write-back need them. */
export interface SapkPak {
  pak(id: string): Promise<Pak | undefined>;
  riwayat(nip: string): Promise<readonly Pak[]>;
  bulanBebas(nip: string, jenis: JenisPak, months: readonly string[]): Promise<readonly string[]>;
  add(pak: Pak, months: readonly string[]): Promise<void>;
  cancel(id: string, batal: NonNullable<Pak["batal"]>): Promise<void>;
  setSiasnId(id: string, siasnId: string): Promise<void>;
  setTerunggah(id: string, terunggah: readonly string[]): Promise<void>;
}

/** The link to SIASN as configured. */
export interface Sambungan {
  readonly sumber: SumberAsn;
  /** Id of the instansi here → in SIASN. */
  readonly instansi: ReadonlyMap<string, string>;
  /** Whether issued PAK are sent. */
  readonly tulis: boolean;
  /** Questions at a time. */
  readonly parallel: number;
}

/** What the use cases of the synchronisation are given by plugin.ts. */
export interface SapkDeps extends PluginServices {
  /** Null when no link is configured. */
  readonly sambungan: Sambungan | null;
  readonly store: (tx: UnitOfWork) => SapkStore;
  readonly people: (tx: UnitOfWork) => SapkPeople;
  readonly pak: (tx: UnitOfWork) => SapkPak;
  readonly numbers: (tx: UnitOfWork) => Pick<Penomoran, "nextNumber">;
}

export const APP = "kepegawaian";
export const SINKRONISASI = "sinkronisasi-sapk";
