import { createConnection } from "mysql2/promise";
import type { TableName, TableRows } from "../../engine/index.js";
import type { StoreSnapshot } from "../archive/archivable-store.js";
import { snapshotPage } from "../archive/snapshot-page.js";
import { decodeRow } from "../schema/column-codec.js";
import { LOG_TABLE } from "../schema/schema-statements.js";
import { layoutOf } from "../schema/table-layout.js";
import { connectionOptions } from "./connection-options.js";
import { mariadbDialect } from "./mariadb-dialect.js";

/** A reading transaction on a connection of its own, in which every statement sees the same commit. */
export async function openMariadbSnapshot(url: string): Promise<StoreSnapshot> {
  const connection = await createConnection({ ...connectionOptions(url), rowsAsArray: true });
  const read = async (sql: string, values: readonly unknown[] = []): Promise<unknown[][]> => {
    const [rows] = await connection.query({ sql, values: [...values], rowsAsArray: true });
    return rows as unknown[][];
  };
  await connection.query("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
  await connection.query("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
  const [head] = await read(`SELECT COALESCE(MAX(\`position\`), 0) FROM \`${LOG_TABLE}\``);
  return {
    position: Number(head?.[0] ?? 0),
    async rows<Name extends TableName>(table: Name, after: string | undefined, limit: number) {
      const { sql, values } = snapshotPage(mariadbDialect, table, after, limit);
      const rows = await read(sql, values);
      return rows.map((row) => decodeRow(mariadbDialect, row, layoutOf(table)) as unknown as TableRows[Name]);
    },
    close: () => connection.end(),
  };
}
