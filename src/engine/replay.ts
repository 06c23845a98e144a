import { apply } from "./appliers/apply.js";
import type { LogBatch } from "./ports/engine-store.js";
import type { EngineEvent } from "./protocol/events.js";
import { EngineState } from "./state/engine-state.js";
import type { TableName, TableRows } from "./state/tables.js";

/** All rows of all tables, as the log alone makes them. */
export type RebuiltTables = ReadonlyMap<TableName, readonly TableRows[TableName][]>;

/**
 * Applies the log: the same rows as processing has written, always. From its beginning, or from behind a base, which is a copy
 * of all tables and whose rows are taken over. Holds everything in memory.
 */
export function rebuildTables(log: Iterable<LogBatch>, base: RebuiltTables = new Map()): RebuiltTables {
  const state = new EngineState();
  state.loadBase(base);
  for (const batch of log) {
    for (const event of JSON.parse(batch.events) as EngineEvent[]) apply(event, state, batch.time);
    state.endCommand();
  }
  return new Map(state.changes().map(({ table, upserts }) => [table, upserts]));
}
