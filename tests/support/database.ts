import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import mysql from "mysql2/promise";
import { type Database, type EntityClass, type MigrationClass, openDatabase } from "../../src/platform/db/index.js";

export type DatabaseKind = "sqlite" | "mariadb";

/** Databases that the suites loop over; `DB=sqlite` narrows. */
export const databaseKinds: readonly DatabaseKind[] = (process.env["DB"] ?? "sqlite,mariadb")
  .split(",")
  .filter((kind): kind is DatabaseKind => kind === "sqlite" || kind === "mariadb");

const serverUrl = (): string =>
  process.env["ALUR_TEST_MARIADB_URL"] ??
  execFileSync("bash", ["tests/support/mariadb.sh", "start"], { encoding: "utf8" }).trim();

export interface FreshMariadb {
  readonly url: string;
  drop(): Promise<void>;
}

/** A schema of its own on the test server; `drop` removes it. */
export const freshMariadb = async (): Promise<FreshMariadb> => {
  const url = new URL(serverUrl());
  const name = `alur_test_${randomBytes(6).toString("hex")}`;
  const run = async (sql: string): Promise<void> => {
    const connection = await mysql.createConnection(url.href);
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => run(`DROP DATABASE ${name}`) };
};

/** A fresh, migrated database of the kind: SQLite in memory, or an own schema on the MariaDB test server. `close` removes it. */
export const openTestDatabase = async (
  kind: DatabaseKind,
  tables: { readonly entities: readonly EntityClass[]; readonly migrations: readonly MigrationClass[] },
): Promise<Database> => {
  if (kind === "sqlite") return openDatabase({ url: "sqlite::memory:", ...tables });
  const schema = await freshMariadb();
  const db = await openDatabase({ url: schema.url, ...tables });
  return {
    ...db,
    async close() {
      await db.close();
      await schema.drop();
    },
  };
};
