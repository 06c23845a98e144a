import { mariadbDialect } from "../mariadb/mariadb-dialect.js";
import { sqliteDialect } from "../sqlite/sqlite-dialect.js";
import { MIGRATIONS } from "./migrations.js";

/** The SQL text of one migration on one database. */
export interface MigrationScript {
  /** Such as `0001.sqlite.sql`. */
  readonly name: string;
  readonly sql: string;
}

/** All migrations on both databases, for the golden test and for operators who want to read them; without empty ones. */
export const migrationScripts = (): readonly MigrationScript[] =>
  MIGRATIONS.flatMap((migration) =>
    [sqliteDialect, mariadbDialect]
      .map((dialect) => ({ dialect, statements: migration.statements(dialect) }))
      .filter(({ statements }) => statements.length > 0)
      .map(({ dialect, statements }) => ({
        name: `${String(migration.number).padStart(4, "0")}.${dialect.name}.sql`,
        sql: `${statements.join(";\n")};\n`,
      })),
  );
