import type {
  GetProcessDefinitionInstanceStatisticsData,
  GetProcessDefinitionInstanceStatisticsResponse,
  GetProcessDefinitionInstanceVersionStatisticsData,
  GetProcessDefinitionInstanceVersionStatisticsResponse,
  GetProcessDefinitionMessageSubscriptionStatisticsData,
  GetProcessDefinitionMessageSubscriptionStatisticsResponse,
} from "@camunda8/orchestration-cluster-api";
import type { Condition } from "../../engine-store/index.js";
import type { ApiContext, RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";
import { filterCondition } from "../search/filter-condition.js";
import { inMemoryPage } from "../search/in-memory-page.js";
import { both } from "../search/record-search-page.js";
import { subscriptionFilter } from "./messages.js";

type ByProcess = Plain<GetProcessDefinitionInstanceStatisticsResponse>["items"][number];
type ByVersion = Plain<GetProcessDefinitionInstanceVersionStatisticsResponse>["items"][number];
type BySubscription = Plain<GetProcessDefinitionMessageSubscriptionStatisticsResponse>["items"][number];

/** Counts of running instances and of waiting subscriptions per process. */
export const instanceStatisticsOperations = ({ store }: ApiContext): readonly Operation[] => [
  defineOperation<GetProcessDefinitionInstanceStatisticsData>({
    operationId: "getProcessDefinitionInstanceStatistics",
    method: "POST",
    url: "/process-definitions/statistics/process-instances",
    handle: async ({ body }) =>
      json(inMemoryPage("process-statistics", await countByProcess(store), body, "processDefinitionId")),
  }),
  defineOperation<GetProcessDefinitionInstanceVersionStatisticsData>({
    operationId: "getProcessDefinitionInstanceVersionStatistics",
    method: "POST",
    url: "/process-definitions/statistics/process-instances-by-version",
    handle: async ({ body }) => {
      const items = await countByVersion(store, body.filter.processDefinitionId);
      return json(inMemoryPage("version-statistics", items, body, "processDefinitionVersion"));
    },
  }),
  defineOperation<GetProcessDefinitionMessageSubscriptionStatisticsData>({
    operationId: "getProcessDefinitionMessageSubscriptionStatistics",
    method: "POST",
    url: "/process-definitions/statistics/message-subscriptions",
    handle: async ({ body }) => {
      const items = await countBySubscription(store, filterCondition(subscriptionFilter, body?.filter));
      return json(inMemoryPage("subscription-statistics", items, body, "processDefinitionKey"));
    },
  }),
];

const ACTIVE: Condition<"process_instance"> = { kind: "compare", column: "state", by: "eq", value: "ACTIVE" };

const incidentCounts = (groups: readonly { readonly hasIncident: boolean; readonly count: number }[]) => {
  const sum = (hasIncident: boolean): number =>
    groups.filter((group) => group.hasIncident === hasIncident).reduce((total, { count }) => total + count, 0);
  return { activeInstancesWithIncidentCount: sum(true), activeInstancesWithoutIncidentCount: sum(false) };
};

async function countByProcess(store: RecordStore): Promise<readonly ByProcess[]> {
  const counted = await store.countBy("process_instance", ["processDefinitionId", "tenantId", "hasIncident"], ACTIVE);
  const groups = counted.map(({ values: [id, tenantId, hasIncident], count }) => ({
    id: String(id),
    tenantId: String(tenantId),
    hasIncident: hasIncident === true,
    count,
  }));
  const ids = new Map(groups.map(({ id, tenantId }) => [id, tenantId]));
  return Promise.all(
    [...ids].map(async ([processDefinitionId, tenantId]) => {
      const versions = await store.select({ table: "process_definition", equals: { processDefinitionId } });
      return {
        processDefinitionId,
        tenantId,
        latestProcessDefinitionName: versions.find(({ isLatestVersion }) => isLatestVersion)?.name ?? null,
        hasMultipleVersions: versions.length > 1,
        ...incidentCounts(groups.filter(({ id }) => id === processDefinitionId)),
      };
    }),
  );
}

async function countByVersion(store: RecordStore, processDefinitionId: string): Promise<readonly ByVersion[]> {
  const ofProcess: Condition<"process_instance"> = {
    kind: "compare",
    column: "processDefinitionId",
    by: "eq",
    value: processDefinitionId,
  };
  const counted = await store.countBy("process_instance", ["processDefinitionKey", "hasIncident"], {
    kind: "all",
    of: [ACTIVE, ofProcess],
  });
  const groups = counted.map(({ values: [key, hasIncident], count }) => ({
    key: String(key),
    hasIncident: hasIncident === true,
    count,
  }));
  const versions = await store.select({ table: "process_definition", equals: { processDefinitionId } });
  return versions
    .filter(({ processDefinitionKey }) => groups.some(({ key }) => key === processDefinitionKey))
    .map((row) => ({
      processDefinitionId,
      processDefinitionKey: row.processDefinitionKey,
      processDefinitionName: row.name,
      tenantId: row.tenantId,
      processDefinitionVersion: row.version,
      ...incidentCounts(groups.filter(({ key }) => key === row.processDefinitionKey)),
    }));
}

async function countBySubscription(
  store: RecordStore,
  filter: Condition<"message_subscription"> | undefined,
): Promise<readonly BySubscription[]> {
  const waiting: Condition<"message_subscription"> = { kind: "compare", column: "open", by: "eq", value: true };
  const columns = ["processDefinitionKey", "processDefinitionId", "tenantId", "processInstanceKey"] as const;
  const counted = await store.countBy("message_subscription", columns, both(waiting, filter));
  const byDefinition = new Map<string, { -readonly [Member in keyof BySubscription]: BySubscription[Member] }>();
  for (const { values, count } of counted) {
    const [processDefinitionKey, processDefinitionId, tenantId] = values.map(String) as [string, string, string];
    const item = byDefinition.get(processDefinitionKey) ?? {
      processDefinitionKey,
      processDefinitionId,
      tenantId,
      processInstancesWithActiveSubscriptions: 0,
      activeSubscriptions: 0,
    };
    item.processInstancesWithActiveSubscriptions += 1;
    item.activeSubscriptions += count;
    byDefinition.set(processDefinitionKey, item);
  }
  return [...byDefinition.values()];
}
