import type { BidangSapk, DataSapk } from "../domain/data-sapk.js";
import type { SebabPerbedaan } from "../domain/perbedaan.js";
import type { RiwayatKredit } from "./sumber-asn.js";

/** What became of one person of a synchronisation. */
export const HASIL_TARIK = ["MENUNGGU", "BARU", "BERUBAH", "TETAP", "GAGAL"] as const;
export type HasilTarik = (typeof HASIL_TARIK)[number];

export interface SapkRun {
  /** That of the case file. */
  readonly id: string;
  readonly kunci: string;
  readonly instansiId: string;
  /** All people of the instansi; false for chosen ones. */
  readonly semua: boolean;
  /** How often failures that may pass have been asked again. */
  readonly putaran: number;
  readonly dimulaiPada: number;
  readonly selesaiPada: number | null;
}

export interface Terkini {
  readonly nip: string;
  readonly pegawaiId: string;
  readonly versi: number;
  readonly hash: string;
  readonly sumberPada: number | null;
  readonly diperiksaPada: number;
}

/** What a snapshot holds. */
export interface IsiSnapshot {
  readonly data: DataSapk;
  readonly kredit: readonly RiwayatKredit[] | null;
}

export interface SnapshotBaru extends IsiSnapshot {
  readonly nip: string;
  readonly versi: number;
  readonly pegawaiId: string;
  readonly hash: string;
  readonly sumberPada: number | null;
  readonly ditarikPada: number;
  readonly runId: string;
}

export interface PerbedaanTercatat {
  readonly id: string;
  readonly runId: string;
  readonly nip: string;
  readonly nama: string;
  readonly bidang: keyof BidangSapk;
  readonly lokal: string | null;
  readonly sumber: string | null;
  readonly sebab: SebabPerbedaan;
  readonly pada: number;
}

export interface TarikGagal {
  readonly nip: string;
  readonly sementara: boolean;
  readonly percobaan: number;
  readonly alasan: string;
}

export interface Hitungan extends Readonly<Record<HasilTarik, number>> {
  readonly jumlah: number;
  /** Failures that may pass. */
  readonly gagalSementara: number;
}

interface Halaman<T> {
  readonly rows: readonly T[];
  readonly total: number;
}
interface Potongan {
  readonly offset: number;
  readonly limit: number;
  readonly search?: string;
}

/** Rows of the synchronisation; one per unit of work. */
export interface SapkStore {
  adaRun(kunci: string): Promise<boolean>;
  /** @throws a unique violation when there is a run for that key already. */
  addRun(run: SapkRun): Promise<void>;
  run(id: string): Promise<SapkRun | undefined>;
  /** A run over the whole instansi that has not ended. */
  runBerjalan(instansiId: string): Promise<SapkRun | undefined>;
  setPutaran(id: string, putaran: number): Promise<void>;
  tutupRun(id: string, pada: number): Promise<void>;
  /** Queues everybody of the instansi. */
  antreSemua(runId: string, instansiId: string): Promise<void>;
  antre(runId: string, nips: readonly string[]): Promise<void>;
  menunggu(runId: string, limit: number): Promise<readonly string[]>;
  tandai(runId: string, nips: readonly string[], hasil: HasilTarik): Promise<void>;
  tandaiGagal(runId: string, gagal: Omit<TarikGagal, "percobaan">): Promise<void>;
  /** Queues again those whose failure may pass. */
  antreUlang(runId: string): Promise<void>;
  hitung(runId: string): Promise<Hitungan>;
  gagal(runId: string, page: Potongan): Promise<Halaman<TarikGagal>>;
  terkini(nips: readonly string[]): Promise<ReadonlyMap<string, Terkini>>;
  snapshot(nip: string, versi: number): Promise<IsiSnapshot | undefined>;
  addSnapshot(snapshot: SnapshotBaru): Promise<void>;
  /** Notes that the newest snapshots were confirmed. */
  konfirmasi(nips: readonly string[], pada: number): Promise<void>;
  addPerbedaan(rows: readonly PerbedaanTercatat[]): Promise<void>;
  perbedaan(runId: string, page: Potongan): Promise<Halaman<PerbedaanTercatat>>;
  /** Differences that the newest pull of a person found. */
  perbedaanTerakhir(nip: string): Promise<readonly PerbedaanTercatat[]>;
  /** Instansi whose people come from SAPK → their id in SIASN. */
  instansi(): Promise<ReadonlyMap<string, string>>;
  setInstansi(pairs: ReadonlyMap<string, string>): Promise<void>;
}
