import type { RejectionCode } from "../../protocol/rejections.js";
import type { FoundItem } from "../../state/batch-rows.js";
import type { Key } from "../../state/rows.js";
import type { Processing } from "../processing.js";
import { ITEM_ACTIONS } from "./item-actions.js";

/** How long the deletion of a definition's history waits before it looks again for running instances. */
const RECHECK_MS = 60_000;

/** Takes up items that have been found; `cursor` null: they are the last. */
export function takeItems(
  p: Processing,
  key: Key,
  items: readonly Omit<FoundItem, "batchOperationItemKey">[],
  cursor: string | null,
): void {
  if (p.state.batchOperation(key)?.state !== "CREATED") return;
  const found = items.map((item): FoundItem => ({ ...item, batchOperationItemKey: p.newKey() }));
  p.emit({ t: "batch-operation.items-found", key, items: found, cursor });
  endIfDone(p, key);
}

/** Instances are still running: their history is deleted later. */
export function postpone(p: Processing, key: Key): void {
  if (p.state.batchOperation(key)?.state === "CREATED")
    p.emit({ t: "batch-operation.postponed", key, until: p.now + RECHECK_MS });
}

/** Does the work of one item, in one command with marking it as done: it is never done twice. What is large takes several. */
export function processItem(p: Processing, key: Key): void {
  const item = p.state.batchItem(key);
  const batch = item === undefined ? undefined : p.state.batchOperation(item.batchOperationKey);
  if (item?.state !== "ACTIVE" || batch?.state !== "ACTIVE") return;
  if (ITEM_ACTIONS[batch.batchOperationType](p, item, batch) === "more") return;
  p.emit({ t: "batch-operation.item-done", item: key, state: "COMPLETED", message: null });
  endIfDone(p, batch.batchOperationKey);
}

/** The work of an item was refused and has left nothing; what is gone already needs no work. */
export function refuseItem(
  p: Processing,
  key: Key,
  { code, reason }: { readonly code: RejectionCode; readonly reason: string },
): void {
  const item = p.state.batchItem(key);
  const batch = item === undefined ? undefined : p.state.batchOperation(item.batchOperationKey);
  if (item?.state !== "ACTIVE" || batch?.state !== "ACTIVE") return;
  const state = code === "NOT_FOUND" ? "SKIPPED" : "FAILED";
  p.emit({ t: "batch-operation.item-done", item: key, state, message: reason });
  endIfDone(p, batch.batchOperationKey);
}

/** Marks items of a canceled operation; `last`: there are no more. */
export function cancelItems(p: Processing, key: Key, items: readonly Key[], last: boolean): void {
  const batch = p.state.batchOperation(key);
  if (batch?.state !== "CANCELED") return;
  for (const item of items) {
    if (p.state.batchItem(item)?.state === "ACTIVE")
      p.emit({ t: "batch-operation.item-done", item, state: "CANCELED", message: null });
  }
  if (last) p.emit({ t: "batch-operation.ended", key });
}

function endIfDone(p: Processing, key: Key): void {
  const batch = p.state.batchOperation(key);
  if (batch === undefined || batch.cursor !== null) return;
  const { operationsTotalCount, operationsFailedCount, operationsCompletedCount } = batch;
  if (operationsFailedCount + operationsCompletedCount < operationsTotalCount) return;
  const state =
    operationsFailedCount === 0 ? "COMPLETED" : operationsCompletedCount === 0 ? "FAILED" : "PARTIALLY_COMPLETED";
  p.emit({ t: "batch-operation.ended", key, state });
}
