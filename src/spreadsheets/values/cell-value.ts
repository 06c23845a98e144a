import type { RawCell } from "../reading/raw-row.js";
import type { SpreadsheetKind, SpreadsheetValue } from "../spreadsheet-column.js";
import { dateValue } from "./date-value.js";
import { decimalValue } from "./decimal-value.js";
import { integerValue } from "./integer-value.js";
import { monthValue } from "./month-value.js";
import { expected, type Reading } from "./reading.js";
import { textValue } from "./text-value.js";

const READERS: Readonly<Record<SpreadsheetKind, (cell: RawCell, isDate1904: boolean) => Reading<string | number>>> = {
  text: textValue,
  integer: integerValue,
  decimal: decimalValue,
  date: dateValue,
  month: monthValue,
};

const isBlank = (cell: RawCell | undefined): boolean =>
  cell === undefined || (cell.kind === "text" && cell.text.trim() === "");

/** The value of a cell by the kind of its column. What a formula would give is never asked: only its author knows whether it is current. */
export const cellValue = (
  cell: RawCell | undefined,
  column: { readonly kind: SpreadsheetKind; readonly required: boolean },
  isDate1904: boolean,
): Reading<SpreadsheetValue> => {
  if (cell === undefined || isBlank(cell)) {
    return column.required ? expected("isian (kolom ini wajib)", "a value (this column is required)") : { value: null };
  }
  switch (cell.kind) {
    case "formula":
      return expected(
        "nilai, bukan rumus (salin, lalu tempel sebagai nilai)",
        "a value, not a formula (copy it and paste it as a value)",
      );
    case "error":
      return expected("nilai, bukan kesalahan perhitungan", "a value, not an error of a calculation");
    case "merged":
      return expected("sel yang tidak digabung (batalkan penggabungan sel)", "a cell that is not merged (unmerge it)");
    case "boolean":
      return expected("nilai yang diketik, bukan BENAR/SALAH", "a typed value, not TRUE/FALSE");
    case "text":
    case "number":
      return READERS[column.kind](cell, isDate1904);
  }
};
