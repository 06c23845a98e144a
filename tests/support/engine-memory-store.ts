import {
  type AggregateRows,
  type CommitBatch,
  type EngineStore,
  type LogBatch,
  type Selection,
  type StoreHead,
  TABLES,
  type TableName,
  type TableRows,
} from "../../src/engine/index.js";

/** Extra looks into the store for tests. */
export interface MemoryEngineStore extends EngineStore {
  readonly log: readonly LogBatch[];
  rows<Name extends TableName>(table: Name): TableRows[Name][];
  /** Called before each commit; throws or rejects to make it fail. */
  beforeCommit: (batch: CommitBatch) => void | Promise<void>;
  /** The same content, as another process would find it after this one was killed. */
  reopened(): MemoryEngineStore;
}

/** What JSON keeps of a row: proof that a row can be stored. */
const stored = <T>(row: T): T => JSON.parse(JSON.stringify(row)) as T;

/** An engine store without durability. `asynchronous` answers with promises, as a server's database does. */
export function memoryEngineStore(
  options: { asynchronous?: boolean } = {},
  content?: { tables: Map<TableName, Map<string, unknown>>; log: LogBatch[] },
): MemoryEngineStore {
  const tables = content?.tables ?? new Map<TableName, Map<string, unknown>>();
  const log = content?.log ?? [];
  const table = <Name extends TableName>(name: Name): Map<string, TableRows[Name]> => {
    const existing = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, existing);
    return existing as Map<string, TableRows[Name]>;
  };
  const answer = <T>(value: T): T | Promise<T> =>
    options.asynchronous === true ? new Promise((resolve) => setImmediate(() => resolve(value))) : value;
  const column = (row: unknown, name: string): unknown => (row as Record<string, unknown>)[name];

  const matches = (
    row: unknown,
    { equals = {}, atMost, after, filter, table: name }: Selection<TableName>,
  ): boolean => {
    if (filter !== undefined) throw new Error("Expected no filter: this store has no language for conditions");
    for (const [key, value] of Object.entries(equals)) if (column(row, key) !== value) return false;
    if (atMost !== undefined) {
      const value = column(row, atMost.column);
      if (typeof value !== "number" || value > atMost.value) return false;
    }
    return after === undefined || String(column(row, TABLES[name].primaryKey)) > after;
  };

  function select<Name extends TableName>(selection: Selection<Name>): TableRows[Name][] {
    const primaryKey = TABLES[selection.table].primaryKey;
    const only = column(selection.equals ?? {}, primaryKey);
    const candidates =
      typeof only === "string"
        ? [table(selection.table).get(only)].filter((row) => row !== undefined)
        : [...table(selection.table).values()];
    const order = selection.orderBy ?? primaryKey;
    const found = candidates.filter((row) => matches(row, selection as unknown as Selection<TableName>));
    found.sort((a, b) => {
      const [left, right] = [column(a, order) as string | number, column(b, order) as string | number];
      return left < right ? -1 : left > right ? 1 : 0;
    });
    return found.slice(0, selection.limit ?? found.length).map(stored);
  }

  function loadAggregate(root: string): AggregateRows {
    const rows: Record<string, unknown[]> = {};
    const names = (Object.keys(TABLES) as TableName[]).filter((name) => TABLES[name].aggregate !== undefined);
    for (const name of names)
      rows[name] = [...table(name).values()].filter(
        (row) => column(row, "rootProcessInstanceKey") === root && column(row, "open") !== false,
      );
    const open = new Set([
      ...(rows["process_instance"] ?? []).map((row) => column(row, "processInstanceKey")),
      ...(rows["element_instance"] ?? []).map((row) => column(row, "elementInstanceKey")),
    ]);
    for (const name of names)
      if (TABLES[name].aggregate === "scope")
        rows[name] = (rows[name] ?? []).filter((row) => open.has(column(row, "scopeKey")));
    return stored(rows);
  }

  function write(batch: CommitBatch): void {
    for (const { table: name, upserts, updates, deletes } of batch.changes) {
      const rows = table(name) as Map<string, unknown>;
      for (const row of upserts) rows.set(column(row, TABLES[name].primaryKey) as string, stored(row));
      for (const { row, columns } of updates) {
        const key = column(row, TABLES[name].primaryKey) as string;
        // Only the columns that are named, as a database does: one that is forgotten shows.
        const changed = Object.fromEntries(columns.map((changing) => [changing, column(row, changing)]));
        rows.set(key, { ...(rows.get(key) as object), ...stored(changed) });
      }
      for (const key of deletes) rows.delete(key);
    }
    log.push(stored(batch.log));
  }

  const store: MemoryEngineStore = {
    log,
    beforeCommit: () => undefined,
    rows: (name) => select({ table: name }),
    reopened: () =>
      memoryEngineStore(options, {
        tables: new Map([...tables].map(([name, rows]) => [name, new Map(rows)])),
        log: [...log],
      }),
    head: () => answer<StoreHead>({ position: log.at(-1)?.position ?? 0, lastKey: log.at(-1)?.lastKey }),
    commit(given) {
      const batch = stored(given); // the rows change while somebody waits
      const ready = store.beforeCommit(batch);
      if (ready instanceof Promise) return ready.then(() => write(batch));
      write(batch);
      return answer(undefined);
    },
    loadAggregate: (root) => answer(loadAggregate(root)),
    select: (selection) => answer(select(selection)),
    nextDue() {
      const due = (Object.keys(TABLES) as TableName[])
        .filter((name) => TABLES[name].due === true)
        .flatMap((name) => [...table(name).values()].map((row) => column(row, "dueAt")))
        .filter((at): at is number => typeof at === "number");
      return answer(due.length === 0 ? undefined : Math.min(...due));
    },
    readLog: (after, limit) => answer(log.filter(({ position }) => position > after).slice(0, limit)),
    close: () => undefined,
  };
  return store;
}
