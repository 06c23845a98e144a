import type { CommitBatch, MaybePromise } from "../../engine/index.js";
import type { SqlValue } from "../schema/column-codec.js";
import type { StatementRun } from "./statement-sink.js";

/** What one transaction writes. */
export interface PreparedCommit {
  /** Position, time, last key and events of the log entry; the events are JSON that is not packed yet. */
  readonly log: readonly [position: number, time: number, lastKey: SqlValue, events: string];
  readonly changes: CommitBatch["changes"];
}

/** The only one who writes to a database: commits and single statements, each in a transaction of its own, in the order in which they come. */
export interface CommitWriter {
  /** Takes the values of all rows at once. Returns when the commit is durable; nothing of it is there when it throws or rejects. */
  write(commit: PreparedCommit): MaybePromise<void>;
  /** Runs one statement and gives how many rows it has changed. */
  run(statement: StatementRun): MaybePromise<number>;
  close(): MaybePromise<void>;
}
