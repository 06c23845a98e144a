import type { GetUsageMetricsData, GetUsageMetricsResponse } from "@camunda8/orchestration-cluster-api";
import type { TableName } from "../../engine/index.js";
import type { ColumnOf, Condition } from "../../engine-store/index.js";
import type { ApiContext, RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { toEpochMs } from "../instant.js";
import { defineOperation, type Operation } from "../operation.js";
import { invalidArgument } from "../problem.js";

type Usage = Plain<GetUsageMetricsResponse>["tenants"][string];

interface Window {
  readonly from: number;
  readonly to: number;
}

/** Rows whose time lies in the window; its end is not part of it. */
export function within<Name extends TableName>(column: ColumnOf<Name>, { from, to }: Window): Condition<Name> {
  return {
    kind: "all",
    of: [
      { kind: "compare", column, by: "gte", value: from },
      { kind: "compare", column, by: "lt", value: to },
    ],
  };
}

async function countPerTenant(store: RecordStore, window: Window): Promise<ReadonlyMap<string, Usage>> {
  const usage = new Map<string, { -readonly [Name in keyof Usage]: Usage[Name] }>();
  const of = (tenant: string) => {
    const found = usage.get(tenant) ?? { processInstances: 0, decisionInstances: 0, assignees: 0 };
    usage.set(tenant, found);
    return found;
  };
  const started: Condition<"process_instance"> = {
    kind: "all",
    of: [{ kind: "isNull", column: "parentProcessInstanceKey" }, within("startDate", window)],
  };
  const instances = await store.countBy({ table: "process_instance", by: ["tenantId"], where: started });
  for (const { values, count } of instances.groups) of(String(values[0])).processInstances = count;
  const evaluated = within<"decision_instance">("evaluationDate", window);
  const decisions = await store.countBy({ table: "decision_instance", by: ["tenantId"], where: evaluated });
  for (const { values, count } of decisions.groups) of(String(values[0])).decisionInstances = count;
  const assigned: Condition<"user_task"> = {
    kind: "all",
    of: [
      { kind: "isNotNull", column: "assignee" },
      { kind: "any", of: [within("creationDate", window), within("completionDate", window)] },
    ],
  };
  const tasks = await store.countBy({ table: "user_task", by: ["tenantId"], where: assigned, different: "assignee" });
  for (const { values, different } of tasks.groups) of(String(values[0])).assignees = different;
  return usage;
}

/** How much the engine was used in a time. */
export const usageMetricsOperations = ({ store }: ApiContext): readonly Operation[] => [
  defineOperation<GetUsageMetricsData>({
    operationId: "getUsageMetrics",
    method: "GET",
    url: "/system/usage-metrics",
    handle: async ({ query: { startTime, endTime, tenantId, withTenants } }) => {
      const [from, to] = [toEpochMs(startTime), toEpochMs(endTime)];
      if (to <= from) throw invalidArgument(`The endTime '${endTime}' must be after the startTime '${startTime}'`);
      const counted = await countPerTenant(store, { from, to });
      const tenants = [...counted].filter(([tenant]) => tenantId === undefined || tenant === tenantId);
      const sum = (name: keyof Usage): number => tenants.reduce((total, [, usage]) => total + usage[name], 0);
      const answer: Plain<GetUsageMetricsResponse> = {
        processInstances: sum("processInstances"),
        decisionInstances: sum("decisionInstances"),
        assignees: sum("assignees"),
        activeTenants: tenants.length,
        // The query comes as text.
        tenants: String(withTenants) === "true" ? Object.fromEntries(tenants) : {},
      };
      return json(answer);
    },
  }),
];
