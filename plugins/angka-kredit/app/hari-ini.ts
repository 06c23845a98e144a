const WIB_MS = 7 * 3_600_000;

/** Day in western Indonesian time (UTC+7), as ISO date. */
export const hariIni = (epochMs: number): string => new Date(epochMs + WIB_MS).toISOString().slice(0, 10);
