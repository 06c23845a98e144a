import type { TableName } from "../../engine/index.js";
import type { SqlDialect } from "../sql-dialect.js";
import { ITEM_TABLES, itemTableStatement } from "./item-index.js";
import { layoutOf, type ColumnLayout, type TableLayout } from "./table-layout.js";

/** The statements that create the record log and the given tables of the engine with their indexes, in a fixed order. */
export function firstSchema(dialect: SqlDialect, tables: readonly TableName[]): readonly string[] {
  return [
    ...recordLog(dialect),
    ...createTables(dialect, tables),
    ...ITEM_TABLES.filter((table) => tables.includes(table)).map((table) => itemTableStatement(dialect, table)),
  ];
}

/** The statements that create tables of the engine with their indexes. */
export const createTables = (dialect: SqlDialect, tables: readonly TableName[]): readonly string[] =>
  tables.flatMap((table) => tableStatements(dialect, layoutOf(table)));

/** Creates an index that came later than its table. */
export const createIndex = (dialect: SqlDialect, table: TableName, columns: readonly string[]): string =>
  indexStatement(dialect, layoutOf(table), columns);

/** Name of the table of the record log. */
export const LOG_TABLE = "record_log";

function recordLog(dialect: SqlDialect): readonly string[] {
  const [position, time, lastKey, events] = ["position", "time", "lastKey", "events"].map(dialect.quote) as [
    string,
    string,
    string,
    string,
  ];
  const integer = dialect.name === "sqlite" ? "INTEGER" : "BIGINT";
  const packed = dialect.name === "sqlite" ? "BLOB" : "LONGBLOB";
  const columns = `${position} ${integer} NOT NULL PRIMARY KEY, ${time} ${integer} NOT NULL, ${lastKey} ${integer} NOT NULL, ${events} ${packed} NOT NULL`;
  return [`CREATE TABLE ${dialect.quote(LOG_TABLE)} (${columns})${dialect.tableOptions}`];
}

function tableStatements(dialect: SqlDialect, layout: TableLayout): readonly string[] {
  const columns = layout.columns.map((column) => columnDefinition(dialect, column, layout));
  return [
    `CREATE TABLE ${dialect.quote(layout.name)} (${columns.join(", ")})${dialect.tableOptions}`,
    ...layout.indexes.map((index) => indexStatement(dialect, layout, index)),
    ...(layout.isDue ? [indexStatement(dialect, layout, ["dueAt"])] : []),
  ];
}

function columnDefinition(dialect: SqlDialect, column: ColumnLayout, layout: TableLayout): string {
  const nullability = column.isNullable ? "" : " NOT NULL";
  const isIndexed = column === layout.primaryKey || layout.indexes.some((index) => index.includes(column.name));
  const key = column === layout.primaryKey ? " PRIMARY KEY" : "";
  return `${dialect.quote(column.name)} ${dialect.columnType(column, isIndexed)}${nullability}${key}`;
}

function indexStatement(dialect: SqlDialect, layout: TableLayout, columns: readonly string[]): string {
  const name = dialect.quote(`${layout.name}_by_${columns.join("_")}`);
  const list = columns.map((column) => dialect.quote(column)).join(", ");
  const filter = dialect.name === "sqlite" ? partialFilter(dialect, layout, columns) : "";
  return `CREATE INDEX ${name} ON ${dialect.quote(layout.name)} (${list})${filter}`;
}

/** Keeps rows that are never looked up by an index out of it, above all finished work: it would be most of the index. */
function partialFilter(dialect: SqlDialect, layout: TableLayout, columns: readonly string[]): string {
  const [only = "", ...others] = columns;
  if (others.length > 0) return "";
  const isOfAggregate = only === "rootProcessInstanceKey" && layout.aggregate === "open";
  // Called instances are found by their root after they have ended, too.
  if (isOfAggregate && layout.name !== "process_instance") return ` WHERE ${dialect.quote("open")} = 1`;
  const isNullable = layout.columns.some(({ name, isNullable: nullable }) => name === only && nullable);
  return isNullable ? ` WHERE ${dialect.quote(only)} IS NOT NULL` : "";
}
