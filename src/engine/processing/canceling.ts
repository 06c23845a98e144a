import type { JsonObject } from "../state/rows.js";
import type { Scope } from "../state/scope.js";
import { terminate, terminateChildren } from "./lifecycle.js";
import type { Processing, Step } from "./processing.js";
import {
  askNext,
  listenersFor,
  listenersOf,
  newTransition,
  recordTransition,
  userTaskOf,
} from "./user-task/task-transition.js";

/**
 * Before a scope is ended from outside, the canceling listeners of the user tasks inside are asked. Everything else in
 * it ends at once; `resume` is done when all have answered. False when there is nobody to ask: go on.
 */
export function waitsForCancelingListeners(p: Processing, scope: Scope, resume: Step): boolean {
  const tasks = listeningTasks(p, scope);
  if (tasks.length === 0) return false;
  endOthers(p, scope, new Set(tasks));
  p.emit({ t: "scope.ending", key: scope.key, resume });
  for (const task of tasks) startCanceling(p, task);
  return true;
}

/** Ends everything inside a scope and completes it, after the canceling listeners inside have answered. */
export function finishScope(p: Processing, scope: Scope): void {
  if (waitsForCancelingListeners(p, scope, { step: "finish-scope", key: scope.key })) return;
  terminateChildren(p, scope);
  p.later({ step: "complete", key: scope.key });
}

/**
 * The canceling listeners of a user task have answered: what waited for the last of them goes on. Where scopes within each
 * other wait, the outermost that nothing holds any more ends the others, too.
 */
export function resumeEnding(p: Processing, task: Scope): void {
  let free: JsonObject | undefined;
  for (let scope: Scope | null = task; scope !== null; scope = scope.parent) {
    const resume = scope.row.runtime?.resume;
    if (resume !== undefined && listeningTasks(p, scope).length === 0) free = resume;
  }
  if (free !== undefined) p.later(free as unknown as Step);
}

/** User tasks in the scope, or the scope itself, whose canceling listeners have not all answered. */
function listeningTasks(p: Processing, scope: Scope): Scope[] {
  const found: Scope[] = [];
  const look = (at: Scope): void => {
    if (at.userTask !== null && isListening(p, at)) found.push(at);
    for (const child of at.children) look(child);
  };
  look(scope);
  return found;
}

function isListening(p: Processing, scope: Scope): boolean {
  const transition = scope.row.runtime?.task;
  if (transition?.event === "canceling") return listenersOf(p, scope, transition).length > transition.next;
  return listenersFor(p, scope, "canceling").length > 0;
}

/** Ends all that is not around a task that is waited for. */
function endOthers(p: Processing, scope: Scope, kept: ReadonlySet<Scope>): boolean {
  if (kept.has(scope)) return true;
  const inside = [...scope.children].map((child) => ({ child, keeps: endOthers(p, child, kept) }));
  const keeps = inside.some((entry) => entry.keeps);
  if (keeps) for (const { child, keeps: isKept } of inside) if (!isKept) terminate(p, child);
  return keeps;
}

function startCanceling(p: Processing, scope: Scope): void {
  const pending = scope.row.runtime?.task;
  if (pending?.event === "canceling") return;
  const { userTaskKey } = userTaskOf(scope);
  p.emit({
    t: "user-task.canceling",
    element: scope.key,
    transition: newTransition(p, { event: "canceling", changes: {}, changed: [], action: "" }),
  });
  const reason = `Expected user task with key '${userTaskKey}' to change, but it is being canceled`;
  recordTransition(p, pending?.audit, "FAIL");
  if (pending !== undefined) p.transitionEnded(userTaskKey, { code: "INVALID_STATE", reason });
  askNext(p, scope);
}
