import { benchVariables } from "./bench-models.js";
import type { Dialect, HeldJob } from "./dialect.js";
import { orchestrationDialect } from "./orchestration-dialect.js";

/** One way to the engine: a connection over HTTP, or a call in the same process. */
export interface Lane {
  call(method: string, path: string, body?: string): Promise<{ readonly status: number; readonly body: string }>;
  close(): void;
}

/** Opens a further lane. */
export type OpenLane = () => Promise<Lane>;

const WORKER_LANES = 32;
/** Jobs that one worker holds beyond those it works at. */
const HELD_JOBS = 64;

/** What else `createInstances` may be told. */
export interface CreationOptions {
  readonly dialect?: Dialect;
  /** Gives each instance a business id that begins so. */
  readonly businessIds?: string;
  readonly created?: (key: string, at: number) => void;
}

/** Creates `count` instances over `clients` lanes; gives the milliseconds of each request. */
export async function createInstances(
  open: OpenLane,
  clients: number,
  count: number,
  process: string,
  { dialect = orchestrationDialect, businessIds, created }: CreationOptions = {},
): Promise<{ readonly latenciesMs: readonly number[]; readonly elapsedMs: number }> {
  const lanes = await Promise.all(Array.from({ length: clients }, open));
  const latenciesMs: number[] = [];
  let left = count;
  const started = performance.now();
  await Promise.all(
    lanes.map(async (lane) => {
      while (left > 0) {
        const n = --left;
        const before = performance.now();
        const key = await dialect.create(lane, {
          process,
          variables: benchVariables(n),
          ...(businessIds === undefined ? {} : { businessId: `${businessIds}-${n}` }),
        });
        latenciesMs.push(performance.now() - before);
        created?.(key, before);
      }
    }),
  );
  const elapsedMs = performance.now() - started;
  for (const lane of lanes) lane.close();
  return { latenciesMs, elapsedMs };
}

/** One worker that holds up to 64 jobs and completes 32 at a time, until `count` are done. */
export async function completeJobs(
  open: OpenLane,
  count: number,
  dialect: Dialect = orchestrationDialect,
  completed?: (processInstanceKey: string, at: number) => void,
): Promise<void> {
  const poller = await open();
  const lanes = await Promise.all(Array.from({ length: WORKER_LANES }, open));
  const jobs: HeldJob[] = [];
  const idle: ((job: HeldJob | undefined) => void)[] = [];
  let done = 0;
  const next = (): Promise<HeldJob | undefined> => {
    if (done >= count) return Promise.resolve(undefined);
    const job = jobs.pop();
    return job === undefined ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve(job);
  };
  const hands = lanes.map(async (lane) => {
    for (let job = await next(); job !== undefined; job = await next()) {
      await dialect.completeJob(lane, job.key);
      completed?.(job.processInstanceKey, performance.now());
      done++;
      if (done >= count) for (const resolve of idle.splice(0)) resolve(undefined);
    }
  });
  let activated = 0;
  while (activated < count) {
    const got = await dialect.activate(poller);
    activated += got.length;
    for (const job of got) {
      const hand = idle.pop();
      if (hand === undefined) jobs.push(job);
      else hand(job);
    }
    // More than one worker holds is left to the engine.
    while (jobs.length > HELD_JOBS) await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(hands);
  for (const lane of [poller, ...lanes]) lane.close();
}
