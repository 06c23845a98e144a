import type { TableName } from "../../engine/index.js";
import type { ComparedValue, PageRequest, RecordQuery } from "../record-search.js";
import { columnOf, layoutOf, type ColumnLayout, type TableLayout } from "../schema/table-layout.js";
import type { SqlDialect } from "../sql-dialect.js";
import { comparedToSql, conditionSql, OUTER_ALIAS } from "./condition-sql.js";
import type { SqlFragment } from "./sql-fragment.js";

/** The statements of one search. */
export interface SearchStatements {
  readonly page: SqlFragment;
  /** Counts at most one row more than asked for. */
  readonly count: SqlFragment;
  /** True when `page` reads backwards, so that its rows have to be turned round. */
  readonly isReversed: boolean;
}

interface Ordering {
  readonly column: ColumnLayout;
  readonly descending: boolean;
}

/** The SQL of a search. */
export function searchSql<Name extends TableName>(
  dialect: SqlDialect,
  query: RecordQuery<Name>,
  rareItems?: ReadonlySet<string>,
): SearchStatements {
  const layout = layoutOf(query.table);
  const where = query.where === undefined ? undefined : conditionSql(dialect, query.table, query.where, rareItems);
  const ordering = orderingOf(layout, query.sort ?? []);
  const isReversed = query.page.before !== undefined;
  const direction = isReversed
    ? ordering.map(({ column, descending }) => ({ column, descending: !descending }))
    : ordering;
  const position = positionSql(dialect, direction, query.page.after ?? query.page.before);
  return {
    page: pageSql(dialect, layout, [where, position], direction, query.page),
    count: countSql(dialect, layout, where, query.maxTotal),
    isReversed,
  };
}

/**
 * The sort columns of a query with the primary key behind them; also the order of a cursor's values. The key goes the way of
 * the column before it: MariaDB reads an index backwards, but sorts all rows where two directions meet.
 */
export function orderingOf(
  layout: TableLayout,
  sort: readonly { readonly column: string; readonly descending?: boolean }[],
): readonly Ordering[] {
  const ordering = sort.map(({ column, descending }) => ({
    column: columnOf(layout, column),
    descending: descending === true,
  }));
  const isTotal = ordering.some(({ column }) => column === layout.primaryKey);
  if (isTotal) return ordering;
  return [...ordering, { column: layout.primaryKey, descending: ordering.at(-1)?.descending ?? false }];
}

function pageSql(
  dialect: SqlDialect,
  layout: TableLayout,
  conditions: readonly (SqlFragment | undefined)[],
  ordering: readonly Ordering[],
  page: PageRequest,
): SqlFragment {
  const where = whereSql(conditions);
  const columns = layout.columns.map(({ name }) => `${OUTER_ALIAS}.${dialect.quote(name)}`).join(", ");
  const order = ordering
    .map(({ column, descending }) => `${OUTER_ALIAS}.${dialect.quote(column.name)}${descending ? " DESC" : ""}`)
    .join(", ");
  const limit = dialect.limit(page.limit);
  const offset = page.from === undefined || page.from === 0 ? "" : " OFFSET ?";
  return {
    sql: `SELECT ${columns} FROM ${dialect.quote(layout.name)} ${OUTER_ALIAS}${where.sql} ORDER BY ${order} LIMIT ${limit.sql}${offset}`,
    values: [...where.values, ...limit.values, ...(offset === "" ? [] : [page.from ?? 0])],
  };
}

function countSql(
  dialect: SqlDialect,
  layout: TableLayout,
  condition: SqlFragment | undefined,
  maxTotal: number,
): SqlFragment {
  const where = whereSql([condition]);
  const limit = dialect.limit(maxTotal + 1);
  return {
    sql: `SELECT COUNT(*) FROM (SELECT 1 FROM ${dialect.quote(layout.name)} ${OUTER_ALIAS}${where.sql} LIMIT ${limit.sql}) counted`,
    values: [...where.values, ...limit.values],
  };
}

/** The conditions that are there, all of which have to hold. */
export function whereSql(conditions: readonly (SqlFragment | undefined)[]): SqlFragment {
  const present = conditions.filter((condition) => condition !== undefined);
  if (present.length === 0) return { sql: "", values: [] };
  return {
    sql: ` WHERE ${present.map(({ sql }) => sql).join(" AND ")}`,
    values: present.flatMap(({ values }) => values),
  };
}

/** Rows behind a position: the first column decides, and the next one only between equals. */
function positionSql(
  dialect: SqlDialect,
  ordering: readonly Ordering[],
  position: readonly (ComparedValue | null)[] | undefined,
): SqlFragment | undefined {
  if (position === undefined) return undefined;
  const alternatives = ordering.map((last, index): SqlFragment => {
    const before = ordering.slice(0, index).map((order, at) => sameAs(dialect, order, position[at] ?? null));
    const parts = [...before, behind(dialect, last, position[index] ?? null)];
    return { sql: `(${parts.map(({ sql }) => sql).join(" AND ")})`, values: parts.flatMap(({ values }) => values) };
  });
  const bounds = alternatives.length > 1 ? beginning(dialect, ordering[0], position[0] ?? null) : [];
  return {
    sql: [...bounds.map(({ sql }) => sql), `(${alternatives.map(({ sql }) => sql).join(" OR ")})`].join(" AND "),
    values: [...bounds, ...alternatives].flatMap(({ values }) => values),
  };
}

/** The alternatives imply it, but only from this an index is entered where the page begins. */
function beginning(
  dialect: SqlDialect,
  order: Ordering | undefined,
  value: ComparedValue | null,
): readonly SqlFragment[] {
  if (order === undefined || value === null || (order.descending && order.column.isNullable)) return [];
  const sql = `${referenceTo(dialect, order)} ${order.descending ? "<=" : ">="} ?`;
  return [{ sql, values: [bound(dialect, order, value) as number] }];
}

const referenceTo = (dialect: SqlDialect, { column }: Ordering): string =>
  `${OUTER_ALIAS}.${dialect.quote(column.name)}`;

const bound = (dialect: SqlDialect, { column }: Ordering, value: ComparedValue): ComparedValue | bigint =>
  comparedToSql(dialect, column, value) ?? -dialect.keyOrigin;

const sameAs = (dialect: SqlDialect, order: Ordering, value: ComparedValue | null): SqlFragment =>
  value === null
    ? { sql: `${referenceTo(dialect, order)} IS NULL`, values: [] }
    : { sql: `${referenceTo(dialect, order)} = ?`, values: [bound(dialect, order, value) as number] };

/** Null stands before every value in ascending order. */
function behind(dialect: SqlDialect, order: Ordering, value: ComparedValue | null): SqlFragment {
  const left = referenceTo(dialect, order);
  if (value === null) return { sql: order.descending ? "1 = 0" : `${left} IS NOT NULL`, values: [] };
  const sql = `${left} ${order.descending ? "<" : ">"} ?`;
  const canBeNull = order.descending && order.column.isNullable;
  return { sql: canBeNull ? `(${sql} OR ${left} IS NULL)` : sql, values: [bound(dialect, order, value) as number] };
}
