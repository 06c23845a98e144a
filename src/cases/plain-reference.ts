/** Office time is UTC+7 (WIB). */
const OFFSET_MS = 7 * 3_600_000;
const SIGNS = 6;

/** What people quote of a plain case file: process, year, and the last signs of an id, which differ between case files of one time. */
export const plainReference = (processId: string, now: number, id: string): string => {
  const year = new Date(now + OFFSET_MS).getUTCFullYear();
  return `${processId}-${year}-${id.replaceAll("-", "").slice(-SIGNS)}`.toUpperCase();
};
