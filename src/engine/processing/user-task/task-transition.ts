import type { TaskListenerDefinition, TaskListenerEvent } from "../../deploy/index.js";
import type { UserTaskPatch } from "../../protocol/events.js";
import type { AuditEntry } from "../../state/audit-rows.js";
import type { GlobalListener, GlobalListeners, JsonObject, TaskTransition, UserTaskRow } from "../../state/rows.js";
import type { Scope } from "../../state/scope.js";
import { toNumber, toText } from "../expressions.js";
import { raiseIncident } from "../lifecycle.js";
import { IncidentRaised, modelOf, type Processing } from "../processing.js";
import { mergeUpward, setAllLocal } from "../variables.js";
import { globalListeners } from "./global-listeners.js";
import { taskListenerHeaders } from "./task-listener-headers.js";

/** What a command wants of a user task. */
export type WantedTransition = Omit<TaskTransition, "next" | "corrected" | "globals">;

type Listener = TaskListenerDefinition | GlobalListener;

/** Everybody who would be asked about an event now, in their order. */
export const listenersFor = (p: Processing, scope: Scope, event: TaskListenerEvent): readonly Listener[] =>
  around(globalListeners(p, event), p, scope, event);

/** Everybody who is asked about a transition: listeners of the cluster as they were when it began. */
export const listenersOf = (
  p: Processing,
  scope: Scope,
  { event, globals }: Pick<TaskTransition, "event" | "globals">,
): readonly Listener[] => around(globals ?? { before: [], after: [] }, p, scope, event);

const around = (
  { before, after }: GlobalListeners,
  p: Processing,
  scope: Scope,
  event: TaskListenerEvent,
): readonly Listener[] => [
  ...before,
  ...modelOf(p, scope).taskListeners.filter((listener) => listener.event === event),
  ...after,
];

/** The transition at its beginning. */
export function newTransition(p: Processing, wanted: WantedTransition): TaskTransition {
  const globals = globalListeners(p, wanted.event);
  const isAlone = globals.before.length === 0 && globals.after.length === 0;
  return { ...wanted, ...(isAlone ? {} : { globals }), next: 0, corrected: false };
}

/**
 * Changes a user task. Where model or cluster have listeners for it they are asked one after another, by jobs.
 */
export function startTransition(p: Processing, scope: Scope, wanted: WantedTransition): void {
  const transition = newTransition(p, wanted);
  if (listenersOf(p, scope, transition).length === 0) {
    apply(p, scope, transition);
    return;
  }
  p.emit({ t: "task-transition.started", element: scope.key, transition });
  askNext(p, scope);
}

/** The same for a command: where listeners are asked, its sender is answered when they have. */
export function commandTransition(p: Processing, scope: Scope, wanted: WantedTransition): void {
  const isAsked = listenersFor(p, scope, wanted.event).length > 0;
  const audit = isAsked ? (p.takeAudit() as unknown as readonly JsonObject[]) : [];
  startTransition(p, scope, audit.length === 0 ? wanted : { ...wanted, audit });
  if (scope.row.runtime?.task !== undefined) p.answerWithTransition(userTaskOf(scope).userTaskKey);
}

/** Asks the next listener, or applies what all of them have let pass. */
export function askNext(p: Processing, scope: Scope): void {
  const transition = pendingTransition(scope);
  const listener = listenersOf(p, scope, transition)[transition.next];
  if (listener === undefined) {
    apply(p, scope, transition);
    return;
  }
  try {
    const type = typeof listener.type === "string" ? listener.type : toText(p, listener.type, scope);
    const retries = typeof listener.retries === "number" ? listener.retries : toNumber(p, listener.retries, scope);
    const headers = taskListenerHeaders(userTaskOf(scope), transition);
    const phase = LISTENER_EVENTS[transition.event];
    p.emit({
      t: "job.created",
      key: p.newKey(),
      element: scope.key,
      type,
      retries,
      headers,
      kind: "TASK_LISTENER",
      listener: phase,
    });
  } catch (error) {
    if (!(error instanceof IncidentRaised)) throw error;
    raiseIncident(p, scope, error.errorType, error.message, "task-listener");
  }
}

