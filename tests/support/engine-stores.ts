import mysql from "mysql2/promise";
import type { EngineStore } from "../../src/engine/index.js";
import { openMariadbEngineStore, openSqliteEngineStore } from "../../src/engine-store/index.js";
import { type DatabaseKind, freshMariadb, type FreshMariadb } from "./database.js";

/** Schemas that a test has left empty: making one anew takes a second. */
const emptied: FreshMariadb[] = [];

/** An empty engine store of the kind; closing it leaves nothing behind but an empty schema for the next test. */
export async function openEngineStore(kind: DatabaseKind): Promise<EngineStore> {
  if (kind === "sqlite") return openSqliteEngineStore({ memory: true });
  const schema = emptied.pop() ?? (await freshMariadb());
  const store = await openMariadbEngineStore({ url: schema.url });
  const close = store.close.bind(store);
  return Object.assign(store, {
    async close() {
      await close();
      await empty(schema.url);
      emptied.push(schema);
    },
  });
}

/** Removes the schemas; for `afterAll`. */
export async function dropEngineStores(): Promise<void> {
  for (const schema of emptied.splice(0)) await schema.drop();
}

async function empty(url: string): Promise<void> {
  const connection = await mysql.createConnection(url);
  const [tables] = await connection.query<mysql.RowDataPacket[]>("SHOW TABLES");
  for (const row of tables) {
    const name = String(Object.values(row)[0]);
    // Migrations that are done stay done; the lease counts its writers.
    if (!/migration|lease/u.test(name)) await connection.query(`DELETE FROM \`${name}\``);
  }
  await connection.end();
}
