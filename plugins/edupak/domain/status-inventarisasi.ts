/** Where the inventarisasi of a month stands. Source: domain note 1.5.6; `DIBATALKAN` frees the month again. */
export const STATUS_INVENTARISASI = [
  "DRAF",
  "DIAJUKAN",
  "DISETUJUI_ATASAN",
  "DIKEMBALIKAN_ATASAN",
  "TERKUNCI",
  "DIBATALKAN",
] as const;
export type StatusInventarisasi = (typeof STATUS_INVENTARISASI)[number];

const NEXT: Readonly<Record<StatusInventarisasi, readonly StatusInventarisasi[]>> = {
  DRAF: ["DIAJUKAN", "DIBATALKAN"],
  DIAJUKAN: ["DISETUJUI_ATASAN", "DIKEMBALIKAN_ATASAN"],
  DIKEMBALIKAN_ATASAN: ["DIAJUKAN", "DIBATALKAN"],
  // Back to a draft when its owner repairs it; locked when a DUPAK that holds it is sent.
  DISETUJUI_ATASAN: ["DRAF", "TERKUNCI"],
  // Free again when the DUPAK is given back; closed for good when it is decided.
  TERKUNCI: ["DISETUJUI_ATASAN", "TERKUNCI"],
  DIBATALKAN: [],
};

/** Whether a month may go from one status to another. */
export const inventarisasiBolehMenjadi = (from: string, to: StatusInventarisasi): boolean =>
  (NEXT as Readonly<Record<string, readonly StatusInventarisasi[]>>)[from]?.includes(to) ?? false;

/** Rows may be changed by their owner. */
export const DAPAT_DIUBAH: readonly string[] = ["DRAF", "DIKEMBALIKAN_ATASAN"];
