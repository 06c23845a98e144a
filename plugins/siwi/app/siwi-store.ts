import type { Dupak, DupakRow, PerUnsur } from "../domain/dupak.js";
import type { Periode } from "../domain/periode.js";
import type { IsiBaris } from "../domain/rincian.js";

/** Request for a NIWN, as the form gave it. Dates are ISO dates. */
export interface PermohonanNiwn {
  readonly id: string;
  readonly caseId: string;
  readonly pemohonId: string;
  readonly instansiId: string;
  readonly nip: string;
  readonly isian: Readonly<Record<string, string>>;
  readonly berkasSk: { readonly id: string; readonly name: string };
  readonly catatanPengembalian: string | null;
  /** Number to be registered instead of a new one. */
  readonly niwnLama: string | null;
  /** Case file of the collective request that it is part of. */
  readonly kolektifCaseId: string | null;
}

/** One entry of the national register. */
export interface NiwnTerdaftar {
  readonly niwn: string;
  readonly nip: string;
  readonly nomor: number;
  readonly tanda: readonly string[];
  /** ISO date. */
  readonly terbit: string;
  /** Out of use from this ISO date (pension, moved out) and why; null while it is in use. */
  readonly nonaktif: { readonly pada: string; readonly alasan: string } | null;
}

/** A change of the profile of a widyaiswara under way. */
export interface PerubahanData {
  readonly caseId: string;
  readonly pegawaiId: string;
  readonly alasan: string;
}

/** A batch to TPP: the DUPAK of one instansi and period. */
export interface PengajuanTpp {
  readonly id: string;
  readonly caseId: string;
  readonly instansiId: string;
  readonly periodeId: string;
  /** Case files of the DUPAK in it. */
  readonly dupakCaseIds: readonly string[];
  /** Case files of the same instansi and period left for a later batch, by choice. */
  readonly ditinggalkan: readonly string[];
  readonly nomorSurat: string | null;
  readonly status: "DISUSUN" | "DIKIRIM" | "BATAL";
}

/** Where the app keeps its own rows; one per unit of work. Writes of a row with an old revision answer false. */
export interface SiwiStore {
  dupakByCase(caseId: string): Promise<Dupak | undefined>;
  dupakByCases(caseIds: readonly string[]): Promise<readonly Dupak[]>;
  dupakOf(pemilikId: string): Promise<readonly Dupak[]>;
  saveDupak(dupak: Dupak): Promise<void>;
  keepMonev(dupakId: string, jawaban: Readonly<Record<string, unknown>>, pada: number): Promise<void>;
  rows(dupakId: string): Promise<readonly DupakRow[]>;
  addRow(row: DupakRow): Promise<void>;
  changeRow(
    row: DupakRow,
    change: Partial<IsiBaris & Pick<DupakRow, "nilaiTpi" | "keteranganTpi" | "nilaiTpp" | "keteranganTpp">>,
  ): Promise<boolean>;
  removeRow(row: Pick<DupakRow, "id" | "revision">): Promise<boolean>;

  periodes(): Promise<readonly Periode[]>;
  savePeriode(periode: Periode): Promise<void>;
  /** Whether anybody has opened a DUPAK for this period. */
  hasDupak(periodeId: string): Promise<boolean>;

  permohonanByCase(caseId: string): Promise<PermohonanNiwn | undefined>;
  permohonanByNip(nip: string): Promise<readonly PermohonanNiwn[]>;
  /** Requests of a collective one. */
  permohonanByKolektif(caseId: string): Promise<readonly PermohonanNiwn[]>;
  savePermohonan(permohonan: PermohonanNiwn): Promise<void>;
  /** Those of the NIP that have a NIWN. */
  nipWithNiwn(nips: readonly string[]): Promise<ReadonlySet<string>>;
  niwnByNip(nip: string): Promise<NiwnTerdaftar | undefined>;
  niwn(niwn: string): Promise<NiwnTerdaftar | undefined>;
  addNiwn(niwn: NiwnTerdaftar): Promise<void>;
  /** Takes a number out of use, or back into it. */
  setNonaktif(niwn: string, nonaktif: NiwnTerdaftar["nonaktif"]): Promise<void>;

  perubahanByCase(caseId: string): Promise<PerubahanData | undefined>;
  perubahanOf(pegawaiId: string): Promise<readonly PerubahanData[]>;
  addPerubahan(perubahan: PerubahanData): Promise<void>;

  pengajuan(id: string): Promise<PengajuanTpp | undefined>;
  pengajuanByCase(caseId: string): Promise<PengajuanTpp | undefined>;
  pengajuanOf(instansiId: string, periodeId: string): Promise<readonly PengajuanTpp[]>;
  savePengajuan(pengajuan: PengajuanTpp): Promise<void>;
}

/** Result of the last finished DUPAK of a person, for the column "lama". */
export const hasilTerakhir = (all: readonly Dupak[]): PerUnsur | null =>
  all.findLast(({ hasil }) => hasil !== null)?.hasil ?? null;
