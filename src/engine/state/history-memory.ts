import type { BatchOperationItemRow, BatchOperationRow } from "./batch-rows.js";
import { type HistoryOwner, INSTANCE_TABLES } from "./history-tables.js";
import { MissingState } from "./missing.js";
import type { Key } from "./rows.js";
import type { TableName, TableRows } from "./tables.js";

/** Primary keys of closed rows, as the store knows them. */
export interface LoadedHistory {
  /** The owner, and the instances it has called. */
  readonly instances: readonly Key[];
  readonly keys: ReadonlyMap<TableName, readonly string[]>;
  /** There is more than that: the owner must not be deleted yet. */
  readonly isCut: boolean;
}

/** What can be deleted now. */
export interface DeletableHistory {
  readonly rows: { readonly [Name in TableName]?: readonly string[] };
  /** There is more of it than `rows`. */
  readonly isCut: boolean;
}

/** What the batch of commands at work has changed. */
export interface BatchChanges {
  changed<Name extends TableName>(table: Name): Iterable<TableRows[Name]>;
  isRemoved(table: TableName, key: string): boolean;
}

/** Batch operations and history in memory: only for the batch of commands at work, read again for the next. */
export class HistoryMemory {
  readonly #batches = new Map<Key, BatchOperationRow | undefined>();
  readonly #items = new Map<Key, BatchOperationItemRow>();
  readonly #histories = new Map<string, LoadedHistory>();

  batch(key: Key): BatchOperationRow | undefined {
    if (!this.#batches.has(key)) throw new MissingState({ kind: "batch-operation", key });
    return this.#batches.get(key);
  }

  item(key: Key): BatchOperationItemRow | undefined {
    return this.#items.get(key);
  }

  holdBatch(key: Key, row: BatchOperationRow | undefined): void {
    this.#batches.set(key, row);
  }

  holdItem(row: BatchOperationItemRow): void {
    this.#items.set(row.batchOperationItemKey, row);
  }

  releaseBatch(key: Key): void {
    this.#batches.delete(key);
  }

  releaseItem(key: Key): void {
    this.#items.delete(key);
  }

  load(owner: HistoryOwner, key: Key, loaded: LoadedHistory): void {
    this.#histories.set(`${owner}:${key}`, loaded);
  }

  /** Keys by table, with what the batch at work has added and without what it has removed. */
  history(owner: HistoryOwner, key: Key, changes: BatchChanges): DeletableHistory {
    const loaded = this.#histories.get(`${owner}:${key}`);
    if (loaded === undefined) throw new MissingState({ kind: "history", owner, key });
    const instances = withCalled(loaded.instances, changes);
    const found: { [Name in TableName]?: readonly string[] } = {};
    const tables = owner === "process_instance" ? INSTANCE_TABLES : (["decision_instance"] as const);
    for (const table of tables) {
      const keys = new Set(loaded.keys.get(table));
      if (owner === "process_instance") for (const added of addedKeys(table, instances, changes)) keys.add(added);
      const left = [...keys].filter((row) => !changes.isRemoved(table, row));
      if (left.length > 0) found[table] = left;
    }
    return { rows: found, isCut: loaded.isCut };
  }

  /** The next batch of commands reads again. */
  clear(): void {
    this.#batches.clear();
    this.#items.clear();
    this.#histories.clear();
  }
}

function withCalled(instances: readonly Key[], changes: BatchChanges): ReadonlySet<Key> {
  const all = new Set(instances);
  // A called instance is younger than its caller: one look in the order of keys finds all.
  for (const row of changes.changed("process_instance"))
    if (row.parentProcessInstanceKey !== null && all.has(row.parentProcessInstanceKey)) all.add(row.processInstanceKey);
  return all;
}

const KEY_COLUMNS = {
  element_instance: "elementInstanceKey",
  job: "jobKey",
  user_task: "userTaskKey",
  variable: "variableKey",
  incident: "incidentKey",
  timer: "timerKey",
  message_subscription: "messageSubscriptionKey",
  correlated_message: "correlationRecordKey",
  signal_subscription: "signalSubscriptionKey",
  decision_instance: "decisionEvaluationInstanceKey",
  process_instance: "processInstanceKey",
} as const satisfies Readonly<Record<(typeof INSTANCE_TABLES)[number], string>>;

function* addedKeys(
  table: (typeof INSTANCE_TABLES)[number],
  instances: ReadonlySet<Key>,
  changes: BatchChanges,
): Iterable<string> {
  for (const row of changes.changed(table)) {
    if (row.processInstanceKey !== null && instances.has(row.processInstanceKey))
      yield (row as unknown as Readonly<Record<string, string>>)[KEY_COLUMNS[table]] ?? "";
  }
}
