import { mariadbDialect } from "../mariadb/mariadb-dialect.js";
import { sqliteDialect } from "../sqlite/sqlite-dialect.js";
import { MIGRATIONS } from "./migrations.js";

/** The SQL text of one migration on one database. */
export interface MigrationScript {
  /** Such as `0001.sqlite.sql`. */
  readonly name: string;
  readonly sql: string;
}

/** All migrations on both databases, for the golden test and for operators who want to read them. */
export const migrationScripts = (): readonly MigrationScript[] =>
  MIGRATIONS.flatMap((migration) =>
    [sqliteDialect, mariadbDialect].map((dialect) => ({
      name: `${String(migration.number).padStart(4, "0")}.${dialect.name}.sql`,
      sql: `${migration.statements(dialect).join(";\n")};\n`,
    })),
  );
