import type { EngineStore } from "../ports/engine-store.js";
import type { EngineState } from "../state/engine-state.js";
import { type HistoryOwner, INSTANCE_TABLES, MAX_DELETED_ROWS } from "../state/history-tables.js";
import type { Key } from "../state/rows.js";
import { TABLES, type TableName, type TableRows } from "../state/tables.js";

/** Brings the keys of everything that belongs to an owner into memory. */
export async function loadHistory(
  owner: HistoryOwner,
  key: Key,
  state: EngineState,
  store: EngineStore,
): Promise<void> {
  const keys = new Map<TableName, string[]>();
  const take = <Name extends TableName>(table: Name, rows: readonly TableRows[Name][]): void => {
    const column = TABLES[table].primaryKey as keyof TableRows[Name];
    keys.set(table, [...(keys.get(table) ?? []), ...rows.map((row) => row[column] as string)]);
  };
  if (owner === "decision_instance") {
    take(
      "decision_instance",
      await store.select({ table: "decision_instance", equals: { decisionEvaluationKey: key } }),
    );
    state.loadHistory(owner, key, { instances: [], keys, isCut: false });
    return;
  }
  const instances = [key];
  // One slice and one row more: that is all that one command deletes, and how it knows that there is more.
  let left = MAX_DELETED_ROWS + 1;
  for (const processInstanceKey of instances) {
    take("process_instance", await store.select({ table: "process_instance", equals: { processInstanceKey } }));
    for (const table of INSTANCE_TABLES) {
      if (table === "process_instance" || left <= 0) continue;
      const rows = await store.select({ table, equals: { processInstanceKey }, limit: left });
      take(table, rows);
      left -= rows.length;
    }
    if (left <= 0) break;
    const called = await store.select({
      table: "process_instance",
      equals: { parentProcessInstanceKey: processInstanceKey },
    });
    instances.push(...called.map((row) => row.processInstanceKey));
  }
  state.loadHistory(owner, key, { instances, keys, isCut: left <= 0 });
}

/** Brings a batch operation into memory, an ended one too. */
export async function loadBatchOperation(key: Key, state: EngineState, store: EngineStore): Promise<void> {
  const [row] = await store.select({ table: "batch_operation", equals: { batchOperationKey: key } });
  state.loadBatchOperation(key, row);
}
