import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { percentile } from "./figures.js";
import { ask } from "./ask.js";
import type { Dialect } from "./dialect.js";
import { completeJobs, createInstances, type OpenLane } from "./load.js";
import { orchestrationDialect } from "./orchestration-dialect.js";

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
export async function measureCompletion(
  open: OpenLane,
  creators: number,
  count: number,
  dialect: Dialect = orchestrationDialect,
): Promise<Values> {
  const createdAt = new Map<string, number>();
  const completedAt = new Map<string, number>();
  const started = performance.now();
  await Promise.all([
    createInstances(open, creators, count, "bench-b", { dialect, created: (key, at) => createdAt.set(key, at) }),
    completeJobs(open, count, dialect, (key, at) => completedAt.set(key, at)),
  ]);
  const elapsedMs = performance.now() - started;
  const totalMs = [...completedAt].map(([key, at]) => at - (createdAt.get(key) ?? at));
  return completionValues(count, elapsedMs, totalMs);
}

/** Instances of process B one at a time: each is created, its job fetched and completed before the next. */
export async function measureOneAtATime(open: OpenLane, count: number): Promise<Values> {
  const lane = await open();
  const latenciesMs: number[] = [];
  const started = performance.now();
  for (let n = 0; n < count; n++) {
    const before = performance.now();
    await orchestrationDialect.create(lane, { process: "bench-b", variables: { nilai: n } });
    for (const { key } of await orchestrationDialect.activate(lane)) await orchestrationDialect.completeJob(lane, key);
    latenciesMs.push(performance.now() - before);
  }
  lane.close();
  return completionValues(count, performance.now() - started, latenciesMs);
}

const completionValues = (count: number, elapsedMs: number, eachMs: readonly number[]): Values => ({
  "completed per second": (count / elapsedMs) * 1000,
  "create to completed p50": percentile(eachMs, 0.5),
  "create to completed p95": percentile(eachMs, 0.95),
});

/** Instances from their creation to their end: every user task is found by a search and completed. */
export async function measureCases(
  open: OpenLane,
  lanes: number,
  count: number,
  process: string,
  dialect: Dialect = orchestrationDialect,
): Promise<Values> {
  let left = count;
  const latenciesMs: number[] = [];
  const started = performance.now();
  const work = async (): Promise<void> => {
    const lane = await open();
    while (left-- > 0) {
      const before = performance.now();
      const variables = { petugas: "petugas-c", nilai: 88, status: "LENGKAP" };
      const key = await dialect.create(lane, { process, variables });
      for (let tasks = await dialect.openTasks(lane, key); tasks.length > 0; tasks = await dialect.openTasks(lane, key))
        for (const task of tasks) await dialect.completeTask(lane, task);
      latenciesMs.push(performance.now() - before);
    }
    lane.close();
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return completionValues(count, performance.now() - started, latenciesMs);
}

const PAGE_REQUESTS = 60;

/** The 95th percentile of a page asked for many times over. */
async function pageP95(open: OpenLane, path: string, body: object): Promise<number> {
  const lane = await open();
  const text = JSON.stringify(body);
  const latenciesMs: number[] = [];
  for (let request = 0; request < PAGE_REQUESTS; request++) {
    const before = performance.now();
    const { items } = await ask<{ items: readonly unknown[] }>(lane, "POST", path, text);
    latenciesMs.push(performance.now() - before);
    if (items.length === 0) throw new Error(`Expected ${path} to find something with ${text}, but it is empty`);
  }
  lane.close();
  return percentile(latenciesMs, 0.95);
}

/** The page "my open tasks" of somebody among many, and of somebody who has them all. */
export async function measureTaskPage(open: OpenLane, tasks: number): Promise<Values> {
  const path = "/user-tasks/search";
  const sort = [{ field: "creationDate", order: "DESC" }];
  const first = (filter: object): Promise<number> =>
    pageP95(open, path, { filter: { state: "CREATED", ...filter }, sort, page: { limit: 50 } });
  const loket = { state: "CREATED", candidateGroup: "loket" };
  const deep = async (): Promise<number> => {
    const after = await cursorAt(open, path, { filter: loket, sort }, tasks / 2);
    return pageP95(open, path, { filter: loket, sort, page: { after, limit: 50 } });
  };
  return {
    "assignee page p95": await first({ assignee: "petugas-1" }),
    "group page p95": await first({ candidateGroup: "loket" }),
    "deep group page p95": await deep(),
  };
}

/** The end of a page that begins behind so many rows. */
async function cursorAt(open: OpenLane, path: string, query: object, from: number): Promise<string> {
  const lane = await open();
  const body = JSON.stringify({ ...query, page: { from: Math.floor(from), limit: 1 } });
  const { page } = await ask<{ page: { endCursor: string } }>(lane, "POST", path, body);
  lane.close();
  return page.endCursor;
}

/** Milliseconds until the first page "my open tasks" after a start. */
export async function measureFirstPage(open: OpenLane): Promise<number> {
  const lane = await open();
  const sort = [{ field: "creationDate", order: "DESC" }];
  const body = JSON.stringify({ filter: { state: "CREATED", assignee: "petugas-1" }, sort, page: { limit: 50 } });
  const started = performance.now();
  await ask(lane, "POST", "/user-tasks/search", body);
  lane.close();
  return performance.now() - started;
}

/** Finding one instance by the value of a variable and by its business id, and the page behind a cursor that lies deep. */
export async function measureSearches(open: OpenLane, businessId: string, instances: number): Promise<Values> {
  const path = "/process-instances/search";
  const sort = [{ field: "startDate", order: "ASC" }];
  const after = await cursorAt(open, path, { sort }, Math.min(instances - 100, 500_000));
  const variables = [{ name: "nilai", value: "107" }];
  return {
    "by variable value p95": await pageP95(open, path, { filter: { variables }, page: { limit: 50 } }),
    "by business id p95": await pageP95(open, path, { filter: { businessId }, page: { limit: 50 } }),
    "deep cursor page p95": await pageP95(open, path, { sort, page: { after, limit: 50 } }),
  };
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
