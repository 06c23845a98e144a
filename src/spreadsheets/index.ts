export { type ReadSheetOptions, readSheet, type SpreadsheetRow } from "./read-sheet.js";
export type { SpreadsheetColumn, SpreadsheetKind, SpreadsheetValue, SpreadsheetValues } from "./spreadsheet-column.js";
export { spreadsheetErrors } from "./spreadsheet-errors.js";
export { describeProblem, type SpreadsheetProblem } from "./spreadsheet-problem.js";
export { writeSheet, type WrittenColumn, XLSX_CONTENT_TYPE } from "./write-sheet.js";
export type { WrittenValue } from "./written-cell.js";
