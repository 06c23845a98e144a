import type { Ak } from "../../domain/ak.js";
import type { BarisDiperiksa, BarisTertulis, MasalahBaris } from "../../domain/baris-konversi.js";
import type { Golongan } from "../../domain/golongan.js";
import type { Jenjang } from "../../domain/jenjang.js";
import type { UntukPak } from "../../domain/kelayakan-pak.js";
import type { BarisKonversi, PeriodePredikat } from "../../domain/konversi.js";
import type { SaldoAwal } from "../../domain/saldo-awal.js";
import type { Perorangan } from "./perorangan.js";

/** The official who determined. */
export interface Penetap {
  readonly userId: string;
  readonly pegawaiId: string | null;
  readonly nama: string;
  readonly nip: string | null;
  readonly jabatan: string;
}

/** One case file of grades: a single person's, or an upload of many. */
export interface BerkasKonversi {
  readonly caseId: string;
  readonly instansiId: string;
  /** Null: all units of the instansi. */
  readonly unitId: string | null;
  readonly pembuatId: string;
  readonly pembuatPegawaiId: string | null;
  /** The upload; null for a single person. */
  readonly fileId: string | null;
  /** Year whose grades come from SIASN; null when they come from elsewhere. */
  readonly tahunSiasn: number | null;
  /** Why the upload could not be read at all. */
  readonly pesan: string | null;
  /** Someone decided to leave rows with faults out. */
  readonly tanpaBermasalah: boolean;
  readonly penetap: Penetap | null;
  /** ISO date of the determination. */
  readonly tanggal: string | null;
  /** Whether PAK are issued with the determination. */
  readonly terbitkanPak: boolean;
  readonly masalahFileId: string | null;
  readonly rekapFileId: string | null;
  /** Conversion that a correction replaces, and why. */
  readonly menggantiId: string | null;
  readonly alasan: string | null;
}

/**
 * Where a row stands: free of faults; with faults; converted; converted and looked at for a PAK; left out, since its months
 * were taken meanwhile.
 */
export type StatusBaris = "SAH" | "BERMASALAH" | "DITETAPKAN" | "SELESAI" | "TERLEWAT";

/** A row of a case file. */
export interface BarisBerkas {
  readonly id: string;
  readonly caseId: string;
  readonly baris: number;
  readonly isi: BarisTertulis["isi"];
  readonly masalah: readonly MasalahBaris[];
  readonly periode: BarisDiperiksa["periode"];
  readonly status: StatusBaris;
}

/** What the accumulation of a person says after one conversion. */
export interface Akumulasi {
  readonly baris: readonly BarisKonversi[];
  readonly jumlah: Ak;
}

/** A conversion that has been determined: never changed, a wrong one is replaced by another that names it. */
export interface KonversiTetap extends PeriodePredikat {
  readonly id: string;
  readonly caseId: string;
  readonly barisId: string;
  readonly pegawaiId: string;
  readonly nip: string;
  readonly golongan: Golongan;
  readonly persentase: number;
  readonly koefisien: Ak;
  readonly angkaKredit: Ak;
  readonly nomor: string;
  readonly tanggal: string;
  /** The person as on the day of the determination. */
  readonly perorangan: Perorangan;
  readonly penetap: Penetap;
  readonly akumulasi: Akumulasi;
  readonly dokumenId: string | null;
  readonly menggantiId: string | null;
  readonly digantiId: string | null;
  /** `PakKonversi` in force that counts it. */
  readonly pakId: string | null;
}

export interface SaldoTercatat extends SaldoAwal {
  readonly nip: string;
  readonly jenjang: Jenjang;
  readonly caseId: string;
}

/** Credit of a higher degree, once for a person. Source: domain note 2.3.6. */
export interface IjazahTercatat {
  readonly nip: string;
  readonly jenjang: Jenjang;
  readonly tingkat: string;
  readonly ak: Ak;
  readonly caseId: string;
}

/** Lama, baru and jumlah of one row of a PAK. */
export interface NilaiPak {
  readonly lama: Ak;
  readonly baru: Ak;
  readonly jumlah: Ak;
}

export interface AmbangPak {
  readonly minimal: Ak | null;
  readonly kelebihan: Ak | null;
  readonly kekurangan: Ak | null;
}

/** What a PAK says, as issued. */
export interface IsiPakTerbit {
  readonly dasar: NilaiPak;
  readonly lama: NilaiPak;
  readonly penyesuaian: NilaiPak;
  readonly integrasi: NilaiPak;
  readonly konversi: NilaiPak;
  readonly pendidikan: NilaiPak;
  readonly jumlah: NilaiPak;
  readonly pangkat: AmbangPak;
  readonly jenjang: AmbangPak;
  readonly perorangan: Perorangan;
  readonly penetap: Penetap;
  /** The next rank and level that it speaks of; null what does not apply. */
  readonly menuju: { readonly jenjang: Jenjang | null; readonly golongan: Golongan | null };
}

