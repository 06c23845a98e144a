import type { Selection, TableName } from "../../engine/index.js";
import type { Condition } from "../record-search.js";
import { comparedToSql, conditionSql, OUTER_ALIAS } from "./condition-sql.js";
import type { SqlFragment } from "./sql-fragment.js";
import { nearCopyCondition, originalOf } from "../schema/near-copies.js";
import { columnOf, layoutOf } from "../schema/table-layout.js";
import type { SqlDialect } from "../sql-dialect.js";
import type { SqlValue } from "../schema/column-codec.js";

/** The SQL of an index look-up; undefined when a key fits no column, so that no row can match. */
export function selectionSql<Name extends TableName>(
  dialect: SqlDialect,
  selection: Selection<Name>,
): SqlFragment | undefined {
  const layout = layoutOf(selection.table);
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  for (const [name, value] of Object.entries(selection.equals ?? {})) {
    const column = columnOf(layout, name);
    const left = dialect.quote(name);
    const given = value as string | number | boolean | null;
    const bound = given === null ? null : comparedToSql(dialect, column, given);
    if (bound === undefined) return undefined;
    // A literal lets the planner use an index that holds only such rows.
    if (bound === null || column.type === "bool")
      conditions.push(bound === null ? `${left} IS NULL` : `${left} = ${String(bound)}`);
    else {
      const original = originalOf(dialect, selection.table, name);
      const holds = (key: string): string => `${key} = ?`;
      conditions.push(original === undefined ? holds(left) : nearCopyCondition(left, dialect.quote(original), holds));
      values.push(bound, ...(original === undefined ? [] : [bound]));
    }
  }
  if (selection.atMost !== undefined) {
    conditions.push(`${dialect.quote(columnOf(layout, selection.atMost.column).name)} <= ?`);
    values.push(selection.atMost.value);
  }
  if (selection.after !== undefined) {
    conditions.push(`${dialect.quote(layout.primaryKey.name)} > ?`);
    values.push(comparedToSql(dialect, layout.primaryKey, selection.after) ?? -dialect.keyOrigin);
  }
  if (selection.filter !== undefined) {
    // Written by conditionSql's callers: columns are checked against the layout there.
    const filter = conditionSql(dialect, selection.table, selection.filter as unknown as Condition<Name>);
    conditions.push(filter.sql);
    values.push(...filter.values);
  }
  const limit = selection.limit === undefined ? undefined : dialect.limit(selection.limit);
  values.push(...(limit?.values ?? []));
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
  const columns = layout.columns.map(({ name }) => dialect.quote(name)).join(", ");
  const order = dialect.quote(
    selection.orderBy === undefined ? layout.primaryKey.name : columnOf(layout, selection.orderBy).name,
  );
  return {
    sql: `SELECT ${columns} FROM ${dialect.quote(layout.name)} ${OUTER_ALIAS}${where} ORDER BY ${order}${limit === undefined ? "" : ` LIMIT ${limit.sql}`}`,
    values,
  };
}
