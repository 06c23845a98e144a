import { ask } from "../ask.js";
import type { Dialect } from "../dialect.js";

const FETCH = JSON.stringify({
  workerId: "bench",
  maxTasks: 64,
  asyncResponseTimeout: 1000,
  topics: [{ topicName: "bench-work", lockDuration: 60_000, variables: ["nilai"] }],
});
const COMPLETE = JSON.stringify({ workerId: "bench", variables: { hasil: { value: "selesai" } } });

const typed = (variables: object): object =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value: value as unknown }]));

interface ExternalTask {
  readonly id: string;
  readonly processInstanceId: string;
}

/** The REST API of Operaton (and of Camunda 7). */
export const operatonDialect: Dialect = {
  async create(lane, { process, variables }) {
    const path = `/process-definition/key/${process}/start`;
    const { id } = await ask<{ id: string }>(lane, "POST", path, JSON.stringify({ variables: typed(variables) }));
    return id;
  },
  async activate(lane) {
    const tasks = await ask<readonly ExternalTask[]>(lane, "POST", "/external-task/fetchAndLock", FETCH);
    return tasks.map(({ id, processInstanceId }) => ({ key: id, processInstanceKey: processInstanceId }));
  },
  completeJob: (lane, jobKey) => ask(lane, "POST", `/external-task/${jobKey}/complete`, COMPLETE),
  async openTasks(lane, processInstanceId) {
    const tasks = await ask<readonly { id: string }[]>(lane, "POST", "/task", JSON.stringify({ processInstanceId }));
    return tasks.map(({ id }) => id);
  },
  completeTask: (lane, taskKey) => ask(lane, "POST", `/task/${taskKey}/complete`, "{}"),
};
