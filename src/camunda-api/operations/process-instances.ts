import type {
  CancelProcessInstanceData,
  CreateProcessInstanceData,
  GetProcessInstanceCallHierarchyData,
  GetProcessInstanceCallHierarchyResponse,
  GetProcessInstanceData,
  GetProcessInstanceSequenceFlowsData,
  GetProcessInstanceSequenceFlowsResponse,
  GetProcessInstanceStatisticsData,
  SearchProcessInstanceIncidentsData,
  SearchProcessInstancesData,
} from "@camunda8/orchestration-cluster-api";
import type { CreateProcessInstanceCommand, ProcessInstanceRow } from "../../engine/index.js";
import { present, run } from "../command.js";
import type { ApiContext, RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json, noContent } from "../exchange.js";
import { unlessAborted } from "../give-up.js";
import { boundedWaitMs } from "../instant.js";
import { defineOperation, type Operation } from "../operation.js";
import { findRecord, getRecord } from "../records.js";
import { searchPage } from "../search/record-search-page.js";
import { elementStatistics } from "./element-statistics.js";
import { incidentSearch } from "./incidents.js";
import { instanceSearch, processInstanceResult } from "./process-instance-search.js";

const ENTITY = "Process instance";

/** Operations on process instances. */
export const processInstanceOperations = ({ engine, store }: ApiContext): readonly Operation[] => [
  defineOperation<CreateProcessInstanceData>({
    operationId: "createProcessInstance",
    method: "POST",
    url: "/process-instances",
    handle: async (call) => {
      const created = run(engine, createCommand(call.body));
      return json(await (call.body.awaitCompletion === true ? unlessAborted(call.signal, created) : created));
    },
  }),
  defineOperation<SearchProcessInstancesData>({
    operationId: "searchProcessInstances",
    method: "POST",
    url: "/process-instances/search",
    handle: async ({ body }) => json(await searchPage(store, instanceSearch, body)),
  }),
  defineOperation<GetProcessInstanceData>({
    operationId: "getProcessInstance",
    method: "GET",
    url: "/process-instances/{processInstanceKey}",
    handle: async ({ path }) => json(processInstanceResult(await instance(store, path.processInstanceKey))),
  }),
  defineOperation<CancelProcessInstanceData>({
    operationId: "cancelProcessInstance",
    method: "POST",
    url: "/process-instances/{processInstanceKey}/cancellation",
    handle: async ({ path }) => {
      await run(engine, { type: "process-instance.cancel", processInstanceKey: path.processInstanceKey });
      return noContent();
    },
  }),
  defineOperation<GetProcessInstanceSequenceFlowsData>({
    operationId: "getProcessInstanceSequenceFlows",
    method: "GET",
    url: "/process-instances/{processInstanceKey}/sequence-flows",
    handle: async ({ path }) => json(sequenceFlows(await instance(store, path.processInstanceKey))),
  }),
  defineOperation<GetProcessInstanceStatisticsData>({
    operationId: "getProcessInstanceStatistics",
    method: "GET",
    url: "/process-instances/{processInstanceKey}/statistics/element-instances",
    handle: async ({ path }) => {
      const { processInstanceKey } = await instance(store, path.processInstanceKey);
      return json(
        await elementStatistics(store, {
          kind: "compare",
          column: "processInstanceKey",
          by: "eq",
          value: processInstanceKey,
        }),
      );
    },
  }),
  defineOperation<GetProcessInstanceCallHierarchyData>({
    operationId: "getProcessInstanceCallHierarchy",
    method: "GET",
    url: "/process-instances/{processInstanceKey}/call-hierarchy",
    handle: async ({ path }) => json(await callHierarchy(store, path.processInstanceKey)),
  }),
  defineOperation<SearchProcessInstanceIncidentsData>({
    operationId: "searchProcessInstanceIncidents",
    method: "POST",
    url: "/process-instances/{processInstanceKey}/incidents/search",
    handle: async ({ path, body }) => {
      const { processInstanceKey } = await instance(store, path.processInstanceKey);
      const keys = await withCalledInstances(store, processInstanceKey);
      return json(
        await searchPage(store, incidentSearch, body, { kind: "in", column: "processInstanceKey", values: keys }),
      );
    },
  }),
];

const instance = (store: RecordStore, key: string): Promise<ProcessInstanceRow> =>
  getRecord(store, "process_instance", key, ENTITY);

type CreateBody = Plain<CreateProcessInstanceData["body"]>;

function createCommand(body: CreateBody): CreateProcessInstanceCommand {
  const { operationReference: _tag, requestTimeout, ...rest } = body;
  const members = { ...rest, requestTimeout: requestTimeout && boundedWaitMs(requestTimeout) };
  return { ...(present(members) as Omit<CreateProcessInstanceCommand, "type">), type: "process-instance.create" };
}

function sequenceFlows(row: ProcessInstanceRow): Plain<GetProcessInstanceSequenceFlowsResponse> {
  const { processInstanceKey, rootProcessInstanceKey, processDefinitionKey, processDefinitionId, tenantId } = row;
  return {
    items: row.takenFlows.map((elementId) => ({
      sequenceFlowId: `${processInstanceKey}_${elementId}`,
      processInstanceKey,
      rootProcessInstanceKey,
      processDefinitionKey,
      processDefinitionId,
      elementId,
      tenantId,
    })),
  };
}

/** The instance with those above it, the root first. */
async function callHierarchy(store: RecordStore, key: string): Promise<Plain<GetProcessInstanceCallHierarchyResponse>> {
  const chain = [await instance(store, key)];
  let parentKey = chain[0]?.parentProcessInstanceKey ?? null;
  while (parentKey !== null) {
    const parent = await findRecord(store, "process_instance", parentKey);
    if (parent === undefined) break;
    chain.unshift(parent);
    parentKey = parent.parentProcessInstanceKey;
  }
  return chain.map((row) => ({
    processInstanceKey: row.processInstanceKey,
    processDefinitionKey: row.processDefinitionKey,
    processDefinitionName: row.processDefinitionName ?? row.processDefinitionId,
  }));
}

/** The instance and all that it called, however deep. */
export async function withCalledInstances(store: RecordStore, key: string): Promise<readonly string[]> {
  const keys = [key];
  for (const parentProcessInstanceKey of keys) {
    const called = await store.select({ table: "process_instance", equals: { parentProcessInstanceKey } });
    keys.push(...called.map(({ processInstanceKey }) => processInstanceKey));
  }
  return keys;
}
