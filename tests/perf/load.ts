import { benchVariables } from "./bench-models.js";

/** One way to the engine: a connection over HTTP, or a call in the same process. */
export interface Lane {
  call(method: string, path: string, body?: string): Promise<{ readonly status: number; readonly body: string }>;
  close(): void;
}

/** Opens a further lane. */
export type OpenLane = () => Promise<Lane>;

const WORKER_LANES = 32;
const ACTIVATE = JSON.stringify({
  type: "bench-work",
  timeout: 60_000,
  maxJobsToActivate: 64,
  worker: "bench",
  fetchVariable: ["nilai"],
  requestTimeout: 1000,
});
const COMPLETE = JSON.stringify({ variables: { hasil: "selesai" } });

const createBody = (processDefinitionId: string, n: number): string =>
  JSON.stringify({ processDefinitionId, variables: benchVariables(n) });

/**
 * Sends a request and gives its parsed body.
 *
 * @throws {Error} when the answer is no success: a bench of refusals would be fast.
 */
export async function ask<T>(lane: Lane, method: string, path: string, body?: string): Promise<T> {
  const answer = await lane.call(method, path, body);
  if (answer.status >= 300)
    throw new Error(`Expected ${method} ${path} to succeed, but: ${answer.status} ${answer.body}`);
  return (answer.body === "" ? undefined : JSON.parse(answer.body)) as T;
}

/** Creates `count` instances over `clients` lanes; gives the milliseconds of each request. */
export async function createInstances(
  open: OpenLane,
  clients: number,
  count: number,
  processDefinitionId: string,
  created?: (key: string, at: number) => void,
): Promise<{ readonly latenciesMs: readonly number[]; readonly elapsedMs: number }> {
  const lanes = await Promise.all(Array.from({ length: clients }, open));
  const latenciesMs: number[] = [];
  let left = count;
  const started = performance.now();
  await Promise.all(
    lanes.map(async (lane) => {
      while (left-- > 0) {
        const before = performance.now();
        const { processInstanceKey } = await ask<{ processInstanceKey: string }>(
          lane,
          "POST",
          "/process-instances",
          createBody(processDefinitionId, left),
        );
        const after = performance.now();
        latenciesMs.push(after - before);
        created?.(processInstanceKey, before);
      }
    }),
  );
  const elapsedMs = performance.now() - started;
  for (const lane of lanes) lane.close();
  return { latenciesMs, elapsedMs };
}

interface Job {
  readonly jobKey: string;
  readonly processInstanceKey: string;
}

/** One worker that holds up to 64 jobs and completes 32 at a time, until `count` are done. */
export async function completeJobs(
  open: OpenLane,
  count: number,
  completed?: (processInstanceKey: string, at: number) => void,
): Promise<void> {
  const poller = await open();
  const lanes = await Promise.all(Array.from({ length: WORKER_LANES }, open));
  const jobs: Job[] = [];
  const idle: ((job: Job | undefined) => void)[] = [];
  let done = 0;
  const next = (): Promise<Job | undefined> => {
    if (done >= count) return Promise.resolve(undefined);
    const job = jobs.pop();
    return job === undefined ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve(job);
  };
  const hands = lanes.map(async (lane) => {
    for (let job = await next(); job !== undefined; job = await next()) {
      await ask(lane, "POST", `/jobs/${job.jobKey}/completion`, COMPLETE);
      completed?.(job.processInstanceKey, performance.now());
      done++;
      if (done >= count) for (const resolve of idle.splice(0)) resolve(undefined);
    }
  });
  let activated = 0;
  while (activated < count) {
    const { jobs: got } = await ask<{ jobs: readonly Job[] }>(poller, "POST", "/jobs/activation", ACTIVATE);
    activated += got.length;
    for (const job of got) {
      const hand = idle.pop();
      if (hand === undefined) jobs.push(job);
      else hand(job);
    }
    // More than one worker holds is left to the engine.
    while (jobs.length > 64) await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(hands);
  for (const lane of [poller, ...lanes]) lane.close();
}
