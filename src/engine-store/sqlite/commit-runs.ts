import type { CommitBatch, RowChanges, RowUpdate, TableName } from "../../engine/index.js";
import { encodeRow, keyToSql, type SqlValue } from "../schema/column-codec.js";
import { deleteItemsSql, insertItemsSql, itemColumnsOf, itemEntries } from "../schema/item-index.js";
import { columnOf, layoutOf, type TableLayout } from "../schema/table-layout.js";
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

function addRuns(runs: StatementRun[], { table, upserts, updates, deletes }: RowChanges): void {
  const layout = layoutOf(table);
  inChunks(upserts, (rows) => {
    runs.push({ sql: upsertOf(layout, rows.length), values: rows.flatMap((row) => encodeRow(row, layout.columns)) });
  });
  for (const update of updates) runs.push(updateRun(layout, update));
  const lists = itemColumnsOf(table);
  if (lists.length > 0) {
    for (const row of upserts) addItems(runs, table, row);
    for (const { row, columns } of updates)
      if (lists.some((list) => columns.includes(list))) addItems(runs, table, row);
  }
  for (const key of deletes) {
    const values = [layout.primaryKey.type === "key" ? (keyToSql(key) ?? null) : key];
    runs.push({ sql: deleteSql(sqliteDialect, layout, 1), values });
    if (lists.length > 0) runs.push({ sql: deleteItemsSql(sqliteDialect, table, 1), values });
  }
}

function inChunks<Row>(rows: readonly Row[], add: (chunk: readonly Row[]) => void): void {
  let start = 0;
  for (const size of ROWS_PER_STATEMENT) {
    for (; start + size <= rows.length; start += size) add(rows.slice(start, start + size));
  }
}

function addItems(runs: StatementRun[], table: TableName, row: object): void {
  const sql = insertItemsSql(sqliteDialect, table, 1);
  for (const values of itemEntries(table, row)) runs.push({ sql, values });
}

function updateRun(layout: TableLayout, { row, columns }: RowUpdate): StatementRun {
  const changing = columns.map((name) => columnOf(layout, name));
  return { sql: updateOf(layout, columns), values: encodeRow(row, [...changing, layout.primaryKey]) };
}

/** Texts that were made already. */
const texts = new Map<string, string>();

function remembered(key: string, make: () => string): string {
  let text = texts.get(key);
  if (text === undefined) texts.set(key, (text = make()));
  return text;
}

const upsertOf = (layout: TableLayout, rows: number): string =>
  remembered(`${layout.name} ${rows}`, () => upsertSql(sqliteDialect, layout, rows));

const updateOf = (layout: TableLayout, columns: readonly string[]): string =>
  remembered(`${layout.name} ${columns.join(" ")}`, () => updateSql(sqliteDialect, layout, columns));
