import type { Actor, PluginServices, UnitOfWork } from "../../../../src/plugin-api/index.js";
import type {
  AcuanCetak,
  Instansi,
  PakBaru,
  Pegawai,
  PembacaKinerja,
  Penomoran,
  UnitKerja,
} from "../../../kepegawaian/plugin.js";
import type { DaftarAcuan } from "../../domain/daftar-acuan.js";
import type { KonversiStore } from "./konversi-store.js";

/** People, as this app needs them. */
export interface PegawaiStore {
  pegawai(id: string): Promise<Pegawai | undefined>;
  pegawaiByNip(nip: string): Promise<Pegawai | undefined>;
  pegawaiByNips(nips: readonly string[]): Promise<readonly Pegawai[]>;
  /** Active people in a position with levels: of a whole instansi, or of one unit. */
  pejabatFungsional(instansiId: string, unitId: string | null): Promise<readonly Pegawai[]>;
  /** People by part of the name or the first digits of the NIP, by name. */
  searchPegawai(
    text: string,
    within: {
      readonly instansiId: string;
      readonly unitKerjaId?: string;
      readonly fungsional: true;
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<readonly Pegawai[]>;
  instansi(id: string): Promise<Instansi | undefined>;
  unitKerja(id: string): Promise<UnitKerja | undefined>;
  unitKerjaOf(instansiId: string): Promise<readonly UnitKerja[]>;
}

/** What the use cases are given by plugin.ts. Functions of a unit of work give repositories bound to it. */
export interface KonversiDeps extends PluginServices {
  readonly store: (tx: UnitOfWork) => KonversiStore;
  readonly people: (tx: UnitOfWork) => PegawaiStore;
  readonly printing: (tx: UnitOfWork) => AcuanCetak;
  readonly numbers: (tx: UnitOfWork) => Penomoran;
  readonly acuan: (tx: UnitOfWork) => Promise<DaftarAcuan>;
  /** Grades from SIASN; null when no link is configured. */
  readonly kinerja: PembacaKinerja | null;
  /** Records an issued PAK. @returns its id. */
  readonly catatPak: (tx: UnitOfWork, pak: PakBaru) => Promise<string>;
  readonly batalkanPak: (
    tx: UnitOfWork,
    batal: { readonly pakId: string; readonly tanggal: string; readonly alasan: string },
  ) => Promise<void>;
  /** Months that recorded PAK take up, from wherever they came. */
  readonly masaPak: (
    tx: UnitOfWork,
    nips: readonly string[],
  ) => Promise<readonly { readonly nip: string; readonly bulan: string; readonly nomor: string }[]>;
}

export const APP = "angka-kredit";

/** Roles of the app. Source: Peraturan BKN 3/2023 Pasal 12; domain note 2.3.6. */
export const PENILAI = "penilai-kinerja";
export const PENETAP = "penetap-konversi";
export const PENGELOLA = "admin-instansi";

/** Someone who acts, as history and access see them. */
export type Pelaku = Pick<Actor, "userId" | "displayName" | "role" | "personId">;
