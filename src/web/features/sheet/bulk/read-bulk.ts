import type { SheetColumn, SheetRow } from "../../../../http/contract/cases.js";
import { type Language, readTyped, type Typed, type TypedFault } from "../row-values.js";
import { typedDate } from "./typed-date.js";

/** Why a cell cannot be sent. */
export type BulkFault = TypedFault | "date" | "choice";

/** Faults by cell: `3.volume` is the column `volume` of the fourth line of the grid. */
export type CellFaults<T> = Readonly<Record<string, T>>;

export interface BulkRead {
  readonly rows: readonly SheetRow["values"][];
  /** Line of the grid of each row, because empty lines are not sent. */
  readonly lines: readonly number[];
  readonly faults: CellFaults<BulkFault>;
}

export const isEmptyLine = (line: Typed): boolean => Object.values(line).every((text) => text.trim() === "");

const readLine = (columns: readonly SheetColumn[], line: Typed, language: Language) => {
  const { values, faults } = readTyped(columns, line, language);
  const found: Record<string, BulkFault> = { ...faults };
  for (const { key, kind, choices = [] } of columns) {
    const value = values[key];
    if (value === null || value === undefined) continue;
    if (kind === "date") {
      const day = typedDate(String(value));
      if (day === null) found[key] = "date";
      else values[key] = day;
    }
    if (kind === "choice" && choices.every((choice) => choice.value !== value)) found[key] = "choice";
  }
  return { values, faults: found };
};

/** Lines of the grid as rows to be sent, or what is wrong with them. The rules proper are the server's. */
export function readBulk(columns: readonly SheetColumn[], lines: readonly Typed[], language: Language): BulkRead {
  const filled = lines.flatMap((line, at) => (isEmptyLine(line) ? [] : [{ at, ...readLine(columns, line, language) }]));
  return {
    rows: filled.map(({ values }) => values),
    lines: filled.map(({ at }) => at),
    faults: Object.fromEntries(
      filled.flatMap(({ at, faults }) => Object.entries(faults).map(([key, fault]) => [`${at}.${key}`, fault])),
    ),
  };
}

/** The server's messages (`rows[3].volume`) by cell of the grid, and those that belong to none. */
export function serverFaults(
  errors: readonly { readonly path: string; readonly message: string }[],
  lines: readonly number[],
  columns: readonly SheetColumn[],
): { readonly cells: CellFaults<string>; readonly rest: boolean } {
  const cells: Record<string, string> = {};
  let rest = errors.length === 0;
  for (const { path, message } of errors) {
    const match = /rows\[(\d+)\]\.(?:values\.)?(\w+)$/.exec(path);
    const line = lines[Number(match?.[1] ?? -1)];
    const key = match?.[2];
    if (line !== undefined && columns.some((column) => column.key === key)) cells[`${line}.${key}`] ??= message;
    else rest = true;
  }
  return { cells, rest };
}
