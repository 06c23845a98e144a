/** Where a DUPAK of a JFK stands. Source: domain note 1.5.6. */
export const STATUS_DUPAK = [
  "DRAF",
  "MENUNGGU_ATASAN",
  "MENUNGGU_PEJABAT_PENGUSUL",
  "DIKIRIM",
  "VERIFIKASI_SEKRETARIAT",
  "DIKEMBALIKAN",
  "PENILAIAN_SEMENTARA",
  "SIDANG",
  "RESUME",
  "DITETAPKAN",
  "DICETAK",
  "DITERIMA",
  "DIBATALKAN",
] as const;
export type StatusDupak = (typeof STATUS_DUPAK)[number];

const NEXT: Readonly<Record<StatusDupak, readonly StatusDupak[]>> = {
  DRAF: ["MENUNGGU_ATASAN", "DIBATALKAN"],
  MENUNGGU_ATASAN: ["MENUNGGU_PEJABAT_PENGUSUL", "DIKEMBALIKAN"],
  MENUNGGU_PEJABAT_PENGUSUL: ["DIKIRIM", "DIKEMBALIKAN"],
  DIKIRIM: ["VERIFIKASI_SEKRETARIAT", "DIKEMBALIKAN"],
  VERIFIKASI_SEKRETARIAT: ["PENILAIAN_SEMENTARA", "DIKEMBALIKAN"],
  DIKEMBALIKAN: ["MENUNGGU_ATASAN", "DIBATALKAN"],
  // A session takes what has been scored; by its decision back to scoring or to the JFK, or it waits for the next one.
  PENILAIAN_SEMENTARA: ["SIDANG"],
  SIDANG: ["RESUME", "PENILAIAN_SEMENTARA", "DIKEMBALIKAN"],
  RESUME: ["DITETAPKAN"],
  DITETAPKAN: ["DICETAK"],
  DICETAK: ["DITERIMA"],
  DITERIMA: [],
  DIBATALKAN: [],
};

/** Whether a DUPAK may go from one status to another. */
export const dupakBolehMenjadi = (from: string, to: StatusDupak): boolean =>
  (NEXT as Readonly<Record<string, readonly StatusDupak[]>>)[from]?.includes(to) ?? false;

/** With its owner: nobody else acts on it. */
export const DI_PEMILIK: readonly string[] = ["DRAF", "DIKEMBALIKAN"];
/** Over: the owner may open the next one. */
export const SELESAI: readonly string[] = ["DICETAK", "DITERIMA", "DIBATALKAN"];
/** On its way to or with the Sekretariat and the team. */
export const MASUK: readonly string[] = STATUS_DUPAK.slice(STATUS_DUPAK.indexOf("DIKIRIM")).filter(
  (each) => each !== "DIBATALKAN",
);
