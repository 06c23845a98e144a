import type { ActivatedJob, ActivateJobsCommand } from "../../protocol/commands.js";
import type { JobRow, JsonObject, TaskTransition } from "../../state/rows.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { raiseIncident } from "../lifecycle.js";
import type { Processing } from "../processing.js";
import { taskListenerProperties } from "../user-task/task-listener-headers.js";
import { visibleVariables } from "../variables.js";

/**
 * Characters of variables in one answer: the size of a message in a cluster. Jobs beyond it stay activatable; one that is
 * larger by itself gets an incident, since nobody could ever take it.
 */
const MAX_ANSWER_CHARACTERS = 4 * 1024 * 1024;

/** Hands out the oldest activatable jobs of a type. */
export const activateJobs: CommandProcessor<ActivateJobsCommand> = (
  { jobType, worker, timeout, maxJobs, fetchVariables, processDefinitionIds },
  p,
) => {
  if (jobType === "") reject("INVALID_ARGUMENT", "Expected a job type, but it is empty");
  if (timeout < 1)
    reject("INVALID_ARGUMENT", `Expected the timeout of an activation to be greater than 0, but it is ${timeout}`);
  if (maxJobs < 1) reject("INVALID_ARGUMENT", `Expected at least one job to be asked for, but it is ${maxJobs}`);
  const processes = processDefinitionIds === undefined ? undefined : new Set(processDefinitionIds);
  let handedOut: readonly FittingJob[] = [];
  while (handedOut.length === 0) {
    const jobs = activatable(p, jobType, maxJobs, processes);
    if (jobs.length === 0) return [];
    // When all of them are too large there may be others behind.
    handedOut = withinOneAnswer(p, jobs, fetchVariables);
  }
  p.emit({ t: "jobs.activated", keys: handedOut.map(({ job }) => job.jobKey), worker, deadline: p.now + timeout });
  return handedOut.map(({ job, variables }) => activated(p, job, variables, fetchVariables));
};

function activatable(
  p: Processing,
  jobType: string,
  maxJobs: number,
  processes: ReadonlySet<string> | undefined,
): readonly JobRow[] {
  const candidates = p.state.activatableJobs(jobType, maxJobs, processes);
  p.state.require(candidates.map(({ root }) => root));
  return candidates.flatMap(({ key }) => {
    const job = p.state.job(key);
    return job?.availability === "ACTIVATABLE" ? [job] : [];
  });
}

interface FittingJob {
  readonly job: JobRow;
  readonly variables: JsonObject;
}

/** The first jobs, as many as fit into one answer. */
function withinOneAnswer(
  p: Processing,
  jobs: readonly JobRow[],
  names: readonly string[] | undefined,
): readonly FittingJob[] {
  const fitting: FittingJob[] = [];
  let characters = 0;
  for (const job of jobs) {
    const variables = visibleVariables(p.state.scope(job.elementInstanceKey), names);
    const own = JSON.stringify(variables).length;
    if (own > MAX_ANSWER_CHARACTERS) {
      withhold(p, job, own);
      continue;
    }
    characters += own;
    if (fitting.length > 0 && characters > MAX_ANSWER_CHARACTERS) break;
    fitting.push({ job, variables });
  }
  return fitting;
}

function withhold(p: Processing, { jobKey, elementInstanceKey }: JobRow, characters: number): void {
  p.emit({ t: "job.withheld", key: jobKey });
  const message = `Expected to hand out job with key '${jobKey}', but its variables have ${Math.ceil(characters / 1024)} kB and a message at most ${MAX_ANSWER_CHARACTERS / 1024} kB. Fetch fewer variables or make their values smaller`;
  raiseIncident(p, p.state.scope(elementInstanceKey), "MESSAGE_SIZE_EXCEEDED", message, "job", jobKey);
}

function activated(
  p: Processing,
  job: JobRow,
  visible: JsonObject,
  names: readonly string[] | undefined,
): ActivatedJob {
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
    variables: { ...visible, ...pendingVariables(transition, names) },
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
