/** Day, month and year as they stand in a field that shows `dd-MM-yyyy`; places not filled in are underscores. */
const TYPED = /^(\d{0,2})_*-(\d{0,2})_*-(\d{0,4})_*$/;
/** The same as the value of the field. */
const VALUE = /^(\d{4})-(\d{2})-(\d{2})$/;

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/**
 * A day that no calendar has, as the value of its field: "31-02-2026" → "2026-02-31", and zeros for what is not filled in.
 * Null for a day that exists, for an empty field and for what is no date at all.
 */
export function impossibleDay(typed: string): string | null {
  const [, day = "", month = "", year = ""] = TYPED.exec(typed.trim()) ?? [];
  if (day + month + year === "" || isDay(Number(year), Number(month), Number(day))) return null;
  return `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The value of an impossible day as it was typed; null for every other value. */
export function typedImpossibleDay(value: unknown): string | null {
  const [, year, month, day] = VALUE.exec(typeof value === "string" ? value : "") ?? [];
  const typed = `${day}-${month}-${year}`;
  return year === undefined || impossibleDay(typed) === null ? null : typed;
}
