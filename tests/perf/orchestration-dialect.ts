import { ask } from "./ask.js";
import type { Dialect } from "./dialect.js";

const ACTIVATE = JSON.stringify({
  type: "bench-work",
  timeout: 60_000,
  maxJobsToActivate: 64,
  worker: "bench",
  fetchVariable: ["nilai"],
  requestTimeout: 1000,
});
const COMPLETE = JSON.stringify({ variables: { hasil: "selesai" } });

/** The key stands under another name, and as a number, before 8.8. */
interface Job {
  readonly jobKey?: string;
  readonly key?: number;
  readonly processInstanceKey: string | number;
}

interface OpenTask {
  readonly userTaskKey: string;
}

/** The Orchestration Cluster REST API: of this engine, and as far as jobs go of Zeebe 8.6. */
export const orchestrationDialect: Dialect = {
  async create(lane, { process, variables, businessId }) {
    const body = JSON.stringify({ processDefinitionId: process, variables, businessId });
    const created = await ask<{ processInstanceKey: string | number }>(lane, "POST", "/process-instances", body);
    return String(created.processInstanceKey);
  },
  async activate(lane) {
    const { jobs } = await ask<{ jobs: readonly Job[] }>(lane, "POST", "/jobs/activation", ACTIVATE);
    return jobs.map(({ jobKey, key, processInstanceKey }) => ({
      key: jobKey ?? String(key),
      processInstanceKey: String(processInstanceKey),
    }));
  },
  completeJob: (lane, jobKey) => ask(lane, "POST", `/jobs/${jobKey}/completion`, COMPLETE),
  async openTasks(lane, processInstanceKey) {
    const body = JSON.stringify({ filter: { processInstanceKey, state: "CREATED" } });
    const { items } = await ask<{ items: readonly OpenTask[] }>(lane, "POST", "/user-tasks/search", body);
    return items.map(({ userTaskKey }) => userTaskKey);
  },
  completeTask: (lane, taskKey) => ask(lane, "POST", `/user-tasks/${taskKey}/completion`, "{}"),
};
