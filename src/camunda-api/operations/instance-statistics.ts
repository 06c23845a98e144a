import type {
  GetProcessDefinitionInstanceStatisticsData,
  GetProcessDefinitionInstanceStatisticsResponse,
  GetProcessDefinitionInstanceVersionStatisticsData,
  GetProcessDefinitionInstanceVersionStatisticsResponse,
  GetProcessDefinitionMessageSubscriptionStatisticsData,
  GetProcessDefinitionMessageSubscriptionStatisticsResponse,
} from "@camunda8/orchestration-cluster-api";
import type { Condition, CountedGroup } from "../../engine-store/index.js";
import type { ApiContext, RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";
import { filterCondition } from "../search/filter-condition.js";
import { inMemoryPage } from "../search/in-memory-page.js";
import { definitionNames } from "./definition-names.js";
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
    handle: async ({ body }) => {
      const { items, hasMore } = await countByProcess(store);
      const { items: shown, page } = inMemoryPage("process-statistics", items, body, "processDefinitionId", hasMore);
      return json({ items: await withNames(store, shown), page });
    },
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
      const { items, hasMore } = await countBySubscription(store, filterCondition(subscriptionFilter, body?.filter));
      return json(inMemoryPage("subscription-statistics", items, body, "processDefinitionKey", hasMore));
    },
  }),
];

const ACTIVE: Condition<"process_instance"> = { kind: "compare", column: "state", by: "eq", value: "ACTIVE" };

interface IncidentCounts {
  activeInstancesWithIncidentCount: number;
  activeInstancesWithoutIncidentCount: number;
}

/** Adds up groups whose last value says whether they have an incident. */
function incidentCounts(groups: readonly CountedGroup[]): ReadonlyMap<string, Readonly<IncidentCounts>> {
  const counts = new Map<string, IncidentCounts>();
  for (const { values, count } of groups) {
    const name = String(values[0]);
    const sum = counts.get(name) ?? { activeInstancesWithIncidentCount: 0, activeInstancesWithoutIncidentCount: 0 };
    counts.set(name, sum);
    if (values.at(-1) === true) sum.activeInstancesWithIncidentCount += count;
    else sum.activeInstancesWithoutIncidentCount += count;
  }
  return counts;
}

type Counted = Pick<ByProcess, "processDefinitionId" | "tenantId"> & IncidentCounts;

async function countByProcess(store: RecordStore) {
  const { groups, hasMoreGroups } = await store.countBy({
    table: "process_instance",
    by: ["processDefinitionId", "tenantId", "hasIncident"],
    where: ACTIVE,
  });
  const tenants = new Map(groups.map(({ values: [id, tenantId] }) => [String(id), String(tenantId)]));
  const items = [...incidentCounts(groups)].map(([processDefinitionId, counts]): Counted => {
    return { processDefinitionId, tenantId: tenants.get(processDefinitionId) ?? "", ...counts };
  });
  return { items, hasMore: hasMoreGroups };
}

/** The names only of those that are shown: a process may have thousands of versions. */
async function withNames(store: RecordStore, items: readonly Counted[]): Promise<readonly ByProcess[]> {
  if (items.length === 0) return [];
  const ids = {
    kind: "in",
    column: "processDefinitionId",
    values: items.map((item) => item.processDefinitionId),
  } as const;
  const { groups } = await store.countBy({
    table: "process_definition",
    by: ["processDefinitionId", "isLatestVersion", "name"],
    where: ids,
  });
  const names = new Map<string, { name: string | null; versions: number }>();
  for (const { values, count } of groups) {
    const [id, isLatest, name] = [String(values[0]), values[1] === true, values[2]];
    const known = names.get(id) ?? { name: null, versions: 0 };
    known.versions += count;
    if (isLatest && typeof name === "string") known.name = name;
    names.set(id, known);
  }
  return items.map((item) => {
    const { name, versions } = names.get(item.processDefinitionId) ?? { name: null, versions: 0 };
    return { ...item, latestProcessDefinitionName: name, hasMultipleVersions: versions > 1 };
  });
}

async function countByVersion(store: RecordStore, processDefinitionId: string): Promise<readonly ByVersion[]> {
  const ofProcess = { kind: "compare", column: "processDefinitionId", by: "eq", value: processDefinitionId } as const;
  const { groups } = await store.countBy({
    table: "process_instance",
    by: ["processDefinitionKey", "hasIncident"],
    where: { kind: "all", of: [ACTIVE, ofProcess] },
  });
  const counts = incidentCounts(groups);
  return (await definitionNames(store, ofProcess)).flatMap((version) => {
    const counted = counts.get(version.processDefinitionKey);
    if (counted === undefined) return [];
    return [
      {
        processDefinitionId,
        processDefinitionKey: version.processDefinitionKey,
        processDefinitionName: version.name,
        tenantId: version.tenantId,
        processDefinitionVersion: version.version,
        ...counted,
      },
    ];
  });
}

async function countBySubscription(store: RecordStore, filter: Condition<"message_subscription"> | undefined) {
  const waiting: Condition<"message_subscription"> = { kind: "compare", column: "open", by: "eq", value: true };
  const { groups, hasMoreGroups } = await store.countBy({
    table: "message_subscription",
    by: ["processDefinitionKey", "processDefinitionId", "tenantId"],
    where: filter === undefined ? waiting : { kind: "all", of: [waiting, filter] },
    different: "processInstanceKey",
  });
  const items = groups.map(({ values, count, different }): BySubscription => {
    const [processDefinitionKey, processDefinitionId, tenantId] = values.map(String) as [string, string, string];
    return {
      processDefinitionKey,
      processDefinitionId,
      tenantId,
      processInstancesWithActiveSubscriptions: different,
      activeSubscriptions: count,
    };
  });
  return { items, hasMore: hasMoreGroups };
}
