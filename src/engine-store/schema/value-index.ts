import type { SqlDialect } from "../sql-dialect.js";

/** Longer values are not found by the index: it would hold whole documents. */
export const MAX_INDEXED_CHARACTERS = 64;

/** Creates the index by which variables are found by name and value. */
export function valueIndexStatement(dialect: SqlDialect): string {
  const [table, index, name, value] = ["variable", "variable_by_name_value", "name", "value"].map(dialect.quote) as [
    string,
    string,
    string,
    string,
  ];
  const start = `CREATE INDEX ${index} ON ${table}`;
  if (dialect.name === "mariadb") return `${start} (${name}, ${value}(${MAX_INDEXED_CHARACTERS}))`;
  return `${start} (${name}, ${value}) WHERE ${isIndexed(dialect, value)}`;
}

/** True for a value that the index holds; SQLite uses an index of some rows only where this stands in the statement. */
export const isIndexed = (dialect: SqlDialect, reference: string): string =>
  dialect.name === "sqlite" ? `LENGTH(${reference}) <= ${MAX_INDEXED_CHARACTERS}` : "1 = 1";
