import type { JsonValue, Key } from "../state/rows.js";
import type { TableName, TableRows } from "../state/tables.js";

/** A synchronous store answers at once; an asynchronous one with a promise. */
export type MaybePromise<T> = T | Promise<T>;

/** Where the record log ends. */
export interface StoreHead {
  /** Number of the last batch; 0 when there is none. */
  readonly position: number;
  /** Highest key handed out so far, undefined in an empty store. */
  readonly lastKey: Key | undefined;
}

/** One entry of the record log: everything that one group commit made durable. */
export interface LogBatch {
  /** 1, 2, 3 … without gaps. */
  readonly position: number;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly lastKey: Key;
  /** JSON array of the events, in order. */
  readonly events: string;
}

/** A row that the store has, with other values in some columns. */
export interface RowUpdate<Name extends TableName = TableName> {
  /** The whole row as it is now. The store must not keep the object. */
  readonly row: TableRows[Name];
  /** The columns whose values may have changed. */
  readonly columns: readonly string[];
}

/** The changed rows of one table. */
export interface RowChanges<Name extends TableName = TableName> {
  readonly table: Name;
  /** Whole rows, each replacing the row with the same primary key. The store must not keep the objects. */
  readonly upserts: readonly TableRows[Name][];
  readonly updates: readonly RowUpdate<Name>[];
  /** Primary keys of rows to remove. */
  readonly deletes: readonly string[];
}

/** What one transaction writes. */
export interface CommitBatch {
  readonly log: LogBatch;
  readonly changes: readonly RowChanges[];
}

/** A look-up by index: all conditions hold, in ascending order of `orderBy` (default: the primary key). */
export interface Selection<Name extends TableName> {
  readonly table: Name;
  readonly equals?: { readonly [Column in keyof TableRows[Name]]?: string | number | boolean | null };
  /** Only rows whose column is not null and at most `value`. */
  readonly atMost?: { readonly column: keyof TableRows[Name] & string; readonly value: number };
  /** A condition in the store's own language; as JSON it outlives a restart. */
  readonly filter?: JsonValue;
  /** Only rows whose primary key is greater. */
  readonly after?: Key;
  readonly orderBy?: keyof TableRows[Name] & string;
  /** Without it: all. */
  readonly limit?: number;
}

/** The open rows of one aggregate, by table. */
export type AggregateRows = { readonly [Name in TableName]?: readonly TableRows[Name][] };

/**
 * Durable home of the record log and of the tables. One writer uses it at a time.
 *
 * Rows given out are new objects that the caller may change. A rejected or throwing `commit` means that nothing of
 * the batch is there.
 */
export interface EngineStore {
  /** Reads the end of the log. Called once before anything else. */
  head(): MaybePromise<StoreHead>;
  /**
   * Writes log entry and rows in one transaction and returns when they are durable. The rows change while it writes: it has
   * to take their values before it lets go of the thread.
   */
  commit(batch: CommitBatch): MaybePromise<void>;
  /** Open rows of the tables with an `aggregate` mark (see TableSpec), of this root process instance. */
  loadAggregate(rootProcessInstanceKey: Key): MaybePromise<AggregateRows>;
  select<Name extends TableName>(selection: Selection<Name>): MaybePromise<TableRows[Name][]>;
  /** Earliest `dueAt` over all tables marked `due`; undefined when nothing is due ever. */
  nextDue(): MaybePromise<number | undefined>;
  /** Log entries with a position greater than `after`, in order. */
  readLog(after: number, limit: number): MaybePromise<LogBatch[]>;
  close(): MaybePromise<void>;
}
