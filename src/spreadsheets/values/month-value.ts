import type { RawCell } from "../reading/raw-row.js";
import { isoDate } from "./calendar-date.js";
import { dateValue } from "./date-value.js";
import { monthByName } from "./month-name.js";
import { expected, type Reading } from "./reading.js";

const month = expected(
  "bulan dan tahun, misalnya 01-2026 atau Januari 2026",
  "a month and year, e.g. 01-2026 or Januari 2026",
);

const ofText = (text: string): string | undefined => {
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/u.exec(text);
  if (monthFirst !== null) return isoDate(Number(monthFirst[2]), Number(monthFirst[1]), 1);
  const yearFirst = /^(\d{4})-(\d{2})$/u.exec(text);
  if (yearFirst !== null) return isoDate(Number(yearFirst[1]), Number(yearFirst[2]), 1);
  const named = /^(\p{L}+\.?)[\s-]+(\d{4})$/u.exec(text);
  return named === null ? undefined : isoDate(Number(named[2]), monthByName(named[1] ?? "") ?? 0, 1);
};

/** A month as `2026-01`: written as one, or as a day in it (spreadsheets make the first day of what looks like a month). */
export const monthValue = (cell: RawCell, isDate1904: boolean): Reading<string> => {
  const written = cell.kind === "text" ? ofText(cell.text.trim()) : undefined;
  if (written !== undefined) return { value: written.slice(0, 7) };
  const day = dateValue(cell, isDate1904);
  return "value" in day ? { value: day.value.slice(0, 7) } : month;
};