const LISTENER_EVENTS = {
  creating: "CREATING",
  assigning: "ASSIGNING",
  updating: "UPDATING",
  completing: "COMPLETING",
  canceling: "CANCELING",
} as const;

/** A listener lets the transition pass, perhaps with corrections, or denies it. */
export function answerListener(
  p: Processing,
  scope: Scope,
  answer: { corrections?: UserTaskPatch; denied?: string },
): void {
  const task = userTaskOf(scope);
  if (answer.denied !== undefined) {
    const { variables, event, audit } = pendingTransition(scope);
    p.emit({ t: "task-transition.ended", element: scope.key });
    recordTransition(p, audit, "FAIL");
    const reason =
      event === "updating" && variables !== undefined
        ? `Variable update for user task instance with key '${scope.key}' was denied by Task Listener. Reason to deny: '${answer.denied}'`
        : answer.denied;
    p.transitionEnded(task.userTaskKey, { code: "INVALID_STATE", reason });
    return;
  }
  p.emit({ t: "task-transition.answered", element: scope.key, corrections: answer.corrections ?? {} });
  askNext(p, scope);
}

/** After a repaired incident all listeners of the transition are asked again. */
export function restartTransition(p: Processing, scope: Scope): void {
  const pending = pendingTransition(scope);
  p.emit({ t: "task-transition.started", element: scope.key, transition: { ...pending, next: 0, corrected: false } });
  askNext(p, scope);
}

function apply(
  p: Processing,
  scope: Scope,
  { event, changes, action, variables, isLocal, assigneeAfter, audit }: TaskTransition,
): void {
  if (event === "canceling") {
    p.later({ step: "resume-ending", key: scope.key });
    return;
  }
  const task = userTaskOf(scope);
  const key = task.userTaskKey;
  const isPending = scope.row.runtime?.task !== undefined;
  if (isPending) p.emit({ t: "task-transition.ended", element: scope.key });
  recordTransition(p, audit, "SUCCESS");
  const patch: UserTaskPatch = { ...changes, ...(action === "" ? {} : { action }) };
  if (event === "completing") {
    if (Object.keys(changes).length > 0) p.emit({ t: "user-task.changed", key, patch: changes });
    p.emit({ t: "user-task.completed", key, action });
    p.later({ step: "complete", key: scope.key, variables: variables ?? {} });
  } else {
    if (Object.keys(patch).length > 0) p.emit({ t: "user-task.changed", key, patch });
    if (variables !== undefined) takeVariables(p, scope, variables, isLocal === true);
  }
  if (isPending && event !== "creating") p.transitionEnded(key, undefined);
  if (event === "creating" && assigneeAfter !== undefined) {
    startTransition(p, scope, {
      event: "assigning",
      changes: { assignee: assigneeAfter },
      changed: ["assignee"],
      action: "",
    });
  }
}

function takeVariables(p: Processing, scope: Scope, variables: JsonObject, isLocal: boolean): void {
  if (isLocal) setAllLocal(p, scope, variables);
  else mergeUpward(p, scope, variables);
}

/** What was kept for the audit log until the listeners had answered. */
export function recordTransition(p: Processing, audit: TaskTransition["audit"], result: "SUCCESS" | "FAIL"): void {
  for (const entry of (audit ?? []) as unknown as readonly AuditEntry[])
    p.emit({ t: "audit.recorded", row: { ...entry, auditLogKey: p.newKey(), result } });
}

/** The transition that waits for listeners. */
export function pendingTransition(scope: Scope): TaskTransition {
  const transition = scope.row.runtime?.task;
  if (transition === undefined)
    throw new Error(`Expected user task element '${scope.key}' to wait for listeners, but it does not`);
  return transition;
}

/** The user task of an element. */
export function userTaskOf(scope: Scope): UserTaskRow {
  if (scope.userTask === null) throw new Error(`Expected element '${scope.key}' to have a user task, but it has none`);
  return scope.userTask;
}
