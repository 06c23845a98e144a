import type { TableName } from "../../engine/index.js";
import type { SqlDialect } from "../sql-dialect.js";
import { ITEM_TABLES, itemTable } from "./item-index.js";
import { LOG_TABLE } from "./schema-statements.js";
import { layoutOf } from "./table-layout.js";

/** The statements that turn keys kept as they are into their distance from the dialect's origin. */
export function moveKeys(dialect: SqlDialect, tables: readonly TableName[]): readonly string[] {
  if (dialect.keyOrigin === 0) return [];
  const moved = (table: string, columns: readonly string[]): string => {
    const distances = columns.map(dialect.quote).map((column) => `${column} = ${column} - ${dialect.keyOrigin}`);
    return `UPDATE ${dialect.quote(table)} SET ${distances.join(", ")}`;
  };
  return [
    moved(LOG_TABLE, ["lastKey"]),
    ...tables.flatMap((table) => {
      const keys = layoutOf(table).columns.filter(({ type }) => type === "key");
      return keys.length === 0
        ? []
        : [
            moved(
              table,
              keys.map(({ name }) => name),
            ),
          ];
    }),
    ...ITEM_TABLES.map((table) => moved(itemTable(table), ["rowKey"])),
  ];
}
