/** One effective-dated row of reference data, whatever its kind. */
export interface BarisAcuan {
  /** `<jenis>:<kunci>:<berlakuMulai>`. */
  readonly id: string;
  readonly jenis: string;
  /** What the value is of: a level, a golongan, a grade … */
  readonly kunci: string;
  /** Values by field; credit as text with three decimals. */
  readonly nilai: Readonly<Record<string, unknown>>;
  readonly peraturan: string;
  readonly pasal: string | null;
  readonly status: StatusSumber;
  /** ISO dates; `berlakuSampai` null = still in force. */
  readonly berlakuMulai: string;
  readonly berlakuSampai: string | null;
}

/**
 * How sure a value is: read in the regulation, confirmed by secondary sources, concluded from other rules, still to be
 * verified, or assumed because no source says it. Shown beside every row. Source: domain note 9.
 */
export const STATUS_SUMBER = [
  "TERKONFIRMASI",
  "TERKONFIRMASI_SEKUNDER",
  "DISIMPULKAN",
  "PERLU_VERIFIKASI",
  "ASUMSI",
] as const;
export type StatusSumber = (typeof STATUS_SUMBER)[number];

/** Time in which a row is in force. */
export interface MasaBerlaku {
  readonly berlakuMulai: string;
  readonly berlakuSampai: string | null;
}

/** Whether a row is in force on a day. */
export const berlakuPada = ({ berlakuMulai, berlakuSampai }: MasaBerlaku, tanggal: string): boolean =>
  berlakuMulai <= tanggal && (berlakuSampai === null || tanggal <= berlakuSampai);

/** Whether two rows are in force on a same day. */
export const bertumpuk = (a: MasaBerlaku, b: MasaBerlaku): boolean =>
  (b.berlakuSampai === null || a.berlakuMulai <= b.berlakuSampai) &&
  (a.berlakuSampai === null || b.berlakuMulai <= a.berlakuSampai);
