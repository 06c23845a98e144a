import type { AuditEntry, AuditLogRow } from "../state/audit-rows.js";
import type { BatchItemState, BatchOperationRow, BatchOperationState, FoundItem } from "../state/batch-rows.js";
import type { Actor } from "../state/actor.js";
import type { Key } from "../state/rows.js";
import type { TableName } from "../state/tables.js";

/** Primary keys of rows by table. */
export type RowKeys = { readonly [Name in TableName]?: readonly string[] };

/** What has happened to history, to batch operations, and what is kept of commands. */
export type HistoryEvent =
  | { readonly t: "audit.recorded"; readonly row: AuditEntry & Pick<AuditLogRow, "auditLogKey" | "result"> }
  /** Who has created an instance: the same entry in few words, as it is the most frequent one. */
  | { readonly t: "audit.creation-recorded"; readonly key: Key; readonly instance: Key; readonly by: Actor }
  | { readonly t: "history.deleted"; readonly rows: RowKeys }
  | { readonly t: "batch-operation.created"; readonly row: BatchOperationRow }
  /** `cursor` null: these were the last ones, and work on them begins. */
  | {
      readonly t: "batch-operation.items-found";
      readonly key: Key;
      readonly items: readonly FoundItem[];
      readonly cursor: string | null;
    }
  /** There is nothing to do before that time. */
  | { readonly t: "batch-operation.postponed"; readonly key: Key; readonly until: number }
  | {
      readonly t: "batch-operation.item-done";
      readonly item: Key;
      readonly state: BatchItemState;
      readonly message: string | null;
    }
  | { readonly t: "batch-operation.suspended"; readonly key: Key }
  | { readonly t: "batch-operation.resumed"; readonly key: Key }
  | { readonly t: "batch-operation.canceled"; readonly key: Key }
  /** Nothing is left to do. `state` absent: it stays as it is. */
  | { readonly t: "batch-operation.ended"; readonly key: Key; readonly state?: BatchOperationState };
