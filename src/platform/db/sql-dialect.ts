/** All differences between the two databases that hand-written SQL meets. */
export interface SqlDialect {
  readonly name: "sqlite" | "mariadb";
  /** `SELECT … FOR UPDATE SKIP LOCKED`; SQLite has one writer and needs none. */
  readonly supportsSkipLocked: boolean;
  /** `INSERT/UPDATE … RETURNING`; MariaDB has it for INSERT only, so it counts as absent. */
  readonly supportsReturning: boolean;
  /** Words between INSERT and INTO that skip a row whose key is there already. */
  readonly insertIgnore: "INSERT OR IGNORE" | "INSERT IGNORE";
  /** SQL that reads a text out of a JSON column; `path` like `$.name`, written by us, never by a user. */
  jsonText(column: string, path: string): string;
}

export const sqliteDialect: SqlDialect = {
  name: "sqlite",
  supportsSkipLocked: false,
  supportsReturning: true,
  insertIgnore: "INSERT OR IGNORE",
  jsonText: (column, path) => `json_extract(${column}, '${path}')`,
};

export const mariadbDialect: SqlDialect = {
  name: "mariadb",
  supportsSkipLocked: true,
  supportsReturning: false,
  insertIgnore: "INSERT IGNORE",
  jsonText: (column, path) => `JSON_VALUE(${column}, '${path}')`,
};
