/** A member of the team as the minutes of a session name one. */
export interface AnggotaSidang {
  readonly nama: string;
  readonly nip: string;
  readonly kedudukan: string;
  readonly hadir: boolean;
}

/** A session of a team over several DUPAK. Dates are ISO dates. */
export interface Sidang {
  readonly id: string;
  readonly caseId: string;
  /** Period of all its DUPAK, where an app holds its sessions by period. */
  readonly periodeId?: string;
  readonly tanggal: string;
  readonly pukul: string;
  readonly tempat: string;
  readonly dasarKeputusan: string;
  readonly dasarTanggal: string;
  readonly dupakCaseIds: readonly string[];
  readonly anggota: readonly AnggotaSidang[];
  readonly perbedaanPendapat: readonly string[];
  readonly nomor: string | null;
  readonly status: "DIJADWALKAN" | "DIPUTUS" | "BATAL";
}

/** Set as scored; to a later session; scored again; given back to whoever sent it. */
export const PUTUSAN = ["DITETAPKAN", "DITUNDA", "DINILAI_ULANG", "DIKEMBALIKAN"] as const;
export type Putusan = (typeof PUTUSAN)[number];

/** Decision on one DUPAK in a session. */
export interface PutusanSidang {
  readonly id: string;
  readonly sidangId: string;
  readonly dupakCaseId: string;
  readonly revision: number;
  readonly putusan: Putusan;
  readonly catatan: string | null;
}
