import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";
import type { JsonObject } from "../state/rows.js";
import { closeEvents, closeWork } from "./attached.js";
import { updateRuntime, updateScope } from "./scope-count.js";

const STATES = {
  creating: "CREATING",
  assigning: "ASSIGNING",
  updating: "UPDATING",
  completing: "COMPLETING",
  canceling: "CANCELING",
} as const;

/** A change of a user task waits for listeners. */
export function transitionStarted(
  { element, transition }: EventOf<"task-transition.started">,
  state: MutableState,
): void {
  const scope = state.scope(element);
  updateRuntime(state, scope, { task: transition });
  if (scope.userTask !== null) state.update("user_task", scope.userTask, { state: STATES[transition.event] });
}

/** A listener has answered; what it corrected counts from now on. */
export function transitionAnswered(
  { element, corrections }: EventOf<"task-transition.answered">,
  state: MutableState,
): void {
  const scope = state.scope(element);
  const task = scope.row.runtime?.task;
  if (task === undefined) return;
  const names = Object.keys(corrections);
  const next = { ...task, next: task.next + 1 };
  const corrected = {
    ...next,
    corrected: true,
    changes: { ...task.changes, ...corrections },
    changed: [...new Set([...task.changed, ...names])],
  };
  updateRuntime(state, scope, { task: names.length === 0 ? next : corrected });
}

/** The transition is over, denied or about to be applied. */
export function transitionEnded({ element }: EventOf<"task-transition.ended">, state: MutableState): void {
  const scope = state.scope(element);
  const { task: _task, ...runtime } = scope.row.runtime ?? {};
  updateScope(state, scope, { runtime: Object.keys(runtime).length === 0 ? null : runtime });
  if (scope.userTask !== null) state.update("user_task", scope.userTask, { state: "CREATED" });
}

/** The scope is on its way out: nothing can happen at it any more. */
export function scopeEnding({ key, resume }: EventOf<"scope.ending">, state: MutableState, time: number): void {
  const scope = state.scope(key);
  closeEvents(state, scope, time);
  updateRuntime(state, scope, { resume: resume as JsonObject });
}

/** The task is on its way out: what it waited for is dropped. */
export function userTaskCanceling(
  { element, transition }: EventOf<"user-task.canceling">,
  state: MutableState,
  time: number,
): void {
  const scope = state.scope(element);
  closeEvents(state, scope, time);
  closeWork(state, scope, time);
  updateRuntime(state, scope, { task: transition });
  if (scope.userTask !== null) state.update("user_task", scope.userTask, { state: "CANCELING" });
}
