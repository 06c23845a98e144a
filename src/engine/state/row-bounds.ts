import { Rejected } from "../protocol/rejections.js";
import { excerpt, MAX_ID_LENGTH, MAX_TEXT_LENGTH } from "../text-bounds.js";
import { TABLES, type ColumnSpec, type TableName } from "./tables.js";

/** Columns that are ids though no index of the engine's specs has them; lists hold ids, each found by itself. */
const OTHER_IDS: { readonly [Name in TableName]?: readonly string[] } = {
  element_instance: ["processDefinitionId"],
  job: ["errorCode"],
  message: ["messageId"],
};
const LISTS_OF_IDS: { readonly [Name in TableName]?: readonly string[] } = {
  user_task: ["candidateGroups", "candidateUsers"],
};

/** Longest text, or text in a list, of each bounded column of a table. */
const BOUNDS: ReadonlyMap<TableName, ReadonlyMap<string, number>> = new Map(
  (Object.keys(TABLES) as TableName[]).map((table) => [table, boundsOf(table)]),
);

function boundsOf(table: TableName): ReadonlyMap<string, number> {
  const { columns, indexes, primaryKey } = TABLES[table];
  const ids = new Set<string>([
    primaryKey,
    ...(indexes as readonly (readonly string[])[]).flat(),
    ...(OTHER_IDS[table] ?? []),
  ]);
  const texts = Object.entries<ColumnSpec>(columns).filter(([, spec]) => spec === "text" || spec === "text?");
  return new Map([
    ...texts.map(([column]) => [column, ids.has(column) ? MAX_ID_LENGTH : MAX_TEXT_LENGTH] as const),
    ...(LISTS_OF_IDS[table] ?? []).map((column) => [column, MAX_ID_LENGTH] as const),
  ]);
}

/** The longest text a column may have; undefined where there is no bound. */
export const columnBound = (table: TableName, column: string): number | undefined => BOUNDS.get(table)?.get(column);

/** The bounded columns of each table, for a loop that makes nothing: every row of every batch passes here. */
const BOUNDED: ReadonlyMap<TableName, readonly string[]> = new Map(
  [...BOUNDS].map(([table, bounds]) => [table, [...bounds.keys()]]),
);

/**
 * Looks whether a store can keep the texts of a row, or of the columns of it that change.
 *
 * @throws {Rejected} INVALID_ARGUMENT naming the column: some stores would refuse the whole batch.
 */
export function checkTexts(table: TableName, row: object, columns = BOUNDED.get(table) ?? []): void {
  const values = row as Readonly<Record<string, unknown>>;
  for (const column of columns) {
    const value = values[column];
    if (typeof value === "string") checkLength(table, column, value);
    else if (Array.isArray(value))
      for (const item of value) if (typeof item === "string") checkLength(table, column, item);
  }
}

function checkLength(table: TableName, column: string, value: string): void {
  if (value.length <= MAX_ID_LENGTH) return; // the smaller bound
  const bound = columnBound(table, column);
  if (bound !== undefined && value.length > bound) refuse(column, bound, value);
}

function refuse(column: string, bound: number, value: string): never {
  throw new Rejected(
    "INVALID_ARGUMENT",
    `Expected '${column}' to have at most ${bound} characters, but '${excerpt(value)}' has ${value.length}`,
  );
}
