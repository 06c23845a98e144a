import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";
import { closeAttached } from "./attached.js";
import { childCountChanged } from "./scope-count.js";

/** A new instance; a called one counts as a child of its call activity. */
export function processInstanceCreated(event: EventOf<"process-instance.created">, state: MutableState): void {
  state.insert("process_instance", event.row);
  if (event.row.parentElementInstanceKey !== null)
    childCountChanged(state, state.scope(event.row.parentElementInstanceKey), 1);
}

/** The instance is history now. */
export function processInstanceEnded(
  event: EventOf<"process-instance.ended">,
  state: MutableState,
  time: number,
): void {
  const scope = state.scope(event.key);
  if (scope.instance === null)
    throw new Error(`Expected '${event.key}' to be a process instance, but it is an element instance`);
  closeAttached(state, scope, time);
  if (scope.parent !== null) childCountChanged(state, scope.parent, -1);
  state.update("process_instance", scope.instance, { state: event.state, open: false, endDate: time, runtime: null });
}
