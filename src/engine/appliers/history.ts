import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";
import type { TableName } from "../state/tables.js";

/** Closed rows are taken out of their tables. */
export function historyDeleted({ rows }: EventOf<"history.deleted">, state: MutableState): void {
  for (const [table, keys] of Object.entries(rows)) for (const key of keys) state.remove(table as TableName, key);
}
