import { AppError } from "../platform/index.js";
import { columnLetter } from "./column-letter.js";
import { findHeadings, type Headings } from "./find-headings.js";
import { openSpreadsheet } from "./reading/open-spreadsheet.js";
import type { RawCell, RawRow } from "./reading/raw-row.js";
import type { SpreadsheetColumn, SpreadsheetValue, SpreadsheetValues } from "./spreadsheet-column.js";
import type { SpreadsheetProblem } from "./spreadsheet-problem.js";
import { cellValue } from "./values/cell-value.js";

/** What is expected of a sheet. */
export interface ReadSheetOptions<C extends readonly SpreadsheetColumn[]> {
  readonly columns: C;
  /** Rows of data that are taken; one more ends the reading. */
  readonly maxRows: number;
  /** What becomes of columns with another heading: refused (default, so that a misspelt optional column is not lost), or left out. */
  readonly otherColumns?: "refuse" | "ignore";
}

/** A row of data; the values of cells with a problem are null. */
export interface SpreadsheetRow<C extends readonly SpreadsheetColumn[] = readonly SpreadsheetColumn[]> {
  /** Row of the sheet as the program that made it counts: the first is 1. */
  readonly row: number;
  readonly values: SpreadsheetValues<C>;
  readonly problems: readonly SpreadsheetProblem[];
}

const textOf = (cell: RawCell | undefined): string => cell?.text.trim() ?? "";

const isEmpty = ({ cells }: RawRow): boolean => [...cells.values()].every((cell) => textOf(cell) === "");

/**
 * The line "1 2 3 …" or "(1) (2) (3) …" that official tables have below their headings. Without brackets it counts as one only when it
 * cannot be data: a row of small numbers in turn may well be.
 */
const isNumbering = (row: RawRow, { columns }: Headings, asData: SpreadsheetRow): boolean => {
  const cells = [...columns.keys()].sort((a, b) => a - b).map((number) => row.cells.get(number));
  const texts = cells.map((cell) => (cell?.kind === "merged" ? "" : textOf(cell)));
  const numbers = texts.map((text) => Number(/^\(?(\d{1,2})\)?$/u.exec(text)?.[1]));
  const isInTurn = numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
  return numbers.length > 1 && isInTurn && (asData.problems.length > 0 || texts.every((text) => text.startsWith("(")));
};

const strayProblems = (row: RawRow, { titles }: Headings): SpreadsheetProblem[] =>
  [...row.cells]
    .filter(([number, cell]) => !titles.has(number) && textOf(cell) !== "")
    .map(([number, cell]) => ({
      row: row.number,
      column: columnLetter(number),
      heading: "",
      value: textOf(cell),
      expected: {
        id: "kosong karena kolom ini tidak berjudul (isi baris mungkin bergeser)",
        en: "nothing, as this column has no heading (the row may have shifted)",
      },
    }));

const readRow = (row: RawRow, headings: Headings, columns: readonly SpreadsheetColumn[]): SpreadsheetRow => {
  const problems = strayProblems(row, headings);
  // An optional column may be absent from the sheet.
  const values: Record<string, SpreadsheetValue> = Object.fromEntries(columns.map(({ key }) => [key, null]));
  for (const [number, column] of headings.columns) {
    const cell = row.cells.get(number);
    const reading = cellValue(cell, column, headings.sheet.isDate1904);
    values[column.key] = "value" in reading ? reading.value : null;
    if ("value" in reading) continue;
    problems.push({
      row: row.number,
      column: columnLetter(number),
      heading: headings.titles.get(number) ?? "",
      value: textOf(cell),
      expected: reading.expected,
    });
  }
  return { row: row.number, values, problems };
};

const tooManyRows = (maxRows: number): AppError =>
  new AppError("TOO_LARGE", `Expected ${maxRows} rows at most, but there are more`, {
    detail: {
      id: `Lembar kerja berisi lebih dari ${maxRows} baris. Bagilah menjadi beberapa berkas`,
      en: `The spreadsheet has more than ${maxRows} rows. Split it into several files`,
    },
  });

/**
 * Reads the rows of a table in an xlsx or CSV, one at a time: memory does not grow with their number. The table is found by its
 * headings. A cell that cannot be taken becomes a problem of its row (`describeProblem` makes a sentence of it) and the reading goes on,
 * so that a person sees all of them at once. Formulas are never evaluated.
 *
 * @param source the bytes of the file, 20 MB at most, e.g. `files.read(file)`.
 * @throws {AppError} SPREADSHEET_UNREADABLE, SPREADSHEET_HEADINGS, TOO_LARGE
 */
export async function* readSheet<const C extends readonly SpreadsheetColumn[]>(
  source: AsyncIterable<Uint8Array>,
  { columns, maxRows, otherColumns = "refuse" }: ReadSheetOptions<C>,
): AsyncGenerator<SpreadsheetRow<C>, void, undefined> {
  const headings = await findHeadings(await openSpreadsheet(source), columns, otherColumns);
  let count = 0;
  let isFirst = true;
  for await (const row of headings.sheet.rows()) {
    if (row.number <= headings.row || isEmpty(row)) continue;
    const read = readRow(row, headings, columns);
    const isNumbers = isFirst && isNumbering(row, headings, read);
    isFirst = false;
    if (isNumbers) continue;
    count += 1;
    if (count > maxRows) throw tooManyRows(maxRows);
    yield read;
  }
}
