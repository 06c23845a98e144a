import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { percentile } from "./figures.js";
import { ask, completeJobs, createInstances, type Lane, type OpenLane } from "./load.js";

type Values = Readonly<Record<string, number>>;

/** Instances created per second, and how long one creation takes. */
export async function measureCreation(
  open: OpenLane,
  clients: number,
  count: number,
  processDefinitionId: string,
): Promise<Values> {
  const { latenciesMs, elapsedMs } = await createInstances(open, clients, count, processDefinitionId);
  return {
    "created per second": (count / elapsedMs) * 1000,
    "create p50": percentile(latenciesMs, 0.5),
    "create p95": percentile(latenciesMs, 0.95),
    "create p99": percentile(latenciesMs, 0.99),
  };
}

/** Instances of process B completed per second while they are created, with one worker. */
export async function measureCompletion(open: OpenLane, creators: number, count: number): Promise<Values> {
  const createdAt = new Map<string, number>();
  const completedAt = new Map<string, number>();
  const started = performance.now();
  await Promise.all([
    createInstances(open, creators, count, "bench-b", (key, at) => createdAt.set(key, at)),
    completeJobs(open, count, (key, at) => completedAt.set(key, at)),
  ]);
  const elapsedMs = performance.now() - started;
  const totalMs = [...completedAt].map(([key, at]) => at - (createdAt.get(key) ?? at));
  return {
    "completed per second": (count / elapsedMs) * 1000,
    "create to completed p50": percentile(totalMs, 0.5),
    "create to completed p95": percentile(totalMs, 0.95),
  };
}

interface OpenTask {
  readonly userTaskKey: string;
}

/** Instances of process C from their creation to their end: every user task is found by a search and completed. */
export async function measureCases(open: OpenLane, lanes: number, count: number): Promise<Values> {
  let left = count;
  const latenciesMs: number[] = [];
  const started = performance.now();
  const work = async (): Promise<void> => {
    const lane = await open();
    while (left-- > 0) {
      const before = performance.now();
      const body = JSON.stringify({
        processDefinitionId: "bench-c",
        variables: { petugas: "petugas-c", nilai: 88, status: "LENGKAP" },
      });
      const { processInstanceKey } = await ask<{ processInstanceKey: string }>(
        lane,
        "POST",
        "/process-instances",
        body,
      );
      const search = JSON.stringify({ filter: { processInstanceKey, state: "CREATED" } });
      for (let tasks = await openTasks(lane, search); tasks.length > 0; tasks = await openTasks(lane, search))
        for (const { userTaskKey } of tasks) await ask(lane, "POST", `/user-tasks/${userTaskKey}/completion`, "{}");
      latenciesMs.push(performance.now() - before);
    }
    lane.close();
  };
  await Promise.all(Array.from({ length: lanes }, work));
  const elapsedMs = performance.now() - started;
  return {
    "completed per second": (count / elapsedMs) * 1000,
    "create to completed p50": percentile(latenciesMs, 0.5),
    "create to completed p95": percentile(latenciesMs, 0.95),
  };
}

const openTasks = async (lane: Lane, search: string): Promise<readonly OpenTask[]> =>
  (await ask<{ items: readonly OpenTask[] }>(lane, "POST", "/user-tasks/search", search)).items;

const PAGE_REQUESTS = 60;

/** The page "my open tasks" of somebody among many, and of somebody who has them all. */
export async function measureTaskPage(open: OpenLane): Promise<Values> {
  const lane = await open();
  const page = async (filter: object): Promise<number> => {
    const body = JSON.stringify({
      filter: { state: "CREATED", ...filter },
      sort: [{ field: "creationDate", order: "DESC" }],
      page: { limit: 50 },
    });
    const latenciesMs: number[] = [];
    for (let request = 0; request < PAGE_REQUESTS; request++) {
      const before = performance.now();
      await ask(lane, "POST", "/user-tasks/search", body);
      latenciesMs.push(performance.now() - before);
    }
    return percentile(latenciesMs, 0.95);
  };
  const values = {
    "assignee page p95": await page({ assignee: "petugas-1" }),
    "group page p95": await page({ candidateGroup: "loket" }),
  };
  lane.close();
  return values;
}

/** The page with the history of one instance of some 500 events: its element instances, the newest first, and its variables. */
export async function measureHistoryPage(open: OpenLane): Promise<Values> {
  const lane = await open();
  const { processInstanceKey } = await ask<{ processInstanceKey: string }>(
    lane,
    "POST",
    "/process-instances",
    JSON.stringify({ processDefinitionId: "bench-history" }),
  );
  const filter = { processInstanceKey };
  const latenciesMs: number[] = [];
  for (let request = 0; request < PAGE_REQUESTS; request++) {
    const before = performance.now();
    const sort = [{ field: "startDate", order: "DESC" }];
    await ask(lane, "POST", "/element-instances/search", JSON.stringify({ filter, sort, page: { limit: 500 } }));
    await ask(lane, "POST", "/variables/search", JSON.stringify({ filter }));
    latenciesMs.push(performance.now() - before);
  }
  lane.close();
  return { "history page p95": percentile(latenciesMs, 0.95) };
}

/** Bytes of all files in a folder. */
export const folderBytes = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
