import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { EngineJobs } from "../camunda-client/index.js";
import type { Logger } from "../platform/index.js";
import type { AnyWorker } from "./define-worker.js";
import { type Poller, startPoller } from "./poller.js";
import { RetryPauses } from "./retry-pause.js";

export interface JobRuntimeDeps {
  readonly client: Pick<EngineJobs, "activateJobs" | "completeJob" | "failJob" | "throwJobError" | "updateJob">;
  readonly workers: readonly AnyWorker[];
  readonly logger: Logger;
  /** Name under which jobs are locked; default `alur`. */
  readonly workerName?: string;
  /** How long one request for jobs waits at the engine; default 20,000 ms. */
  readonly waitMs?: number;
  /** How long a job stays ours without a sign of life; default 15,000 ms. */
  readonly lockMs?: number;
}

/** After a crash a job comes back this late, whatever time its handler may take. */
const LOCK_MS = 15_000;

/** Job workers at work. */
export interface JobRuntime {
  start(): void;
  /** Takes no more jobs, waits for the running ones up to `graceMs` (default 10,000), then aborts them. */
  stop(graceMs?: number): Promise<void>;
}

const refuseDoubles = (workers: readonly AnyWorker[]): void => {
  const seen = new Set<string>();
  for (const { type } of workers) {
    if (seen.has(type)) throw new Error(`Expected one worker for job type '${type}', but there are two`);
    seen.add(type);
  }
};

/** Runs job workers against the engine by long polling. @throws {Error} when two workers have the same type. */
export const createJobRuntime = (deps: JobRuntimeDeps): JobRuntime => {
  refuseDoubles(deps.workers);
  const pollerDeps = {
    ...deps,
    pauses: new RetryPauses(),
    workerName: deps.workerName ?? "alur",
    waitMs: deps.waitMs ?? 20_000,
    lockMs: deps.lockMs ?? LOCK_MS,
  };
  let polling = new AbortController();
  let stopping = new AbortController();
  let pollers: readonly Poller[] = [];

  return {
    start() {
      if (pollers.length > 0) return;
      polling = new AbortController();
      stopping = new AbortController();
      // One listener for each poller and job: their number is no leak.
      setMaxListeners(0, polling.signal, stopping.signal);
      pollers = deps.workers.map((worker) => startPoller(pollerDeps, worker, polling.signal, stopping.signal));
    },
    async stop(graceMs = 10_000) {
      polling.abort();
      const done = Promise.all(pollers.map((poller) => poller.done));
      const over = new AbortController();
      const grace = pause(graceMs, undefined, { signal: over.signal }).then(
        () => stopping.abort(new Error("Sistem sedang berhenti")),
        () => undefined,
      );
      await done.finally(() => over.abort());
      await grace;
      pollers = [];
    },
  };
};
