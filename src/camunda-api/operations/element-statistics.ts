import type { GetProcessDefinitionStatisticsResponse } from "@camunda8/orchestration-cluster-api";
import type { Condition } from "../../engine-store/index.js";
import type { RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";

type Statistics = Plain<GetProcessDefinitionStatisticsResponse>;
type Mutable = { active: number; canceled: number; incidents: number; completed: number };

/** Counts element instances per element: with and without incident while they run, completed, canceled. */
export async function elementStatistics(store: RecordStore, where: Condition<"element_instance">): Promise<Statistics> {
  const { groups } = await store.countBy({
    table: "element_instance",
    by: ["elementId", "state", "hasIncident"],
    where,
  });
  const byElement = new Map<string, Mutable>();
  for (const { values, count } of groups) {
    const [elementId, state, hasIncident] = values;
    const counts = byElement.get(String(elementId)) ?? { active: 0, canceled: 0, incidents: 0, completed: 0 };
    counts[counter(String(state), hasIncident === true)] += count;
    byElement.set(String(elementId), counts);
  }
  return { items: [...byElement].map(([elementId, counts]) => ({ elementId, ...counts })) };
}

function counter(state: string, hasIncident: boolean): keyof Mutable {
  if (state === "COMPLETED") return "completed";
  if (state === "TERMINATED") return "canceled";
  return hasIncident ? "incidents" : "active";
}
