import { layoutOf, TABLE_LAYOUTS, type TableLayout } from "../schema/table-layout.js";
import type { SqlDialect } from "../sql-dialect.js";

/** Reads the rows of one table that belong to an aggregate; every placeholder is its root process instance key. */
export interface AggregateStatement {
  readonly layout: TableLayout;
  readonly sql: string;
  readonly placeholders: number;
}

/** One statement per table that is part of an aggregate. Uses the indexes over rootProcessInstanceKey. */
export function aggregateStatements(dialect: SqlDialect): readonly AggregateStatement[] {
  return [...TABLE_LAYOUTS.values()].flatMap((layout) => {
    if (layout.aggregate === "open") return [{ layout, sql: openRows(dialect, layout), placeholders: 1 }];
    return layout.aggregate === "scope" ? [{ layout, sql: rowsOfOpenScopes(dialect, layout), placeholders: 3 }] : [];
  });
}

function openRows(dialect: SqlDialect, layout: TableLayout): string {
  const columns = layout.columns.map(({ name }) => dialect.quote(name)).join(", ");
  const [root, open, key] = ["rootProcessInstanceKey", "open", layout.primaryKey.name].map(dialect.quote) as [
    string,
    string,
    string,
  ];
  return `SELECT ${columns} FROM ${dialect.quote(layout.name)} WHERE ${root} = ? AND ${open} = 1 ORDER BY ${key}`;
}

function rowsOfOpenScopes(dialect: SqlDialect, layout: TableLayout): string {
  const columns = layout.columns.map(({ name }) => dialect.quote(name)).join(", ");
  const [root, open, scope, key] = ["rootProcessInstanceKey", "open", "scopeKey", layout.primaryKey.name].map(
    dialect.quote,
  ) as [string, string, string, string];
  const scopes = (["process_instance", "element_instance"] as const)
    .map(
      (name) =>
        `SELECT ${dialect.quote(layoutOf(name).primaryKey.name)} FROM ${dialect.quote(name)} WHERE ${root} = ? AND ${open} = 1`,
    )
    .join(" UNION ALL ");
  return `SELECT ${columns} FROM ${dialect.quote(layout.name)} WHERE ${root} = ? AND ${scope} IN (${scopes}) ORDER BY ${key}`;
}
