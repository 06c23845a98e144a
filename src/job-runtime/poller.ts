import { setTimeout as pause } from "node:timers/promises";
import type { EngineJobs } from "../camunda-client/index.js";
import type { Logger } from "../platform/index.js";
import type { AnyWorker } from "./define-worker.js";
import { type JobRunDeps, runJob } from "./run-job.js";

export interface PollerDeps extends JobRunDeps {
  readonly client: Pick<EngineJobs, "activateJobs" | "completeJob" | "failJob" | "throwJobError" | "updateJob">;
  readonly workerName: string;
  readonly waitMs: number;
}

/** An empty answer sooner than this was no long poll: the engine is asked again after a pause. */
const EMPTY_TOO_SOON_MS = 100;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

const rest = async (ms: number, signal: AbortSignal): Promise<void> => {
  await pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
};

/** Work under way for one worker. */
export interface Poller {
  /** Ends when `polling` is aborted and everything taken has ended. */
  readonly done: Promise<void>;
}

/**
 * Asks for jobs of one type as long as there are free places, by one long request after another.
 * @param polling aborted: no more jobs are taken. @param stopping aborted: running handlers are cut off.
 */
export const startPoller = (
  deps: PollerDeps,
  worker: AnyWorker,
  polling: AbortSignal,
  stopping: AbortSignal,
): Poller => {
  const { client, logger, workerName, waitMs } = deps;
  const running = new Set<Promise<void>>();

  const take = async (): Promise<number> => {
    const jobs = await client.activateJobs(
      {
        type: worker.type,
        worker: workerName,
        maxJobs: worker.parallel - running.size,
        timeoutMs: deps.lockMs,
        waitMs,
      },
      polling,
    );
    for (const job of jobs) {
      const run = runJob(deps, worker, job, stopping).finally(() => running.delete(run));
      running.add(run);
    }
    return jobs.length;
  };

  const loop = async (): Promise<void> => {
    let pauseMs = FIRST_PAUSE_MS;
    while (!polling.aborted) {
      if (running.size >= worker.parallel) await Promise.race(running);
      try {
        const askedAt = performance.now();
        const count = await take();
        pauseMs = FIRST_PAUSE_MS;
        if (count === 0 && performance.now() - askedAt < EMPTY_TOO_SOON_MS) await rest(pauseMs, polling);
      } catch (error) {
        reportPollFailure(logger, worker.type, pauseMs, error);
        await rest(pauseMs, polling);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
    await Promise.all(running);
  };
  return { done: loop() };
};

const reportPollFailure = (logger: Logger, jobType: string, pauseMs: number, error: unknown): void => {
  logger.warn({ event: "job.poll-failed", jobType, pauseMs, err: error }, "The engine gave no answer about jobs");
};
