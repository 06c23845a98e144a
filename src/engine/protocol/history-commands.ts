import type { BatchOperationType } from "../state/batch-rows.js";
import type { JsonObject, JsonValue, Key } from "../state/rows.js";

/** Removes a finished process instance with everything that belongs to it and to the instances it has called. */
export interface DeleteProcessInstanceCommand {
  readonly type: "process-instance.delete";
  readonly processInstanceKey: Key;
}

/** Removes an evaluated decision with the decisions it required. */
export interface DeleteDecisionInstanceCommand {
  readonly type: "decision-instance.delete";
  readonly decisionEvaluationKey: Key;
}

/** Starts work on many items in the background. */
export interface CreateBatchOperationCommand {
  readonly type: "batch-operation.create";
  readonly batchOperationType: BatchOperationType;
  /** Condition that the items fulfil, in the language of the store; null: all. */
  readonly filter: JsonValue;
  /** Mapping or move instructions, where the type needs them. */
  readonly plan?: JsonObject;
}

/** A batch operation that has been made. */
export interface CreatedBatchOperation {
  readonly batchOperationKey: Key;
  readonly batchOperationType: BatchOperationType;
}

/** Lets a batch operation rest, go on, or end before its time. */
export type SteerBatchOperationCommand = {
  [Type in "batch-operation.suspend" | "batch-operation.resume" | "batch-operation.cancel"]: {
    readonly type: Type;
    readonly batchOperationKey: Key;
  };
}["batch-operation.suspend" | "batch-operation.resume" | "batch-operation.cancel"];

/** Results of these commands by type. */
export interface HistoryCommandResults {
  /** `hasMore`: a slice of it is gone, the same command deletes the next. */
  "process-instance.delete": { readonly hasMore: boolean };
  "decision-instance.delete": null;
  "batch-operation.create": CreatedBatchOperation;
  "batch-operation.suspend": null;
  "batch-operation.resume": null;
  "batch-operation.cancel": null;
}

/** A command on history or on many instances. */
export type HistoryCommand =
  | DeleteProcessInstanceCommand
  | DeleteDecisionInstanceCommand
  | CreateBatchOperationCommand
  | SteerBatchOperationCommand;
