import type { ActivatedJob, ActivateJobsCommand } from "../../protocol/commands.js";
import type { JobRow } from "../../state/rows.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import type { Processing } from "../processing.js";
import { visibleVariables } from "../variables.js";

/** Hands out the oldest activatable jobs of a type. */
export const activateJobs: CommandProcessor<ActivateJobsCommand> = (
  { jobType, worker, timeout, maxJobs, fetchVariables },
  p,
) => {
  if (jobType === "") reject("INVALID_ARGUMENT", "Expected a job type, but it is empty");
  if (timeout < 1)
    reject("INVALID_ARGUMENT", `Expected the timeout of an activation to be greater than 0, but it is ${timeout}`);
  if (maxJobs < 1) reject("INVALID_ARGUMENT", `Expected at least one job to be asked for, but it is ${maxJobs}`);
  const candidates = p.state.activatableJobs(jobType, maxJobs);
  if (candidates.length === 0) return [];
  p.state.require(candidates.map(({ root }) => root));
  const jobs: JobRow[] = [];
  for (const { key } of candidates) {
    const job = p.state.job(key);
    if (job?.availability === "ACTIVATABLE") jobs.push(job);
  }
  if (jobs.length === 0) return [];
  p.emit({ t: "jobs.activated", keys: jobs.map(({ jobKey }) => jobKey), worker, deadline: p.now + timeout });
  return jobs.map((job) => activated(p, job, fetchVariables));
};

function activated(p: Processing, job: JobRow, names: readonly string[] | undefined): ActivatedJob {
  const {
    jobKey,
    type,
    processDefinitionId,
    processDefinitionVersion,
    processDefinitionKey,
    elementId,
    elementInstanceKey,
    processInstanceKey,
    rootProcessInstanceKey,
  } = job;
  const { customHeaders, worker, retries, tenantId, kind, listenerEventType, tags } = job;
  return {
    jobKey,
    type,
    processDefinitionId,
    processDefinitionVersion,
    processDefinitionKey,
    elementId,
    elementInstanceKey,
    processInstanceKey,
    rootProcessInstanceKey,
    customHeaders,
    worker,
    retries,
    deadline: job.deadline ?? p.now,
    variables: visibleVariables(p.state.scope(elementInstanceKey), names),
    tenantId,
    kind,
    listenerEventType,
    userTask: null,
    tags,
  };
}
