import type {
  GetProcessInstanceStatisticsByDefinitionData,
  GetProcessInstanceStatisticsByDefinitionResponse,
  GetProcessInstanceStatisticsByErrorData,
  GetProcessInstanceStatisticsByErrorResponse,
} from "@camunda8/orchestration-cluster-api";
import type { ApiContext, RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";
import { findRecord } from "../records.js";
import { inMemoryPage } from "../search/in-memory-page.js";

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
    handle: async ({ body }) => json(inMemoryPage("error-statistics", await countByError(store), body, "errorMessage")),
  }),
  defineOperation<GetProcessInstanceStatisticsByDefinitionData>({
    operationId: "getProcessInstanceStatisticsByDefinition",
    method: "POST",
    url: "/incidents/statistics/process-instances-by-definition",
    handle: async ({ body }) => {
      const items = await countByDefinition(store, body.filter.errorHashCode);
      return json(inMemoryPage("error-definition-statistics", items, body, "processDefinitionKey"));
    },
  }),
];

interface OpenIncidents {
  readonly errorMessage: string;
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
}

/** One entry per error text and instance. */
async function openIncidents(store: RecordStore): Promise<readonly OpenIncidents[]> {
  const open = { kind: "compare", column: "open", by: "eq", value: true } as const;
  const groups = await store.countBy("incident", ["errorMessage", "processInstanceKey", "processDefinitionKey"], open);
  return groups.map(({ values }) => {
    const [errorMessage, processInstanceKey, processDefinitionKey] = values.map(String) as [string, string, string];
    return { errorMessage, processInstanceKey, processDefinitionKey };
  });
}

async function countByError(store: RecordStore): Promise<readonly ByError[]> {
  const counts = new Map<string, number>();
  for (const { errorMessage } of await openIncidents(store))
    counts.set(errorMessage, (counts.get(errorMessage) ?? 0) + 1);
  return [...counts].map(([errorMessage, activeInstancesWithErrorCount]) => ({
    errorHashCode: errorHashCode(errorMessage),
    errorMessage,
    activeInstancesWithErrorCount,
  }));
}

async function countByDefinition(store: RecordStore, hashCode: number): Promise<readonly ByDefinition[]> {
  const incidents = (await openIncidents(store)).filter(({ errorMessage }) => errorHashCode(errorMessage) === hashCode);
  const keys = [...new Set(incidents.map(({ processDefinitionKey }) => processDefinitionKey))];
  const items = await Promise.all(
    keys.map(async (processDefinitionKey) => {
      const definition = await findRecord(store, "process_definition", processDefinitionKey);
      const instances = incidents.filter((incident) => incident.processDefinitionKey === processDefinitionKey);
      return definition === undefined
        ? []
        : [
            {
              processDefinitionId: definition.processDefinitionId,
              processDefinitionKey,
              processDefinitionName: definition.name ?? definition.processDefinitionId,
              processDefinitionVersion: definition.version,
              tenantId: definition.tenantId,
              activeInstancesWithErrorCount: new Set(instances.map(({ processInstanceKey }) => processInstanceKey))
                .size,
            },
          ];
    }),
  );
  return items.flat();
}
