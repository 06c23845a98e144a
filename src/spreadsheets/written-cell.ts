import type { SpreadsheetKind } from "./spreadsheet-column.js";

/** What a row has in a column: an exact decimal as text (`12.5`), a date as `2026-01-31`, a month as `2026-01`. */
export type WrittenValue = string | number | null;

/** A spreadsheet keeps 15 digits of a number; longer ones are written as text rather than cut. */
const DIGITS_KEPT = 15;
const MOST_CHARACTERS = 32_767;

/** Number formats by kind: AK has three decimals; 421 is Indonesian, so that months have Indonesian names on every computer. */
export const FORMATS: Readonly<Record<SpreadsheetKind, string>> = {
  text: "@",
  integer: "#,##0",
  decimal: "#,##0.000",
  date: "dd-mm-yyyy",
  month: "[$-421]mmmm yyyy",
};

const textOf = (text: string): string => {
  if (text.length > MOST_CHARACTERS) {
    throw new RangeError(
      `Expected a text of ${MOST_CHARACTERS} characters at most for a cell, but it has ${text.length}`,
    );
  }
  return text;
};

const numberOf = (value: string | number): number | string => {
  const digits = String(value).replaceAll(/\D/gu, "").replace(/^0+/u, "").length;
  const number = Number(value);
  if (!Number.isFinite(number) || value === "")
    throw new RangeError(`Expected a number for a cell, but it is '${value}'`);
  return digits > DIGITS_KEPT ? String(value) : number;
};

const dateOf = (value: string): Date => {
  const date = new Date(`${value.length === 7 ? `${value}-01` : value}T00:00:00Z`);
  if (Number.isNaN(date.getTime()))
    throw new RangeError(`Expected a date as 2026-01-31 for a cell, but it is '${value}'`);
  return date;
};

/** The value as the workbook stores it. A text stays a text whatever it starts with: `=1+1` is shown, never computed. */
export const writtenCell = (value: WrittenValue, kind: SpreadsheetKind): string | number | Date | null => {
  if (value === null) return null;
  switch (kind) {
    case "text":
      return textOf(String(value));
    case "integer":
    case "decimal":
      return numberOf(value);
    case "date":
    case "month":
      return dateOf(String(value));
  }
};
