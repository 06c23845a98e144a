import type { SqlDialect } from "../sql-dialect.js";
import type { TableLayout } from "./table-layout.js";

/**
 * Columns that never change once a row is written. Leaving them out of the update spares the database the upkeep of
 * their indexes, which is most of the cost of writing a row again.
 */
const FIXED = new Set([
  "rootProcessInstanceKey",
  "processInstanceKey",
  "elementInstanceKey",
  "scopeKey",
  "parentProcessInstanceKey",
]);

/** A value for each column of a row. */
const allBound = (layout: TableLayout): string => `(${layout.columns.map(() => "?").join(", ")})`;

/** Inserts `rows` rows or replaces those with the same primary key. `row` is the text of one of them. */
export function upsertSql(dialect: SqlDialect, layout: TableLayout, rows: number, row = allBound(layout)): string {
  const names = layout.columns.map(({ name }) => dialect.quote(name));
  const values = new Array<string>(rows).fill(row).join(", ");
  return `INSERT INTO ${dialect.quote(layout.name)} (${names.join(", ")}) VALUES ${values}${onConflict(dialect, layout)}`;
}

function onConflict(dialect: SqlDialect, layout: TableLayout): string {
  const changing = layout.columns
    .filter((column) => column !== layout.primaryKey && !FIXED.has(column.name))
    .map(({ name }) => dialect.quote(name));
  const key = dialect.quote(layout.primaryKey.name);
  if (dialect.name === "sqlite") {
    return ` ON CONFLICT(${key}) DO UPDATE SET ${changing.map((name) => `${name} = excluded.${name}`).join(", ")}`;
  }
  return ` ON DUPLICATE KEY UPDATE ${changing.map((name) => `${name} = VALUES(${name})`).join(", ")}`;
}

/** Sets columns to `values` in the row with a primary key, which comes last. Indexes over other columns are left alone. */
export function updateSql(
  dialect: SqlDialect,
  layout: TableLayout,
  columns: readonly string[],
  values: readonly string[],
): string {
  const changing = columns.map((name, index) => `${dialect.quote(name)} = ${values[index] ?? "?"}`).join(", ");
  return `UPDATE ${dialect.quote(layout.name)} SET ${changing} WHERE ${dialect.quote(layout.primaryKey.name)} = ?`;
}

/** Removes `keys` rows by primary key. */
export function deleteSql(dialect: SqlDialect, layout: TableLayout, keys: number): string {
  const list = new Array<string>(keys).fill("?").join(", ");
  return `DELETE FROM ${dialect.quote(layout.name)} WHERE ${dialect.quote(layout.primaryKey.name)} IN (${list})`;
}