/** A PAK of the conversion regime: an immutable snapshot. Cancelling frees its periods. Source: domain note 3.10. */
export interface PakKonversi {
  readonly id: string;
  readonly caseId: string;
  readonly pegawaiId: string;
  readonly nip: string;
  readonly jenjang: Jenjang;
  readonly golongan: Golongan;
  readonly untuk: UntukPak;
  readonly nomor: string;
  readonly tanggal: string;
  /** `YYYY-MM`. */
  readonly masaMulai: string;
  readonly masaSelesai: string;
  readonly isi: IsiPakTerbit;
  readonly dokumenId: string | null;
  /** Record in the personnel data; null until it is printed and recorded. */
  readonly catatanId: string | null;
  readonly batal: { readonly pada: string; readonly alasan: string } | null;
}

export type HitunganBaris = Readonly<Record<StatusBaris, number>>;

/** A row as it came from SIASN; its number follows when all have come. */
export type BarisTarikan = Omit<BarisTertulis, "baris">;

/** Where the conversions are kept; one per unit of work. */
export interface KonversiStore {
  berkas(caseId: string): Promise<BerkasKonversi | undefined>;
  saveBerkas(berkas: BerkasKonversi): Promise<void>;

  /** Queues people whose grades are to be pulled. */
  antreTarikan(caseId: string, nips: readonly string[]): Promise<void>;
  /** The next people waiting, by NIP. */
  tarikanMenunggu(caseId: string, limit: number): Promise<readonly string[]>;
  sisaTarikan(caseId: string): Promise<number>;
  setTarikan(caseId: string, nip: string, hasil: readonly BarisTarikan[]): Promise<void>;
  /** What came of everybody, by NIP. */
  hasilTarikan(caseId: string): Promise<readonly BarisTarikan[]>;

  addBaris(rows: readonly BarisBerkas[]): Promise<void>;
  /** Takes away the rows of a case file, to read it anew. */
  removeBaris(caseId: string): Promise<void>;
  hitungBaris(caseId: string): Promise<HitunganBaris>;
  /** Rows with faults first, then by their place in the upload. */
  halamanBaris(
    caseId: string,
    page: { readonly offset: number; readonly limit: number; readonly search?: string },
  ): Promise<{ readonly rows: readonly BarisBerkas[]; readonly total: number }>;
  /** The next rows of a status, a person's rows one after another. */
  barisBerstatus(caseId: string, status: StatusBaris, limit: number): Promise<readonly BarisBerkas[]>;
  /** Rows by their place in the upload, after one of them. */
  barisSetelah(caseId: string, baris: number, limit: number): Promise<readonly BarisBerkas[]>;
  setStatusBaris(ids: readonly string[], status: StatusBaris): Promise<void>;
  tandaiTerlewat(id: string, masalah: readonly MasalahBaris[]): Promise<void>;

  /** Months of people that are taken, each with the number of the conversion that holds it. */
  bulanTerpakai(
    nips: readonly string[],
  ): Promise<
    readonly { readonly nip: string; readonly bulan: string; readonly konversiId: string; readonly nomor: string }[]
  >;
  /** Writes conversions and takes up their months. @throws a unique violation when a month is taken meanwhile. */
  addKonversi(rows: readonly KonversiTetap[]): Promise<void>;
  konversi(id: string): Promise<KonversiTetap | undefined>;
  /** Each instansi counts by itself: several may have the same number. */
  konversiByNomor(nomor: string): Promise<readonly KonversiTetap[]>;
  konversiByBaris(barisIds: readonly string[]): Promise<readonly KonversiTetap[]>;
  konversiOfCase(caseId: string): Promise<readonly KonversiTetap[]>;
  /** What came of the rows of a case file so far. */
  hitungTerbit(caseId: string): Promise<{ readonly konversi: number; readonly tercetak: number; readonly pak: number }>;
  /** Those not yet printed, a person's one after another. */
  belumDicetak(caseId: string, limit: number): Promise<readonly KonversiTetap[]>;
  /** Conversions in force. */
  konversiBerlaku(nips: readonly string[]): Promise<readonly KonversiTetap[]>;
  setDokumen(konversiId: string, dokumenId: string): Promise<void>;
  /** Takes a conversion out of force: its months are free again. */
  gantikan(konversiId: string, olehId: string): Promise<void>;

  saldo(nips: readonly string[]): Promise<readonly SaldoTercatat[]>;
  /** @throws a unique violation when the level of this person has one. */
  addSaldo(saldo: SaldoTercatat): Promise<void>;
  ijazah(nips: readonly string[]): Promise<readonly IjazahTercatat[]>;
  /** @throws a unique violation when this person has one. */
  addIjazah(ijazah: IjazahTercatat): Promise<void>;

  /** PAK in force of people, oldest first. */
  pakBerlaku(nips: readonly string[]): Promise<readonly PakKonversi[]>;
  pak(id: string): Promise<PakKonversi | undefined>;
  /** Each instansi counts by itself: several may have the same number. */
  pakByNomor(nomor: string): Promise<readonly PakKonversi[]>;
  /** PAK that a case file issued: to these people, or all of them. */
  pakOfCase(caseId: string, nips?: readonly string[]): Promise<readonly PakKonversi[]>;
  /** Writes a PAK and marks the conversions that it counts. */
  addPak(pak: PakKonversi, konversiIds: readonly string[]): Promise<void>;
  setPakTercatat(id: string, dokumenId: string, catatanId: string): Promise<void>;
  /** Takes a PAK out of force; what it counted is free again. */
  batalkanPak(id: string, batal: NonNullable<PakKonversi["batal"]>): Promise<void>;
}
