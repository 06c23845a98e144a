import type Database from "better-sqlite3";
import { AppError } from "../../platform/index.js";
import { MIGRATION_TABLE, MIGRATIONS } from "../schema/migrations.js";
import { sqliteDialect } from "./sqlite-dialect.js";

/**
 * Brings the schema up to date, each step in its own transaction.
 *
 * @throws {AppError} CONFLICT when the database was written by a newer version.
 */
export function migrateSqlite(database: Database.Database): void {
  database.exec(`CREATE TABLE IF NOT EXISTS "${MIGRATION_TABLE}" ("number" INTEGER NOT NULL PRIMARY KEY)`);
  const done = database.prepare(`SELECT COALESCE(MAX("number"), 0) FROM "${MIGRATION_TABLE}"`).pluck().get() as number;
  const newest = MIGRATIONS.at(-1)?.number ?? 0;
  if (done > newest) {
    throw new AppError(
      "CONFLICT",
      `Expected a database of schema version ${newest} or older, but it is of version ${done}: start the newer program`,
    );
  }
  for (const migration of MIGRATIONS.filter(({ number }) => number > done)) {
    database.transaction(() => {
      for (const statement of migration.statements(sqliteDialect)) database.exec(statement);
      database.prepare(`INSERT INTO "${MIGRATION_TABLE}" VALUES (?)`).run(migration.number);
    })();
  }
}
