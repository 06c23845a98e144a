import Database from "better-sqlite3";
import type { TableName, TableRows } from "../../engine/index.js";
import { AppError } from "../../platform/index.js";
import type { StoreSnapshot } from "../archive/archivable-store.js";
import { snapshotPage } from "../archive/snapshot-page.js";
import { decodeRow } from "../schema/column-codec.js";
import { LOG_TABLE } from "../schema/schema-statements.js";
import { layoutOf } from "../schema/table-layout.js";
import { sqliteDialect } from "./sqlite-dialect.js";
import { StatementCache } from "./statement-cache.js";

/** A reading transaction on a connection of its own: the log file in front of the database grows until it is closed. */
export function openSqliteSnapshot(database: Database.Database): StoreSnapshot {
  if (database.memory)
    throw new AppError("BAD_INPUT", "Expected a database in a file to be archived, but this one is in memory");
  const reader = new Database(database.name, { readonly: true });
  reader.exec("BEGIN");
  const statements = new StatementCache(reader);
  const [position] = statements.get(`SELECT COALESCE(MAX("position"), 0) FROM "${LOG_TABLE}"`).get() as [number];
  return {
    position,
    rows<Name extends TableName>(table: Name, after: string | undefined, limit: number) {
      const { sql, values } = snapshotPage(sqliteDialect, table, after, limit);
      const rows = statements.get(sql).all(...values) as unknown[][];
      return rows.map((row) => decodeRow(sqliteDialect, row, layoutOf(table)) as unknown as TableRows[Name]);
    },
    close: () => void reader.close(),
  };
}
