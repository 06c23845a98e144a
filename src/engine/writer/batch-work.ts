import type { EngineStore } from "../ports/engine-store.js";
import { cancelItems, postpone, processItem, refuseItem, takeItems } from "../processing/batch/batch-steps.js";
import type { Processing } from "../processing/processing.js";
import type { RejectionCode } from "../protocol/rejections.js";
import type { BatchOperationItemRow, BatchOperationRow, FoundItem } from "../state/batch-rows.js";
import type { Key } from "../state/rows.js";

/** Items that are looked for, or marked as canceled, in one step. */
const PAGE = 500;
/** Instances whose incidents are looked for in one step. */
const INCIDENT_PAGE = 100;
/** Items that are worked on in one step: their effects share one commit, and others wait so long. */
const ITEMS = 50;

/** A piece of a batch operation; each is a command of its own. */
export interface BatchWork {
  /** What is left alone for a while when it cannot be done: an item, or the whole operation. */
  readonly key: Key;
  readonly items: readonly BatchOperationItemRow[];
  readonly run: (p: Processing) => void;
  /** Called after the piece was refused and has left nothing. */
  readonly refused?: (p: Processing, rejection: { readonly code: RejectionCode; readonly reason: string }) => void;
}

/** What comes next of a batch operation. */
export async function nextBatchWork(batch: BatchOperationRow, store: EngineStore): Promise<readonly BatchWork[]> {
  const key = batch.batchOperationKey;
  switch (batch.state) {
    case "CREATED":
      return [{ key, items: [], run: await findItems(batch, store) }];
    case "ACTIVE":
      return (await activeItems(key, store, ITEMS)).map((item) => ({
        key: item.batchOperationItemKey,
        items: [item],
        run: (p) => processItem(p, item.batchOperationItemKey),
        refused: (p, rejection) => refuseItem(p, item.batchOperationItemKey, rejection),
      }));
    case "CANCELED": {
      const items = await activeItems(key, store, PAGE);
      const keys = items.map(({ batchOperationItemKey }) => batchOperationItemKey);
      return [{ key, items, run: (p) => cancelItems(p, key, keys, items.length < PAGE) }];
    }
    case "SUSPENDED":
    case "COMPLETED":
    case "PARTIALLY_COMPLETED":
    case "FAILED":
      return [];
  }
}

const activeItems = (batchOperationKey: Key, store: EngineStore, limit: number) =>
  store.select({ table: "batch_operation_item", equals: { batchOperationKey, state: "ACTIVE" }, limit });

type Run = BatchWork["run"];
type NewItem = Omit<FoundItem, "batchOperationItemKey">;

async function findItems(batch: BatchOperationRow, store: EngineStore): Promise<Run> {
  switch (batch.batchOperationType) {
    case "DELETE_PROCESS_DEFINITION":
      return (await hasRunningInstances(batch, store))
        ? (p) => postpone(p, batch.batchOperationKey)
        : findInstances(batch, store, { processDefinitionKey: batch.plan["processDefinitionKey"] as Key });
    case "DELETE_DECISION_DEFINITION":
    case "DELETE_DECISION_INSTANCE":
      return findDecisions(batch, store);
    case "RESOLVE_INCIDENT":
      return findIncidents(batch, store);
    case "CANCEL_PROCESS_INSTANCE":
    case "DELETE_PROCESS_INSTANCE":
    case "MIGRATE_PROCESS_INSTANCE":
    case "MODIFY_PROCESS_INSTANCE":
      return findInstances(batch, store, {});
  }
}

async function hasRunningInstances({ plan }: BatchOperationRow, store: EngineStore): Promise<boolean> {
  const processDefinitionKey = plan["processDefinitionKey"] as Key;
  const equals = { processDefinitionKey, state: "ACTIVE" };
  return (await store.select({ table: "process_instance", equals, limit: 1 })).length > 0;
}

const pageOf = ({ cursor, filter }: BatchOperationRow, limit: number) => ({
  limit,
  ...(cursor === null || cursor === "" ? {} : { after: cursor }),
  ...(filter === null ? {} : { filter }),
});

async function findInstances(
  batch: BatchOperationRow,
  store: EngineStore,
  equals: { readonly processDefinitionKey?: Key },
): Promise<Run> {
  const rows = await store.select({ table: "process_instance", equals, ...pageOf(batch, PAGE) });
  const items = rows.map(({ processInstanceKey, rootProcessInstanceKey }): NewItem => ({
    itemKey: processInstanceKey,
    processInstanceKey,
    rootProcessInstanceKey,
  }));
  const cursor = rows.length < PAGE ? null : (rows.at(-1)?.processInstanceKey ?? null);
  return (p) => takeItems(p, batch.batchOperationKey, items, cursor);
}

async function findIncidents(batch: BatchOperationRow, store: EngineStore): Promise<Run> {
  const rows = await store.select({ table: "process_instance", ...pageOf(batch, INCIDENT_PAGE) });
  const items: NewItem[] = [];
  for (const { processInstanceKey } of rows) {
    const incidents = await store.select({ table: "incident", equals: { processInstanceKey, open: true } });
    for (const { incidentKey, rootProcessInstanceKey } of incidents)
      items.push({ itemKey: incidentKey, processInstanceKey, rootProcessInstanceKey });
  }
  const cursor = rows.length < INCIDENT_PAGE ? null : (rows.at(-1)?.processInstanceKey ?? null);
  return (p) => takeItems(p, batch.batchOperationKey, items, cursor);
}

/** One item for each evaluation: its decisions go together. Their keys stand next to each other. */
async function findDecisions(batch: BatchOperationRow, store: EngineStore): Promise<Run> {
  const requirements = batch.plan["decisionRequirementsKey"] as Key | undefined;
  const rows = await store.select({
    table: "decision_instance",
    ...(requirements === undefined ? {} : { equals: { decisionRequirementsKey: requirements } }),
    ...pageOf(batch, PAGE),
  });
  const before = batch.cursor?.split("-")[0];
  const items = new Map<Key, NewItem>();
  for (const { decisionEvaluationKey, processInstanceKey, rootProcessInstanceKey } of rows) {
    if (decisionEvaluationKey !== before)
      items.set(decisionEvaluationKey, { itemKey: decisionEvaluationKey, processInstanceKey, rootProcessInstanceKey });
  }
  const cursor = rows.length < PAGE ? null : (rows.at(-1)?.decisionEvaluationInstanceKey ?? null);
  return (p) => takeItems(p, batch.batchOperationKey, [...items.values()], cursor);
}
