import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";
import type { JobRow } from "../state/rows.js";

function open(state: MutableState, key: string): JobRow {
  const job = state.job(key);
  if (job === undefined) throw new Error(`Expected the job '${key}' to be open, but it is not`);
  return job;
}

/** A job that can be handed out after the commit. */
export function jobCreated(event: EventOf<"job.created">, state: MutableState, time: number): void {
  const scope = state.scope(event.element);
  const { processInstanceKey, rootProcessInstanceKey, processDefinitionId, processDefinitionKey, tenantId } = scope.row;
  const { instance } = scope.process;
  state.insert("job", {
    jobKey: event.key,
    type: event.type,
    worker: "",
    state: "CREATED",
    kind: event.kind,
    listenerEventType: event.listener,
    retries: event.retries,
    isDenied: null,
    deniedReason: null,
    hasFailedWithRetriesLeft: false,
    errorCode: null,
    errorMessage: null,
    customHeaders: event.headers,
    deadline: null,
    endTime: null,
    creationTime: time,
    lastUpdateTime: time,
    elementId: scope.elementId,
    elementInstanceKey: event.element,
    processInstanceKey,
    rootProcessInstanceKey,
    processDefinitionId,
    processDefinitionKey,
    processDefinitionVersion: instance?.processDefinitionVersion ?? 0,
    tenantId,
    tags: instance?.tags ?? [],
    open: true,
    availability: "ACTIVATABLE",
    dueAt: null,
  });
}

/** Jobs belong to a worker until the deadline. */
export function jobsActivated(
  { keys, worker, deadline }: EventOf<"jobs.activated">,
  state: MutableState,
  time: number,
): void {
  for (const key of keys)
    state.update("job", open(state, key), {
      availability: "ACTIVATED",
      worker,
      deadline,
      dueAt: deadline,
      lastUpdateTime: time,
    });
}

/** Activated jobs that did not reach their worker can be handed out again. */
export function jobsReturned({ keys }: EventOf<"jobs.returned">, state: MutableState): void {
  for (const key of keys)
    state.update("job", open(state, key), { availability: "ACTIVATABLE", worker: "", deadline: null, dueAt: null });
}

/** The job waits for an incident to be resolved; its retries are as they were. */
export function jobWithheld({ key }: EventOf<"job.withheld">, state: MutableState, time: number): void {
  state.update("job", open(state, key), { availability: "INCIDENT", lastUpdateTime: time });
}

export function jobCompleted({ key, denied }: EventOf<"job.completed">, state: MutableState, time: number): void {
  state.update("job", open(state, key), {
    state: "COMPLETED",
    isDenied: denied === undefined ? null : true,
    deniedReason: denied ?? null,
    open: false,
    availability: "ENDED",
    dueAt: null,
    endTime: time,
    lastUpdateTime: time,
  });
}

/** Without retries the job waits for an incident to be resolved. */
export function jobFailed(event: EventOf<"job.failed">, state: MutableState, time: number): void {
  const availability = event.retries <= 0 ? "INCIDENT" : event.backoffUntil === null ? "ACTIVATABLE" : "BACKOFF";
  state.update("job", open(state, event.key), {
    state: "FAILED",
    retries: event.retries,
    hasFailedWithRetriesLeft: event.retries > 0,
    errorMessage: event.message,
    availability,
    deadline: null,
    dueAt: availability === "BACKOFF" ? event.backoffUntil : null,
    lastUpdateTime: time,
  });
}

/** Uncaught, the job stays for the incident to be resolved. */
export function jobErrorThrown(event: EventOf<"job.error-thrown">, state: MutableState, time: number): void {
  const thrown = {
    state: "ERROR_THROWN",
    errorCode: event.code,
    errorMessage: event.message,
    dueAt: null,
    lastUpdateTime: time,
  } as const;
  state.update(
    "job",
    open(state, event.key),
    event.caught
      ? { ...thrown, open: false, availability: "ENDED", endTime: time }
      : { ...thrown, availability: "INCIDENT" },
  );
}

/** New retries do not make a failed job activatable: its incident has to be resolved. */
export function jobRetriesUpdated(
  { key, retries }: EventOf<"job.retries-updated">,
  state: MutableState,
  time: number,
): void {
  const job = open(state, key);
  state.update("job", job, {
    retries,
    state: job.availability === "INCIDENT" ? job.state : "RETRIES_UPDATED",
    lastUpdateTime: time,
  });
}

export function jobDeadlineUpdated(
  { key, deadline }: EventOf<"job.deadline-updated">,
  state: MutableState,
  time: number,
): void {
  state.update("job", open(state, key), { deadline, dueAt: deadline, lastUpdateTime: time });
}

export function jobTimedOut({ key }: EventOf<"job.timed-out">, state: MutableState, time: number): void {
  state.update("job", open(state, key), {
    state: "TIMED_OUT",
    availability: "ACTIVATABLE",
    dueAt: null,
    lastUpdateTime: time,
  });
}

export function jobBackoffEnded({ key }: EventOf<"job.backoff-ended">, state: MutableState): void {
  state.update("job", open(state, key), { availability: "ACTIVATABLE", dueAt: null });
}

/** Its incident is resolved. */
export function jobReopened({ key }: EventOf<"job.reopened">, state: MutableState, time: number): void {
  state.update("job", open(state, key), {
    state: "RETRIES_UPDATED",
    availability: "ACTIVATABLE",
    dueAt: null,
    lastUpdateTime: time,
  });
}
