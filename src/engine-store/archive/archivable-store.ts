import type { EngineStore, MaybePromise, TableName, TableRows } from "../../engine/index.js";

/** All tables as one commit has left them, whatever is written meanwhile. */
export interface StoreSnapshot {
  /** Number of that commit's log entry. */
  readonly position: number;
  /** Up to `limit` rows behind the primary key `after`, in the order of the key. */
  rows<Name extends TableName>(
    table: Name,
    after: string | undefined,
    limit: number,
  ): MaybePromise<readonly TableRows[Name][]>;
  close(): MaybePromise<void>;
}

/** A store whose record log can be shortened. */
export interface ArchivableStore extends Pick<EngineStore, "head" | "readLog"> {
  /** @throws {AppError} BAD_INPUT for a store in memory: there is nothing that outlives it. */
  snapshot(): MaybePromise<StoreSnapshot>;
  /** Removes up to `limit` entries, the oldest first, none of them behind `upTo`; gives how many it has removed. */
  removeLog(upTo: number, limit: number): MaybePromise<number>;
}
