import type { ActivatedJob, ActivateJobsCommand } from "../../protocol/commands.js";
import type { JobRow, JsonObject, TaskTransition } from "../../state/rows.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import type { Processing } from "../processing.js";
import { taskListenerProperties } from "../user-task/task-listener-headers.js";
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
  const scope = p.state.scope(elementInstanceKey);
  const transition = kind === "TASK_LISTENER" ? scope.row.runtime?.task : undefined;
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
    variables: { ...visibleVariables(scope, names), ...pendingVariables(transition, names) },
    tenantId,
    kind,
    listenerEventType,
    userTask:
      transition === undefined || scope.userTask === null ? null : taskListenerProperties(scope.userTask, transition),
    tags,
  };
}

/** Variables of the completion or update that a task listener is asked about: they are not set yet. */
function pendingVariables(transition: TaskTransition | undefined, names: readonly string[] = []): JsonObject {
  const variables = transition?.variables ?? {};
  if (names.length === 0) return variables;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)));
}
