/** Which rules of credit apply. Chosen by the period assessed, never by today's date. Source: domain note 2.2. */
export type Rezim = "KONVENSIONAL" | "KONVERSI";

const KONVERSI_MULAI = "2023-01-01"; // PermenPANRB 1/2023: from 2023 the performance predicate is converted

/** Last day assessed by conventional rules: requests about them that name no period are read as of this day. */
export const HARI_TERAKHIR_KONVENSIONAL = "2022-12-31";

/** Regime of a period by its last day (ISO date). */
export const rezimUntuk = (masaSelesai: string): Rezim => (masaSelesai < KONVERSI_MULAI ? "KONVENSIONAL" : "KONVERSI");
