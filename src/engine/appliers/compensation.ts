import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";
import { updateRuntime } from "./scope-count.js";

/** Activities have completed that can be compensated. */
export function compensationRecorded(event: EventOf<"compensation.recorded">, state: MutableState): void {
  const scope = state.scope(event.scope);
  updateRuntime(state, scope, { compensable: [...(scope.row.runtime?.compensable ?? []), ...event.entries] });
}

/** What is compensated now is not compensated again. */
export function compensationStarted(event: EventOf<"compensation.started">, state: MutableState): void {
  for (const { from, entries } of event.left) updateRuntime(state, state.scope(from), { compensable: entries });
  updateRuntime(state, state.scope(event.key), { compensating: event.count });
}

/** A handler is done. */
export function compensationHandled(event: EventOf<"compensation.handled">, state: MutableState): void {
  const scope = state.scope(event.key);
  updateRuntime(state, scope, { compensating: Math.max(0, (scope.row.runtime?.compensating ?? 0) - 1) });
}
