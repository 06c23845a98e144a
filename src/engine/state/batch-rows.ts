import type { ActorType } from "./actor.js";
import type { JsonObject, JsonValue, Key } from "./rows.js";

/** What a batch operation does with each of its items, as the API names it. */
export type BatchOperationType =
  | "CANCEL_PROCESS_INSTANCE"
  | "DELETE_DECISION_DEFINITION"
  | "DELETE_DECISION_INSTANCE"
  | "DELETE_PROCESS_DEFINITION"
  | "DELETE_PROCESS_INSTANCE"
  | "MIGRATE_PROCESS_INSTANCE"
  | "MODIFY_PROCESS_INSTANCE"
  | "RESOLVE_INCIDENT";

/** State of a batch operation as queries show it. */
export type BatchOperationState =
  "CREATED" | "ACTIVE" | "SUSPENDED" | "CANCELED" | "COMPLETED" | "PARTIALLY_COMPLETED" | "FAILED";

/** Work on many items in the background, as `POST /batch-operations/search` shows it. */
export interface BatchOperationRow {
  readonly batchOperationKey: Key;
  state: BatchOperationState;
  readonly batchOperationType: BatchOperationType;
  startDate: number | null;
  endDate: number | null;
  readonly actorType: ActorType | null;
  readonly actorId: string | null;
  operationsTotalCount: number;
  operationsFailedCount: number;
  operationsCompletedCount: number;
  readonly errors: readonly { readonly type: "QUERY_FAILED"; readonly message: string }[];
  /** Condition that the rows of its items fulfil; only the store understands it. Null: all. */
  readonly filter: JsonValue;
  /** What is done with each item, beside its type: mapping or move instructions. */
  readonly plan: JsonObject;
  /** Items have been looked for up to this primary key, empty at the beginning; null when all have been found. */
  cursor: string | null;
  /** False when nothing is left to do. */
  open: boolean;
  /** When the engine goes on with it; null while suspended and afterwards. */
  dueAt: number | null;
}

/** State of one item as queries show it; SKIPPED when there was nothing (any more) to do. */
export type BatchItemState = "ACTIVE" | "COMPLETED" | "SKIPPED" | "CANCELED" | "FAILED";

/** One item of a batch operation, as `POST /batch-operation-items/search` shows it. */
export interface BatchOperationItemRow {
  readonly batchOperationItemKey: Key;
  readonly batchOperationKey: Key;
  readonly batchOperationType: BatchOperationType;
  /** Key of a process instance, an incident or a decision evaluation. */
  readonly itemKey: Key;
  readonly processInstanceKey: Key | null;
  readonly rootProcessInstanceKey: Key | null;
  state: BatchItemState;
  processedDate: number | null;
  errorMessage: string | null;
}

/** An item that a batch operation has found. */
export type FoundItem = Pick<
  BatchOperationItemRow,
  "batchOperationItemKey" | "itemKey" | "processInstanceKey" | "rootProcessInstanceKey"
>;
