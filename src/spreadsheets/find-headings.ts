import { AppError, type FieldProblem } from "../platform/index.js";
import { columnLetter } from "./column-letter.js";
import type { RawRow, RawSheet } from "./reading/raw-row.js";
import type { SpreadsheetColumn } from "./spreadsheet-column.js";

/** Letterheads and titles above a table take some rows; a table that starts further down is none to be found by guessing. */
const ROWS_SEARCHED = 30;

/** Where a table starts and which of its columns is which. */
export interface Headings {
  readonly sheet: RawSheet;
  readonly row: number;
  /** Headings as they stand, by column number. */
  readonly titles: ReadonlyMap<number, string>;
  /** Columns that are read, by column number. */
  readonly columns: ReadonlyMap<number, SpreadsheetColumn>;
}

interface Candidate extends Headings {
  readonly problems: readonly FieldProblem[];
}

const comparable = (heading: string): string =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\s+/gu, " ")
    .replace(/[\s*:]+$/u, "")
    .trim();

const titlesOf = (row: RawRow): Map<number, string> => {
  const titles = new Map<number, string>();
  for (const [number, { text }] of row.cells) {
    const title = text.replaceAll(/\s+/gu, " ").trim();
    if (title !== "") titles.set(number, title);
  }
  return titles;
};

const listed = (titles: ReadonlyMap<number, string>): string =>
  [...titles].map(([number, title]) => `${columnLetter(number)} '${title}'`).join(", ");

const missing = (column: SpreadsheetColumn, row: number, titles: ReadonlyMap<number, string>): FieldProblem => ({
  path: `row ${row}`,
  message: {
    id: `Kolom '${column.headings[0]}' tidak ada pada baris judul (baris ${row}). Judul yang ada: ${listed(titles)}`,
    en: `Column '${column.headings[0]}' is missing in the row of headings (row ${row}). There are: ${listed(titles)}`,
  },
});

const duplicate = (column: SpreadsheetColumn, row: number, numbers: readonly number[]): FieldProblem => {
  const cells = numbers.map((number) => `${columnLetter(number)}${row}`);
  return {
    path: cells.at(-1) ?? "",
    message: {
      id: `Kolom '${column.headings[0]}' ada lebih dari satu, yaitu pada ${cells.join(" dan ")}. Sisakan satu`,
      en: `Column '${column.headings[0]}' stands there more than once, in ${cells.join(" and ")}. Leave one`,
    },
  };
};

const unknown = (number: number, row: number, title: string, columns: readonly SpreadsheetColumn[]): FieldProblem => {
  const known = columns.map(({ headings }) => `'${headings[0]}'`).join(", ");
  return {
    path: `${columnLetter(number)}${row}`,
    message: {
      id: `Judul '${title}' pada ${columnLetter(number)}${row} tidak dikenal. Yang dikenal: ${known}`,
      en: `Heading '${title}' in ${columnLetter(number)}${row} is not known. Known are: ${known}`,
    },
  };
};

const candidateOf = (
  sheet: RawSheet,
  row: RawRow,
  columns: readonly SpreadsheetColumn[],
  otherColumns: "refuse" | "ignore",
): Candidate => {
  const titles = titlesOf(row);
  const found = new Map<number, SpreadsheetColumn>();
  const problems: FieldProblem[] = [];
  for (const column of columns) {
    const names = column.headings.map(comparable);
    const numbers = [...titles].filter(([, title]) => names.includes(comparable(title))).map(([number]) => number);
    for (const number of numbers) found.set(number, column);
    if (numbers.length > 1) problems.push(duplicate(column, row.number, numbers));
    if (numbers.length === 0 && column.required) problems.push(missing(column, row.number, titles));
  }
  if (otherColumns === "refuse") {
    for (const [number, title] of titles) {
      if (!found.has(number)) problems.push(unknown(number, row.number, title, columns));
    }
  }
  return { sheet, row: row.number, titles, columns: found, problems };
};

/** The better of two: the one that knows more of the columns; of equals, the first. */
const better = (a: Candidate | undefined, b: Candidate): Candidate =>
  a !== undefined && a.columns.size >= b.columns.size ? a : b;

const refuse = (candidate: Candidate | undefined, sheets: readonly RawSheet[], wanted: string): AppError => {
  if (candidate !== undefined && candidate.columns.size > 0) {
    const { sheet, row, problems } = candidate;
    return new AppError(
      "SPREADSHEET_HEADINGS",
      `Expected headings ${wanted}, but row ${row} of '${sheet.name}' differs`,
      {
        errors: problems,
      },
    );
  }
  const names = sheets.map(({ name }) => `'${name}'`).join(", ");
  return new AppError("SPREADSHEET_HEADINGS", `Expected headings ${wanted}, but none was found in ${names}`, {
    detail: {
      id: `Baris judul tidak ditemukan pada ${ROWS_SEARCHED} baris pertama lembar ${names}. Judul yang dicari: ${wanted}`,
      en: `No row of headings was found in the first ${ROWS_SEARCHED} rows of sheet ${names}. Looked for: ${wanted}`,
    },
  });
};

/**
 * Finds the row of headings, on whichever visible sheet and in whichever row it stands.
 * @throws {AppError} SPREADSHEET_HEADINGS, naming every column that is missing, there twice, or unknown.
 */
export const findHeadings = async (
  sheets: readonly RawSheet[],
  columns: readonly SpreadsheetColumn[],
  otherColumns: "refuse" | "ignore",
): Promise<Headings> => {
  let best: Candidate | undefined;
  for (const sheet of sheets) {
    for await (const row of sheet.rows()) {
      if (row.number > ROWS_SEARCHED) break;
      best = better(best, candidateOf(sheet, row, columns, otherColumns));
    }
    if (best !== undefined && best.columns.size > 0 && best.problems.length === 0) return best;
  }
  throw refuse(best, sheets, columns.map(({ headings }) => headings[0]).join(", "));
};
