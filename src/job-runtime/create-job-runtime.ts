import type { EngineJobs } from "../camunda-client/index.js";
import type { Logger } from "../platform/index.js";
import type { AnyWorker } from "./define-worker.js";

export interface JobRuntimeDeps {
  readonly client: Pick<EngineJobs, "activateJobs" | "completeJob" | "failJob" | "throwJobError">;
  readonly workers: readonly AnyWorker[];
  readonly logger: Logger;
  /** Name under which jobs are locked; default `alur`. */
  readonly workerName?: string;
  /** How long one request for jobs waits at the engine; default 20,000 ms. */
  readonly waitMs?: number;
}

/** Job workers at work. */
export interface JobRuntime {
  /** @throws {Error} when two workers have the same type. */
  start(): void;
  /** Takes no more jobs, waits for the running ones up to `graceMs` (default 10,000), then aborts them. */
  stop(graceMs?: number): Promise<void>;
}

export declare function createJobRuntime(deps: JobRuntimeDeps): JobRuntime;
