import type {
  GetProcessInstanceStatisticsByDefinitionData,
  GetProcessInstanceStatisticsByDefinitionResponse,
  GetProcessInstanceStatisticsByErrorData,
  GetProcessInstanceStatisticsByErrorResponse,
} from "@camunda8/orchestration-cluster-api";
import type { Condition } from "../../engine-store/index.js";
import type { ApiContext, RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";
import { inMemoryPage } from "../search/in-memory-page.js";
import { definitionNames } from "./definition-names.js";

type ByError = Plain<GetProcessInstanceStatisticsByErrorResponse>["items"][number];
type ByDefinition = Plain<GetProcessInstanceStatisticsByDefinitionResponse>["items"][number];

/** The hash by which the API names an error text: 31 times the hash so far plus the next UTF-16 unit, in 32 bits. */
export function errorHashCode(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

/** Counts of instances with open incidents, per error text and per process. */
export const incidentStatisticsOperations = ({ store }: ApiContext): readonly Operation[] => [
  defineOperation<GetProcessInstanceStatisticsByErrorData>({
    operationId: "getProcessInstanceStatisticsByError",
    method: "POST",
    url: "/incidents/statistics/process-instances-by-error",
    handle: async ({ body }) => {
      const { groups, hasMoreGroups } = await store.countBy({
        table: "incident",
        by: ["errorMessage"],
        where: OPEN,
        different: "processInstanceKey",
      });
      const items = groups.map(({ values, different }): ByError => {
        const errorMessage = String(values[0]);
        return { errorHashCode: errorHashCode(errorMessage), errorMessage, activeInstancesWithErrorCount: different };
      });
      return json(inMemoryPage("error-statistics", items, body, "errorMessage", hasMoreGroups));
    },
  }),
  defineOperation<GetProcessInstanceStatisticsByDefinitionData>({
    operationId: "getProcessInstanceStatisticsByDefinition",
    method: "POST",
    url: "/incidents/statistics/process-instances-by-definition",
    handle: async ({ body }) => {
      const messages = await messagesOf(store, body.filter.errorHashCode);
      const items = messages.length === 0 ? [] : await countByDefinition(store, messages);
      return json(inMemoryPage("error-definition-statistics", items, body, "processDefinitionKey"));
    },
  }),
];

const OPEN: Condition<"incident"> = { kind: "compare", column: "open", by: "eq", value: true };

/** The error texts with a hash: nearly always one. */
async function messagesOf(store: RecordStore, hashCode: number): Promise<readonly string[]> {
  const { groups } = await store.countBy({ table: "incident", by: ["errorMessage"], where: OPEN });
  return groups.map(({ values }) => String(values[0])).filter((message) => errorHashCode(message) === hashCode);
}

async function countByDefinition(store: RecordStore, messages: readonly string[]): Promise<readonly ByDefinition[]> {
  const { groups } = await store.countBy({
    table: "incident",
    by: ["processDefinitionKey"],
    where: { kind: "all", of: [OPEN, { kind: "in", column: "errorMessage", values: messages }] },
    different: "processInstanceKey",
  });
  const counts = new Map(groups.map(({ values, different }) => [String(values[0]), different]));
  if (counts.size === 0) return [];
  const keys = { kind: "in", column: "processDefinitionKey", values: [...counts.keys()] } as const;
  return (await definitionNames(store, keys)).map((definition) => ({
    processDefinitionId: definition.processDefinitionId,
    processDefinitionKey: definition.processDefinitionKey,
    processDefinitionName: definition.name ?? definition.processDefinitionId,
    processDefinitionVersion: definition.version,
    tenantId: definition.tenantId,
    activeInstancesWithErrorCount: counts.get(definition.processDefinitionKey) ?? 0,
  }));
}
