import type {
  BatchOperationItemResponse,
  BatchOperationResponse,
  CancelBatchOperationData,
  GetBatchOperationData,
  ResumeBatchOperationData,
  SearchBatchOperationItemsData,
  SearchBatchOperationsData,
  SuspendBatchOperationData,
} from "@camunda8/orchestration-cluster-api";
import type { BatchOperationItemRow, BatchOperationRow } from "../../engine/index.js";
import { run } from "../command.js";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json, noContent } from "../exchange.js";
import { toInstantOrNull } from "../instant.js";
import { defineOperation, type Operation } from "../operation.js";
import { getRecord } from "../records.js";
import { field } from "../search/filter-field.js";
import { searchPage, type SearchDefinition } from "../search/record-search-page.js";

const batchResult = (row: BatchOperationRow): Plain<BatchOperationResponse> => ({
  batchOperationKey: row.batchOperationKey,
  state: row.state,
  batchOperationType: row.batchOperationType,
  startDate: toInstantOrNull(row.startDate),
  endDate: toInstantOrNull(row.endDate),
  actorType: row.actorType,
  actorId: row.actorId,
  operationsTotalCount: row.operationsTotalCount,
  operationsFailedCount: row.operationsFailedCount,
  operationsCompletedCount: row.operationsCompletedCount,
  errors: row.errors.map(({ type, message }) => ({ partitionId: 1, type, message })),
});

/** A decision may have been evaluated for nobody's process: the API wants a key all the same. */
const NO_INSTANCE = "-1";

const itemResult = (row: BatchOperationItemRow): Plain<BatchOperationItemResponse> => ({
  operationType: row.batchOperationType,
  batchOperationKey: row.batchOperationKey,
  itemKey: row.itemKey,
  processInstanceKey: row.processInstanceKey ?? NO_INSTANCE,
  rootProcessInstanceKey: row.rootProcessInstanceKey,
  state: row.state,
  processedDate: toInstantOrNull(row.processedDate),
  errorMessage: row.errorMessage,
});

const batches: SearchDefinition<"batch_operation", Plain<BatchOperationResponse>> = {
  table: "batch_operation",
  filter: {
    batchOperationKey: field("batchOperationKey"),
    operationType: field("batchOperationType"),
    state: field("state"),
    actorType: field("actorType"),
    actorId: field("actorId"),
  },
  sort: { operationType: "batchOperationType" },
  toItem: batchResult,
};

const items: SearchDefinition<"batch_operation_item", Plain<BatchOperationItemResponse>> = {
  table: "batch_operation_item",
  filter: {
    batchOperationKey: field("batchOperationKey"),
    itemKey: field("itemKey"),
    processInstanceKey: field("processInstanceKey"),
    state: field("state"),
    operationType: field("batchOperationType"),
  },
  toItem: itemResult,
};

/** Operations on work in the background. */
export const batchOperationOperations = ({ engine, store }: ApiContext): readonly Operation[] => [
  defineOperation<SearchBatchOperationsData>({
    operationId: "searchBatchOperations",
    method: "POST",
    url: "/batch-operations/search",
    handle: async ({ body }) => json(await searchPage(store, batches, body)),
  }),
  defineOperation<SearchBatchOperationItemsData>({
    operationId: "searchBatchOperationItems",
    method: "POST",
    url: "/batch-operation-items/search",
    handle: async ({ body }) => json(await searchPage(store, items, body)),
  }),
  defineOperation<GetBatchOperationData>({
    operationId: "getBatchOperation",
    method: "GET",
    url: "/batch-operations/{batchOperationKey}",
    handle: async ({ path }) =>
      json(batchResult(await getRecord(store, "batch_operation", path.batchOperationKey, "Batch operation"))),
  }),
  defineOperation<SuspendBatchOperationData>({
    operationId: "suspendBatchOperation",
    method: "POST",
    url: "/batch-operations/{batchOperationKey}/suspension",
    handle: async ({ path }) => {
      await run(engine, { type: "batch-operation.suspend", batchOperationKey: path.batchOperationKey });
      return noContent();
    },
  }),
  defineOperation<ResumeBatchOperationData>({
    operationId: "resumeBatchOperation",
    method: "POST",
    url: "/batch-operations/{batchOperationKey}/resumption",
    handle: async ({ path }) => {
      await run(engine, { type: "batch-operation.resume", batchOperationKey: path.batchOperationKey });
      return noContent();
    },
  }),
  defineOperation<CancelBatchOperationData>({
    operationId: "cancelBatchOperation",
    method: "POST",
    url: "/batch-operations/{batchOperationKey}/cancellation",
    handle: async ({ path }) => {
      await run(engine, { type: "batch-operation.cancel", batchOperationKey: path.batchOperationKey });
      return noContent();
    },
  }),
];
