import { type EngineJob, type EngineJobs, isEngineError } from "../camunda-client/index.js";
import { deadline, type Logger } from "../platform/index.js";
import { type AnyWorker, BpmnError, type JobContext, JobRefusal } from "./define-worker.js";
import type { RetryPauses } from "./retry-pause.js";
import { WorkerDataError } from "./worker-data-error.js";

export interface JobRunDeps {
  readonly client: Pick<EngineJobs, "completeJob" | "failJob" | "throwJobError" | "updateJob">;
  readonly logger: Logger;
  readonly pauses: RetryPauses;
  /** Milliseconds that a lock lasts; it is renewed while the job is worked on. */
  readonly lockMs: number;
}

/** Longest message that is sent to the engine. */
const MOST_MESSAGE = 2_000;

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const fail = (): void => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener("abort", fail, { once: true });
  });

/** Runs the handler until it ends, its time is over or the runtime stops; a handler that ignores its signal is left behind. */
const runWorker = async (
  worker: AnyWorker,
  job: EngineJob,
  stopping: AbortSignal,
): Promise<Record<string, unknown>> => {
  const seconds = Math.round(worker.timeoutMs / 1_000);
  const over = (): Error => new Error(`Pekerjaan '${worker.type}' belum selesai setelah ${seconds} detik.`);
  const { signal, end } = deadline(worker.timeoutMs, over, stopping);
  const context: JobContext = {
    jobKey: job.key,
    processInstanceKey: job.processInstanceKey,
    elementId: job.elementId,
    customHeaders: job.customHeaders,
    retries: job.retries,
    signal,
  };
  try {
    return await Promise.race([worker.run(job.variables, context), aborted(signal)]);
  } finally {
    end();
  }
};

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, MOST_MESSAGE);

/** Tells the engine what became of a failed attempt. */
const reportFailure = async (deps: JobRunDeps, job: EngineJob, error: unknown): Promise<void> => {
  const { client, logger, pauses } = deps;
  const line = { jobKey: job.key, jobType: job.type, processInstanceKey: job.processInstanceKey };
  if (error instanceof BpmnError) {
    const { errorCode, message, variables } = error;
    logger.info({ event: "job.bpmn-error", ...line, errorCode }, message);
    await client.throwJobError(job.key, { errorCode, message, variables });
    return;
  }
  const message = messageOf(error);
  if (error instanceof WorkerDataError || error instanceof JobRefusal) {
    logger.warn({ event: "job.refused", ...line }, message);
    await client.failJob(job.key, { retries: 0, backOffMs: 0, message });
    return;
  }
  const retries = Math.max(job.retries - 1, 0);
  const backOffMs = retries === 0 ? 0 : pauses.next(job.key);
  logger.warn({ event: "job.failed", ...line, retries, backOffMs, err: error }, message);
  if (retries === 0) pauses.forget(job.key);
  await client.failJob(job.key, { retries, backOffMs, message });
};

/** Renews the lock three times within its time, until the returned function is called. */
const keepLocked = ({ client, logger, lockMs }: JobRunDeps, job: EngineJob): (() => void) => {
  const timer = setInterval(() => {
    client.updateJob(job.key, { timeoutMs: lockMs }).catch((error: unknown) => {
      logger.info({ event: "job.lock-lost", jobKey: job.key, jobType: job.type, err: error }, "A lock was not renewed");
    });
  }, lockMs / 3);
  timer.unref();
  return () => clearInterval(timer);
};

/**
 * Runs one job to its end. Never throws: what cannot be reported is logged, and the job comes back after its time-out.
 * @param stopping aborted at shutdown; a job cut off by it is not failed, another process takes it after its time-out.
 */
export const runJob = async (
  deps: JobRunDeps,
  worker: AnyWorker,
  job: EngineJob,
  stopping: AbortSignal,
): Promise<void> => {
  const { client, logger, pauses } = deps;
  const release = keepLocked(deps, job);
  try {
    try {
      const variables = await runWorker(worker, job, stopping);
      await client.completeJob(job.key, variables);
      pauses.forget(job.key);
    } catch (error) {
      if (stopping.aborted) throw error;
      if (isEngineError(error, "NOT_FOUND")) throw error;
      await reportFailure(deps, job, error);
    }
  } catch (error) {
    const line = { event: "job.unreported", jobKey: job.key, jobType: job.type, err: error };
    if (isEngineError(error, "NOT_FOUND") || stopping.aborted) {
      logger.info(line, "The job ended elsewhere or was cut off by the shutdown");
    } else {
      logger.error(line, "The outcome of a job could not be reported; it comes back after its time-out");
    }
  } finally {
    release();
  }
};
