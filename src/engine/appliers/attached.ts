import type { MutableState } from "../state/mutable.js";
import type { Scope } from "../state/scope.js";
import { incidentGone } from "./incident-count.js";

/** Closes what waits at a scope: timers and subscriptions. */
export function closeEvents(state: MutableState, scope: Scope, time: number): void {
  for (const timer of scope.timers.values()) state.update("timer", timer, { open: false, dueAt: null });
  for (const subscription of scope.subscriptions.values()) {
    state.update("message_subscription", subscription, {
      open: false,
      messageSubscriptionState: "DELETED",
      lastUpdatedDate: time,
    });
  }
  for (const signal of scope.signals.values()) state.update("signal_subscription", signal, { open: false });
}

/** Closes everything that belongs to a scope which ends: events, jobs, the user task, incidents. */
export function closeAttached(state: MutableState, scope: Scope, time: number): void {
  if (scope.timers.size > 0 || scope.subscriptions.size > 0 || scope.signals.size > 0) closeEvents(state, scope, time);
  closeWork(state, scope, time);
  if (scope.userTask !== null)
    state.update("user_task", scope.userTask, { open: false, state: "CANCELED", completionDate: time });
}

/** Closes jobs and incidents of a scope. */
export function closeWork(state: MutableState, scope: Scope, time: number): void {
  if (scope.incidents.size > 0) for (const incident of scope.incidents.values()) incidentGone(state, scope, incident);
  if (scope.jobs.size > 0) {
    for (const job of scope.jobs.values()) {
      const shown = job.state === "ERROR_THROWN" ? "ERROR_THROWN" : "CANCELED";
      state.update("job", job, {
        open: false,
        state: shown,
        availability: "ENDED",
        dueAt: null,
        endTime: time,
        lastUpdateTime: time,
      });
    }
  }
}
