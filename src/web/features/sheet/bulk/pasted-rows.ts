import type { SheetColumn } from "../../../../http/contract/cases.js";
import type { Typed } from "../row-values.js";
import { typedSpan } from "./typed-date.js";

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The column that a heading names, in either language. */
const named = (columns: readonly SheetColumn[], heading: string): SheetColumn | undefined =>
  columns.find(({ key, label, headings = [] }) =>
    [key, label.id, label.en, ...headings].some((name) => plain(name) === plain(heading)),
  );

/** Below the headings forms number their columns: 1, 2, 3 … */
const isNumbering = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell, index) => cell === String(index + 1));

/**
 * Pasted cells as rows of the grid. A first line that names columns (most of its cells do) maps them by name; otherwise they
 * follow each other from the column that was pasted into. A span of days fills the date column and the next one.
 * @param known all columns of the sheet: a heading may also name one that is computed, which is then left out.
 */
export function pastedRows(
  table: readonly (readonly string[])[],
  columns: readonly SheetColumn[],
  at: number,
  known: readonly SheetColumn[] = columns,
): readonly Typed[] {
  const [first = [], ...below] = table;
  const byName = first.map((heading) => named(known, heading));
  const filled = first.filter((cell) => cell !== "").length;
  const hasHeading = filled > 0 && byName.filter((column) => column !== undefined).length * 2 > filled;
  const order = hasHeading ? byName.map((column) => columns.find(({ key }) => key === column?.key)) : columns.slice(at);
  const rest = isNumbering(below[0] ?? []) ? below.slice(1) : below;
  return (hasHeading ? rest : table).map((cells) => rowOf(cells, order, columns));
}

function rowOf(
  cells: readonly string[],
  order: readonly (SheetColumn | undefined)[],
  columns: readonly SheetColumn[],
): Typed {
  const row: Record<string, string> = {};
  for (const [index, cell] of cells.entries()) {
    const column = order[index];
    if (column === undefined || (cell === "" && row[column.key] !== undefined)) continue;
    const span = column.kind === "date" ? typedSpan(cell) : null;
    const next = columns[columns.indexOf(column) + 1];
    if (span !== null && next?.kind === "date") {
      [row[column.key], row[next.key]] = span;
    } else row[column.key] = column.kind === "choice" ? choiceOf(column, cell) : cell;
  }
  return row;
}

/** The value that a choice's words stand for; other words stay, so that they can be seen to be wrong. */
const choiceOf = ({ choices = [] }: SheetColumn, text: string): string =>
  choices.find(({ value, label }) => [value, label.id, label.en].some((name) => plain(name) === plain(text)))?.value ??
  text;
