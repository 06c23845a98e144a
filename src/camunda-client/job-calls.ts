import type { EngineJobs } from "./camunda-client.js";
import type { Connection } from "./connection.js";
import { isEngineError } from "./engine-error.js";

type JobCalls = Pick<EngineJobs, "activateJobs" | "completeJob" | "failJob" | "throwJobError" | "updateJob">;

const never = new AbortController().signal;

/** Jobs for workers. */
export const jobCalls = (connection: Connection): JobCalls => ({
  async activateJobs({ type, worker, maxJobs, timeoutMs, waitMs }, signal = never) {
    if (signal.aborted) return [];
    try {
      const { jobs } = await connection.call("activateJobs", async (sdk) => {
        const asking = sdk.activateJobs(
          { type, worker, maxJobsToActivate: maxJobs, timeout: timeoutMs, requestTimeout: waitMs },
          { retry: false },
        );
        const cancel = (): void => asking.cancel();
        signal.addEventListener("abort", cancel, { once: true });
        try {
          return await asking;
        } finally {
          signal.removeEventListener("abort", cancel);
        }
      });
      return jobs.map((job) => ({
        key: job.jobKey,
        type: job.type,
        processInstanceKey: job.processInstanceKey,
        processId: job.processDefinitionId,
        elementId: job.elementId,
        customHeaders: Object.fromEntries(
          Object.entries(job.customHeaders).map(([name, value]) => [name, String(value)]),
        ),
        variables: job.variables,
        retries: job.retries,
      }));
    } catch (error) {
      if (isEngineError(error, "CANCELLED") || signal.aborted) return [];
      throw error;
    }
  },

  async completeJob(jobKey, variables) {
    await connection.call("completeJob", (sdk) => sdk.completeJob({ jobKey, variables: { ...variables } }));
  },

  async failJob(jobKey, { retries, backOffMs, message }) {
    await connection.call("failJob", (sdk) =>
      sdk.failJob({ jobKey, retries, retryBackOff: backOffMs, errorMessage: message }),
    );
  },

  async throwJobError(jobKey, { errorCode, message, variables }) {
    await connection.call("throwJobError", (sdk) =>
      sdk.throwJobError({ jobKey, errorCode, errorMessage: message, variables: { ...variables } }),
    );
  },

  async updateJob(jobKey, { retries, timeoutMs }) {
    await connection.call("updateJob", (sdk) =>
      sdk.updateJob({
        jobKey,
        changeset: {
          ...(retries === undefined ? {} : { retries }),
          ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
        },
      }),
    );
  },
});
