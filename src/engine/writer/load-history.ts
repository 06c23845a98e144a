import type { EngineStore } from "../ports/engine-store.js";
import type { EngineState } from "../state/engine-state.js";
import { type HistoryOwner, INSTANCE_TABLES } from "../state/history-tables.js";
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
    state.loadHistory(owner, key, { instances: [], keys });
    return;
  }
  const instances = [key];
  for (const processInstanceKey of instances) {
    for (const table of INSTANCE_TABLES) take(table, await store.select({ table, equals: { processInstanceKey } }));
    const called = await store.select({
      table: "process_instance",
      equals: { parentProcessInstanceKey: processInstanceKey },
    });
    instances.push(...called.map((row) => row.processInstanceKey));
  }
  state.loadHistory(owner, key, { instances, keys });
}

/** Brings a batch operation into memory, an ended one too. */
export async function loadBatchOperation(key: Key, state: EngineState, store: EngineStore): Promise<void> {
  const [row] = await store.select({ table: "batch_operation", equals: { batchOperationKey: key } });
  state.loadBatchOperation(key, row);
}
