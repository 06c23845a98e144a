import type { EventOf } from "../protocol/events.js";
import type { BatchOperationRow } from "../state/batch-rows.js";
import type { MutableState } from "../state/mutable.js";
import type { Key } from "../state/rows.js";

export function batchOperationCreated({ row }: EventOf<"batch-operation.created">, state: MutableState): void {
  state.insert("batch_operation", row);
}

/** More items are known; with the last of them the work begins. */
export function batchItemsFound(
  { key, items, cursor }: EventOf<"batch-operation.items-found">,
  state: MutableState,
  time: number,
): void {
  const batch = batchOf(state, key);
  for (const item of items) {
    state.insert("batch_operation_item", {
      ...item,
      batchOperationKey: key,
      batchOperationType: batch.batchOperationType,
      state: "ACTIVE",
      processedDate: null,
      errorMessage: null,
    });
  }
  const begins = cursor === null && batch.state === "CREATED";
  state.update("batch_operation", batch, {
    cursor,
    operationsTotalCount: batch.operationsTotalCount + items.length,
    startDate: batch.startDate ?? time,
    dueAt: time,
    ...(begins ? { state: "ACTIVE" } : {}),
  });
}

/** The operation waits for something. */
export function batchPostponed({ key, until }: EventOf<"batch-operation.postponed">, state: MutableState): void {
  state.update("batch_operation", batchOf(state, key), { dueAt: until });
}

/** One item is done with, and counted. */
export function batchItemDone(
  { item: key, state: itemState, message }: EventOf<"batch-operation.item-done">,
  state: MutableState,
  time: number,
): void {
  const item = state.batchItem(key);
  if (item === undefined) throw new Error(`Expected the batch operation item '${key}' to be loaded, but it is not`);
  state.update("batch_operation_item", item, { state: itemState, processedDate: time, errorMessage: message });
  const batch = batchOf(state, item.batchOperationKey);
  if (itemState === "FAILED")
    state.update("batch_operation", batch, { operationsFailedCount: batch.operationsFailedCount + 1 });
  else if (itemState !== "CANCELED")
    state.update("batch_operation", batch, { operationsCompletedCount: batch.operationsCompletedCount + 1 });
}

export function batchSuspended({ key }: EventOf<"batch-operation.suspended">, state: MutableState): void {
  state.update("batch_operation", batchOf(state, key), { state: "SUSPENDED", dueAt: null });
}

export function batchResumed({ key }: EventOf<"batch-operation.resumed">, state: MutableState, time: number): void {
  const batch = batchOf(state, key);
  state.update("batch_operation", batch, { state: batch.cursor === null ? "ACTIVE" : "CREATED", dueAt: time });
}

/** It is over for its caller; its items are still to be marked. */
export function batchCanceled({ key }: EventOf<"batch-operation.canceled">, state: MutableState, time: number): void {
  state.update("batch_operation", batchOf(state, key), { state: "CANCELED", endDate: time, dueAt: time });
}

export function batchEnded(event: EventOf<"batch-operation.ended">, state: MutableState, time: number): void {
  const batch = batchOf(state, event.key);
  state.update("batch_operation", batch, {
    state: event.state ?? batch.state,
    endDate: batch.endDate ?? time,
    open: false,
    dueAt: null,
  });
}

function batchOf(state: MutableState, key: Key): BatchOperationRow {
  const batch = state.batchOperation(key);
  if (batch === undefined) throw new Error(`Expected the batch operation '${key}' to be open, but it is not`);
  return batch;
}
