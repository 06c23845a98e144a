import type { DataSapk } from "../domain/data-sapk.js";
import type { JenisPak } from "../domain/pak.js";

/** Something read from SIASN, with the time that the source gave it. */
export interface Dibaca<T> {
  readonly isi: T;
  /** Epoch ms by the source's clock (`Last-Modified`, else `Date`); null when it told none. */
  readonly sumberPada: number | null;
}

/** A credit decision in the record of SIASN (rw-angkakredit). Amounts as text with a dot and three decimals. */
export interface RiwayatKredit {
  readonly siasnId: string;
  readonly nomor: string;
  /** ISO date. */
  readonly tanggal: string;
  readonly jenis: JenisPak;
  readonly pertama: boolean;
  /** `YYYY-MM`. */
  readonly masaMulai: string;
  readonly masaSelesai: string;
  readonly akUtama: string;
  readonly akPenunjang: string;
  readonly akTotal: string;
}

/** `kuadranKinerjaNilai` 1 to 5, as its names. Source: domain note 4.1. */
export const KUADRAN_KINERJA = ["SANGAT_BAIK", "BAIK", "BUTUH_PERBAIKAN", "KURANG", "SANGAT_KURANG"] as const;

/** A performance grade of whole months within one year. */
export interface NilaiKinerja {
  readonly tahun: number;
  /** 1 to 12, both included. */
  readonly bulanMulai: number;
  readonly bulanSelesai: number;
  readonly kuadran: (typeof KUADRAN_KINERJA)[number];
  /** Of the whole year (rw-skp22), or of a period in it (rw-kinerjaperiodik). */
  readonly jenis: "TAHUNAN" | "PERIODIK";
}

/** What `angkakredit/save` is given. */
export interface KreditBaru extends Omit<RiwayatKredit, "siasnId"> {
  readonly pnsId: string;
  readonly rwJabatanId: string;
}

/** Kinds of documents in SIASN. Source: domain note 4.1. */
export const DOKUMEN_PAK = { dokumenPak: "879", skPak: "880" } as const;

/** SIASN as the use cases need it. @throws {SiasnGalat} from every function. */
export interface SumberAsn {
  dataUtama(nip: string, signal?: AbortSignal): Promise<Dibaca<DataSapk>>;
  riwayatKredit(nip: string, signal?: AbortSignal): Promise<readonly RiwayatKredit[]>;
  /** Grades of every year, yearly and periodic. An empty list: SIASN knows the person, but no grade. */
  nilaiKinerja(nip: string, signal?: AbortSignal): Promise<readonly NilaiKinerja[]>;
  /** Id of the newest position in rw-jabatan; null when there is none. */
  riwayatJabatanTerakhir(nip: string, signal?: AbortSignal): Promise<string | null>;
  /** @returns the id that SIASN gave the record; null when it took it without telling one. */
  simpanKredit(kredit: KreditBaru, signal?: AbortSignal): Promise<string | null>;
  /** Takes a decision out of rw-angkakredit; one that is gone already is no failure. */
  hapusKredit(siasnId: string, signal?: AbortSignal): Promise<void>;
  unggahDokumen(
    dokumen: {
      readonly riwayatId: string;
      readonly jenis: string;
      readonly nama: string;
      readonly isi: Uint8Array<ArrayBuffer>;
    },
    signal?: AbortSignal,
  ): Promise<void>;
}
