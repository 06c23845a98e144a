import type { RawCell } from "../reading/raw-row.js";
import { isoDate, isoDateOfSerial } from "./calendar-date.js";
import { monthByName } from "./month-name.js";
import { expected, type Reading } from "./reading.js";

/** 18 May 1927. Below it a plain number is rather a year, a day or a count than the serial number of a date. */
const LEAST_PLAIN_SERIAL = 10_000;

const date = expected(
  "tanggal yang ada, misalnya 31-01-2026 (hari-bulan-tahun)",
  "a real date, e.g. 31-01-2026 (day-month-year)",
);

const ofText = (text: string): string | undefined => {
  const dayFirst = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u.exec(text);
  if (dayFirst !== null) return isoDate(Number(dayFirst[4]), Number(dayFirst[3]), Number(dayFirst[1]));
  const yearFirst = /^(\d{4})-(\d{2})-(\d{2})(T[\d:.]*Z?)?$/u.exec(text);
  if (yearFirst !== null) return isoDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const named = /^(\d{1,2})[\s-]+(\p{L}+\.?)[\s-]+(\d{4})$/u.exec(text);
  if (named === null) return undefined;
  return isoDate(Number(named[3]), monthByName(named[2] ?? "") ?? 0, Number(named[1]));
};

/** A day as `2026-01-31`: a date of the spreadsheet, or a text with the day first as Indonesia writes it. */
export const dateValue = (cell: RawCell, isDate1904: boolean): Reading<string> => {
  let value: string | undefined;
  if (cell.kind === "text") value = ofText(cell.text.trim());
  if (cell.kind === "number" && (cell.look === "date" || Number(cell.text) >= LEAST_PLAIN_SERIAL)) {
    value = isoDateOfSerial(Number(cell.text), isDate1904);
  }
  return value === undefined ? date : { value };
};
