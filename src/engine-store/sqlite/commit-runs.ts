import type { CommitBatch, RowChanges, RowUpdate, TableName } from "../../engine/index.js";
import { encodeRows, keyToSql, type SqlValue } from "../schema/column-codec.js";
import { deleteItemsSql, insertItemsSql, itemColumnsOf, itemEntries } from "../schema/item-index.js";
import { type ColumnLayout, columnOf, layoutOf, type TableLayout } from "../schema/table-layout.js";
import { deleteSql, updateSql, upsertSql } from "../schema/upsert-sql.js";
import { sqliteDialect } from "./sqlite-dialect.js";

/** A statement with its values. */
export interface StatementRun {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Rows in one statement, the most first: running a statement costs more than a row in it. Few sizes, so that few are prepared. */
const ROWS_PER_STATEMENT = [16, 4, 1] as const;

/** The statements that write the rows of a commit, in order. */
export function commitRuns(changes: CommitBatch["changes"]): readonly StatementRun[] {
  const runs: StatementRun[] = [];
  for (const change of changes) addRuns(runs, change);
  return runs;
}

function addRuns(runs: StatementRun[], { table, upserts: rows, updates: changed, deletes }: RowChanges): void {
  const layout = layoutOf(table);
  inChunks(rows, (chunk) => {
    runs.push({ sql: upsertOf(layout, chunk.length), values: encodeRows(sqliteDialect, chunk, layout.columns) });
  });
  for (const update of changed) runs.push(updateRun(layout, update));
  const lists = itemColumnsOf(table);
  if (lists.length > 0) {
    for (const row of rows) addItems(runs, table, row);
    for (const { row, columns } of changed)
      if (lists.some((list) => columns.includes(list))) addItems(runs, table, row);
  }
  for (const key of deletes) {
    const values = [layout.primaryKey.type === "key" ? (keyToSql(sqliteDialect, key) ?? null) : key];
    runs.push({ sql: deleteSql(sqliteDialect, layout, 1), values });
    if (lists.length > 0) runs.push({ sql: deleteItemsSql(sqliteDialect, table, 1), values });
  }
}

function inChunks(rows: readonly object[], add: (chunk: readonly object[]) => void): void {
  let start = 0;
  for (const size of ROWS_PER_STATEMENT) {
    for (; start + size <= rows.length; start += size) add(rows.slice(start, start + size));
  }
}

function addItems(runs: StatementRun[], table: TableName, row: object): void {
  const sql = insertItemsSql(sqliteDialect, table, 1);
  for (const values of itemEntries(sqliteDialect, table, row)) runs.push({ sql, values });
}

function updateRun(layout: TableLayout, { row, columns }: RowUpdate): StatementRun {
  const { sql, written } = remembered(updates, `${layout.name} ${columns.join(" ")}`, () => ({
    sql: updateSql(sqliteDialect, layout, columns),
    written: [...columns.map((name) => columnOf(layout, name)), layout.primaryKey],
  }));
  return { sql, values: encodeRows(sqliteDialect, [row], written) };
}

const upsertOf = (layout: TableLayout, rows: number): string =>
  remembered(upserts, `${layout.name} ${rows}`, () => upsertSql(sqliteDialect, layout, rows));

const upserts = new Map<string, string>();
const updates = new Map<string, { readonly sql: string; readonly written: readonly ColumnLayout[] }>();

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = make()));
  return found;
}
