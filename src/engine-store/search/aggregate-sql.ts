import { nearCopyCondition, originalOf } from "../schema/near-copies.js";
import { layoutOf, TABLE_LAYOUTS, type TableLayout } from "../schema/table-layout.js";
import type { SqlDialect } from "../sql-dialect.js";

/** Reads the rows of one table that belong to an aggregate; every placeholder is its root process instance key. */
export interface AggregateStatement {
  readonly layout: TableLayout;
  readonly sql: string;
  readonly placeholders: number;
}

/** One statement per table that is part of an aggregate. */
export function aggregateStatements(dialect: SqlDialect): readonly AggregateStatement[] {
  return [...TABLE_LAYOUTS.values()].flatMap((layout) => {
    if (layout.aggregate === undefined) return [];
    const rows = layout.aggregate === "open" ? openRows(dialect, layout) : rowsOfOpenScopes(dialect, layout);
    const sql = `${rows} ORDER BY ${dialect.quote(layout.primaryKey.name)}`;
    return [{ layout, sql, placeholders: sql.split("?").length - 1 }];
  });
}

/** Tables that have no index over the root where the database can do without: they are found by their open scopes. */
const FOUND_BY_SCOPE: ReadonlySet<string> = new Set(["job", "user_task"]);

function openRows(dialect: SqlDialect, layout: TableLayout): string {
  const found =
    dialect.hasPartialIndexes && FOUND_BY_SCOPE.has(layout.name)
      ? `${dialect.quote("elementInstanceKey")} IN (${openInstances(dialect)} UNION ALL ${openElements(dialect)})`
      : isOfRoot(dialect, layout);
  return `${selectAll(dialect, layout)} WHERE ${found} AND ${isOpen(dialect)}`;
}

function rowsOfOpenScopes(dialect: SqlDialect, layout: TableLayout): string {
  const [scope, process] = ["scopeKey", "processInstanceKey"].map(dialect.quote) as [string, string];
  const [instances, elements] = [openInstances(dialect), openElements(dialect)];
  if (originalOf(dialect, layout.name, "scopeKey") === undefined)
    return `${selectAll(dialect, layout)} WHERE ${isOfRoot(dialect, layout)} AND ${scope} IN (${instances} UNION ALL ${elements})`;
  const ofInstances = `${selectAll(dialect, layout)} WHERE ${process} IN (${instances}) AND ${scope} = ${process}`;
  return `${ofInstances} UNION ALL ${selectAll(dialect, layout)} WHERE ${scope} IN (${elements}) AND ${scope} <> ${process}`;
}

const selectAll = (dialect: SqlDialect, layout: TableLayout): string =>
  `SELECT ${layout.columns.map(({ name }) => dialect.quote(name)).join(", ")} FROM ${dialect.quote(layout.name)}`;

const isOpen = (dialect: SqlDialect): string => `${dialect.quote("open")} = 1`;

function isOfRoot(dialect: SqlDialect, layout: TableLayout): string {
  const root = dialect.quote("rootProcessInstanceKey");
  const original = originalOf(dialect, layout.name, "rootProcessInstanceKey");
  const holds = (column: string): string => `${column} = ?`;
  return original === undefined ? holds(root) : nearCopyCondition(root, dialect.quote(original), holds);
}

const openInstances = (dialect: SqlDialect): string => openKeys(dialect, layoutOf("process_instance"));
const openElements = (dialect: SqlDialect): string => openKeys(dialect, layoutOf("element_instance"));

const openKeys = (dialect: SqlDialect, layout: TableLayout): string =>
  `SELECT ${dialect.quote(layout.primaryKey.name)} FROM ${dialect.quote(layout.name)} WHERE ${isOfRoot(dialect, layout)} AND ${isOpen(dialect)}`;
