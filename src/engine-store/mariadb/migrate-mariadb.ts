import type { Connection } from "mysql2/promise";
import { AppError } from "../../platform/index.js";
import { MIGRATION_TABLE, MIGRATIONS } from "../schema/migrations.js";
import { mariadbDialect } from "./mariadb-dialect.js";

/**
 * Brings the schema up to date. DDL commits by itself in MariaDB: a step that breaks off leaves a part of its tables, which
 * the sentence of the error names; only the writer that holds the lock runs this.
 *
 * @throws {AppError} CONFLICT when the database was written by a newer version.
 */
export async function migrateMariadb(connection: Connection): Promise<void> {
  await connection.query(`CREATE TABLE IF NOT EXISTS \`${MIGRATION_TABLE}\` (\`number\` INT NOT NULL PRIMARY KEY)`);
  const [rows] = await connection.query({
    sql: `SELECT COALESCE(MAX(\`number\`), 0) FROM \`${MIGRATION_TABLE}\``,
    rowsAsArray: true,
  });
  const done = (rows as unknown as [[number]])[0][0];
  const newest = MIGRATIONS.at(-1)?.number ?? 0;
  if (done > newest) {
    throw new AppError(
      "CONFLICT",
      `Expected a database of schema version ${newest} or older, but it is of version ${done}: start the newer program`,
    );
  }
  for (const migration of MIGRATIONS.filter(({ number }) => number > done)) {
    for (const statement of migration.statements(mariadbDialect)) await connection.query(statement);
    await connection.query(`INSERT INTO \`${MIGRATION_TABLE}\` VALUES (?)`, [migration.number]);
  }
}
