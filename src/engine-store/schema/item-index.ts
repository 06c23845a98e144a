import type { TableName, TableRows } from "../../engine/index.js";
import type { SqlDialect } from "../sql-dialect.js";
import { keyToSql, type SqlValue } from "./column-codec.js";
import { layoutOf } from "./table-layout.js";

/**
 * Columns with lists of texts whose rows are found by one item ("tasks of my group"). Each gets entries in a table beside
 * its own: no index of either database reaches into a JSON list.
 *
 * Entries are only added: one that no longer holds is sorted out by the list itself when rows are read.
 */
const ITEM_COLUMNS: { readonly [Name in TableName]?: readonly (keyof TableRows[Name] & string)[] } = {
  user_task: ["candidateGroups", "candidateUsers"],
};

/** The columns of a table that have an item index. */
export const itemColumnsOf = (table: TableName): readonly string[] => ITEM_COLUMNS[table] ?? [];

/** Tables with an item index. */
export const ITEM_TABLES = Object.keys(ITEM_COLUMNS) as readonly TableName[];

/** Name of the table with the entries. */
export const itemTable = (table: TableName): string => `${table}_item`;

/** Creates the table of entries, ordered by column and item. */
export function itemTableStatement(dialect: SqlDialect, table: TableName): string {
  const [column, item, key] = ["listColumn", "item", "rowKey"].map(dialect.quote) as [string, string, string];
  const text = (characters: number): string => (dialect.name === "sqlite" ? "TEXT" : `VARCHAR(${characters})`);
  const integer = dialect.name === "sqlite" ? "INTEGER" : "BIGINT";
  const columns = `${column} ${text(32)} NOT NULL, ${item} ${text(256)} NOT NULL, ${key} ${integer} NOT NULL, PRIMARY KEY (${column}, ${item}, ${key})`;
  return `CREATE TABLE ${dialect.quote(itemTable(table))} (${columns})${dialect.name === "sqlite" ? " WITHOUT ROWID" : dialect.tableOptions}`;
}

/** Lets the entries of deleted rows be found: without it each deletion would read the whole table. */
export const itemRowIndexStatement = (dialect: SqlDialect, table: TableName): string =>
  `CREATE INDEX ${dialect.quote(`${itemTable(table)}_by_rowKey`)} ON ${dialect.quote(itemTable(table))} (${dialect.quote("rowKey")})`;

/** Adds `entries` entries; those that are there already stay. */
export function insertItemsSql(dialect: SqlDialect, table: TableName, entries: number): string {
  const ignore = dialect.name === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
  const names = ["listColumn", "item", "rowKey"].map(dialect.quote).join(", ");
  return `${ignore} INTO ${dialect.quote(itemTable(table))} (${names}) VALUES ${new Array<string>(entries).fill("(?, ?, ?)").join(", ")}`;
}

/** The entries of a row: column, item and key of each. */
export function itemEntries(
  dialect: SqlDialect,
  table: TableName,
  row: object,
): readonly (readonly [string, string, SqlValue])[] {
  const columns = itemColumnsOf(table);
  if (columns.length === 0) return [];
  const values = row as Readonly<Record<string, unknown>>;
  const key = keyToSql(dialect, values[layoutOf(table).primaryKey.name] as string) ?? null;
  return columns.flatMap((column) => (values[column] as readonly string[]).map((item) => [column, item, key] as const));
}

/** Removes the entries of `rows` deleted rows, by key alone. */
export const deleteItemsSql = (dialect: SqlDialect, table: TableName, rows: number): string =>
  `DELETE FROM ${dialect.quote(itemTable(table))} WHERE ${dialect.quote("rowKey")} IN (${new Array<string>(rows).fill("?").join(", ")})`;
