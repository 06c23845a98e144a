import type { QueryRunner } from "typeorm";

/**
 * Drops a column whose values must not stay in the database's own files either. SQLite leaves the bytes of what it deletes in
 * freed pages, unless told to overwrite them; MariaDB empties the rows first and then rebuilds the table.
 */
export const dropSecretColumn = async (runner: QueryRunner, table: string, column: string): Promise<void> => {
  const isSqlite = runner.dataSource.options.type === "better-sqlite3";
  if (isSqlite) await runner.query("PRAGMA secure_delete = ON");
  await runner.query(`UPDATE ${table} SET ${column} = NULL`);
  await runner.dropColumn(table, column);
  if (isSqlite) await runner.query("PRAGMA secure_delete = OFF");
};
