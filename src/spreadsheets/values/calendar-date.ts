const MS_PER_DAY = 86_400_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

const padded = (number: number, width: number): string => String(number).padStart(width, "0");

/** `2026-01-31`, or undefined when there is no such day or the year is not of this age. */
export const isoDate = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal || year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
};

/**
 * The day of a serial number; the time of day is left out. In the 1900 system number 60 is a day that never was (29 February 1900), so
 * that the days before count from another one (ECMA-376 part 1, 18.17.4.1).
 */
export const isoDateOfSerial = (serial: number, isDate1904: boolean): string | undefined => {
  const days = Math.floor(serial);
  if (!Number.isFinite(serial) || days < 0 || (days === 60 && !isDate1904)) return undefined;
  const firstDay = isDate1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(firstDay + days * MS_PER_DAY);
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};
