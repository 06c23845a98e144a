import type { Localised } from "../platform/index.js";

/** One cell that cannot be taken as it is. */
export interface SpreadsheetProblem {
  /** Row of the sheet as the program that made it counts: the first is 1. */
  readonly row: number;
  /** Letter of the column, e.g. `C`. */
  readonly column: string;
  /** Heading as it stands in the sheet; empty when the column has none. */
  readonly heading: string;
  /** What the cell holds, as text. */
  readonly value: string;
  /** What is expected, and where it helps how to get there. */
  readonly expected: Localised;
}

/** A value is quoted up to this length. */
const MOST_QUOTED = 60;

const quoted = (value: string, none: string): string => {
  if (value === "") return none;
  return `'${value.length > MOST_QUOTED ? `${value.slice(0, MOST_QUOTED)}…` : value}'`;
};

/** The problem as one sentence for the person who filled in the sheet. */
export const describeProblem = ({ row, column, heading, value, expected }: SpreadsheetProblem): Localised => {
  const named = heading === "" ? column : `${column} (${heading})`;
  return {
    id: `Baris ${row}, kolom ${named}: seharusnya ${expected.id}, tetapi berisi ${quoted(value, "sel kosong")}`,
    en: `Row ${row}, column ${named}: expected ${expected.en}, but it holds ${quoted(value, "nothing")}`,
  };
};
