import { escape, format } from "mysql2/promise";
import type { CommitBatch, RowChanges } from "../../engine/index.js";
import { encodeRows, keyToSql } from "../schema/column-codec.js";
import { deleteItemsSql, insertItemsSql, itemColumnsOf, itemEntries } from "../schema/item-index.js";
import { packEvents } from "../schema/log-codec.js";
import { LOG_TABLE } from "../schema/schema-statements.js";
import { layoutOf } from "../schema/table-layout.js";
import { deleteSql, upsertSql } from "../schema/upsert-sql.js";
import { mariadbDialect } from "./mariadb-dialect.js";

const MAX_ROWS = 200;
const MAX_PACKET_CHARACTERS = 2_000_000; // far below max_allowed_packet (16 MiB) even when each takes four bytes

/** The statements of one commit as few texts, each sent in one round trip. */
export function commitPackets({ log, changes }: CommitBatch): readonly string[] {
  const packets: string[] = [];
  let packet = "";
  for (const statement of [logStatement(log), ...changes.flatMap(tableStatements)]) {
    if (packet.length + statement.length > MAX_PACKET_CHARACTERS && packet !== "") {
      packets.push(packet);
      packet = "";
    }
    packet += `${statement};`;
  }
  packets.push(packet);
  return packets;
}

const logStatement = ({ position, time, lastKey, events }: CommitBatch["log"]): string =>
  `INSERT INTO \`${LOG_TABLE}\` (\`position\`, \`time\`, \`lastKey\`, \`events\`) VALUES (${position}, ${time}, ${String(keyToSql(mariadbDialect, lastKey) ?? 0)}, ${escape(packEvents(events))})`;

function tableStatements({ table, upserts, updates, deletes }: RowChanges): readonly string[] {
  const layout = layoutOf(table);
  const statements: string[] = [];
  // Whole rows all alike: many in one statement cost less than a statement for each set of columns.
  const written = [...upserts, ...updates.map(({ row }) => row)];
  for (let start = 0; start < written.length; start += MAX_ROWS) {
    const rows = written.slice(start, start + MAX_ROWS);
    statements.push(
      format(upsertSql(mariadbDialect, layout, rows.length), encodeRows(mariadbDialect, rows, layout.columns)),
    );
    const entries = rows.flatMap((row) => itemEntries(mariadbDialect, table, row));
    if (entries.length > 0)
      statements.push(format(insertItemsSql(mariadbDialect, table, entries.length), entries.flat()));
  }
  for (let start = 0; start < deletes.length; start += MAX_ROWS) {
    const keys = deletes.slice(start, start + MAX_ROWS);
    const values = layout.primaryKey.type === "key" ? keys.map((key) => keyToSql(mariadbDialect, key) ?? 0) : keys;
    statements.push(format(deleteSql(mariadbDialect, layout, keys.length), values));
    if (itemColumnsOf(table).length > 0)
      statements.push(format(deleteItemsSql(mariadbDialect, table, keys.length), values));
  }
  return statements;
}
