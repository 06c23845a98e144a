import type { TableName } from "../../engine/index.js";
import { toSql } from "../schema/column-codec.js";
import { layoutOf } from "../schema/table-layout.js";
import type { SqlFragment } from "../search/sql-fragment.js";
import type { SqlDialect } from "../sql-dialect.js";

/** The next rows of a table in the order of its primary key. */
export function snapshotPage(
  dialect: SqlDialect,
  table: TableName,
  after: string | undefined,
  limit: number,
): SqlFragment {
  const { columns, primaryKey } = layoutOf(table);
  const key = dialect.quote(primaryKey.name);
  const list = columns.map(({ name }) => dialect.quote(name)).join(", ");
  const from = after === undefined ? "" : ` WHERE ${key} > ?`;
  const rows = dialect.limit(limit);
  return {
    sql: `SELECT ${list} FROM ${dialect.quote(table)}${from} ORDER BY ${key} LIMIT ${rows.sql}`,
    values: [...(after === undefined ? [] : [toSql(dialect, after, primaryKey.type)]), ...rows.values],
  };
}
