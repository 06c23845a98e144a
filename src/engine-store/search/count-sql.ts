import type { TableName } from "../../engine/index.js";
import { type ComparedValue, type CountedGroup, type CountQuery, type Counts, MAX_GROUPS } from "../record-search.js";
import { fromSql } from "../schema/column-codec.js";
import { columnOf, layoutOf, type ColumnLayout } from "../schema/table-layout.js";
import type { SqlDialect } from "../sql-dialect.js";
import { conditionSql, OUTER_ALIAS } from "./condition-sql.js";
import { whereSql } from "./search-sql.js";
import type { SqlFragment } from "./sql-fragment.js";

/** The SQL of a count: values of `by`, rows, different values, greatest value. Gives one group more than are shown. */
export function countSql<Name extends TableName>(dialect: SqlDialect, query: CountQuery<Name>): SqlFragment {
  const layout = layoutOf(query.table);
  const reference = (column: string): string => `${OUTER_ALIAS}.${dialect.quote(columnOf(layout, column).name)}`;
  const values = query.by.map((column) => valueSql(dialect, columnOf(layout, column), reference(column), query.slots));
  const different =
    query.different === undefined
      ? "0"
      : `COUNT(DISTINCT ${withoutEmpty(columnOf(layout, query.different), reference(query.different))})`;
  const greatest = query.greatest === undefined ? "NULL" : `MAX(${reference(query.greatest)})`;
  const where = whereSql([query.where === undefined ? undefined : conditionSql(dialect, query.table, query.where)]);
  const groups = values.length === 0 ? "" : ` GROUP BY ${values.map((_, index) => index + 1).join(", ")}`;
  return {
    sql: `SELECT ${[...values, "COUNT(*) AS counted", different, greatest].join(", ")} FROM ${dialect.quote(layout.name)} ${OUTER_ALIAS}${where.sql}${groups} ORDER BY counted DESC LIMIT ${(query.maxGroups ?? MAX_GROUPS) + 1}`,
    values: where.values,
  };
}

function valueSql(
  dialect: SqlDialect,
  column: ColumnLayout,
  reference: string,
  slots: { readonly from: number; readonly lengthMs: number } | undefined,
): string {
  if (column.type !== "time" || slots === undefined) return reference;
  // Written out: a bound number is a double, whose division is no whole one.
  const [from, length] = [BigInt(slots.from), BigInt(slots.lengthMs)];
  return `${from} + (${reference} - ${from}) ${dialect.wholeDivision} ${length} * ${length}`;
}

const withoutEmpty = ({ type }: ColumnLayout, reference: string): string =>
  type === "text" || type === "longtext" ? `NULLIF(${reference}, '')` : reference;

/** What the rows of {@link countSql} say. */
export function countsOf<Name extends TableName>(
  dialect: SqlDialect,
  { table, by, maxGroups = MAX_GROUPS }: CountQuery<Name>,
  rows: readonly (readonly unknown[])[],
): Counts {
  const layout = layoutOf(table);
  const types = by.map((column) => columnOf(layout, column).type);
  const groups = rows.slice(0, maxGroups).map((row): CountedGroup => {
    const [count, different, greatest] = row.slice(types.length) as [number, number, number | null];
    const values = types.map((type, index) => fromSql(dialect, row[index], type) as ComparedValue | null);
    return { values, count, different, greatest };
  });
  return { groups, hasMoreGroups: rows.length > maxGroups };
}
