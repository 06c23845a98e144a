import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";
import { closeEvents } from "./attached.js";
import { updateRuntime, updateScope } from "./scope-count.js";

/** A flow was taken; each is kept once, in the order of the first time. */
export function flowTaken(event: EventOf<"flow.taken">, state: MutableState): void {
  const { instance } = state.scope(event.instance);
  if (instance === null || instance.takenFlows.includes(event.flow)) return;
  state.update("process_instance", instance, { takenFlows: [...instance.takenFlows, event.flow] });
}

/** A token waits at a joining gateway. */
export function joinArrived(event: EventOf<"join.arrived">, state: MutableState): void {
  const scope = state.scope(event.scope);
  const { runtime, activeFlows } = scope.row;
  const waiting = runtime?.joins?.[event.gateway] ?? {};
  const joins = { ...runtime?.joins, [event.gateway]: { ...waiting, [event.flow]: (waiting[event.flow] ?? 0) + 1 } };
  updateScope(state, scope, { activeFlows: activeFlows + 1, runtime: { ...runtime, joins } });
}

/** A joining gateway takes one token of each flow that has any. */
export function joinPassed(event: EventOf<"join.passed">, state: MutableState): void {
  const scope = state.scope(event.scope);
  const { runtime, activeFlows } = scope.row;
  const waiting = Object.entries(runtime?.joins?.[event.gateway] ?? {});
  const left = Object.fromEntries(
    waiting.map(([flow, tokens]) => [flow, tokens - 1] as const).filter(([, tokens]) => tokens > 0),
  );
  const { [event.gateway]: _passed, ...others } = runtime?.joins ?? {};
  const joins = Object.keys(left).length > 0 ? { ...others, [event.gateway]: left } : others;
  updateScope(state, scope, { activeFlows: activeFlows - waiting.length, runtime: { ...runtime, joins } });
}

/** An interrupting event sub-process takes over its scope. */
export function scopeInterrupted(event: EventOf<"scope.interrupted">, state: MutableState, time: number): void {
  const scope = state.scope(event.key);
  closeEvents(state, scope, time);
  const { joins: _joins, conditions: _conditions, ...runtime } = scope.row.runtime ?? {};
  updateScope(state, scope, {
    activeFlows: 0,
    runtime: { ...runtime, interruptedBy: { elementId: event.elementId, variables: {} } },
  });
}

/** The event sub-processes of the scope wait for their events. */
export function scopeArmed(event: EventOf<"scope.armed">, state: MutableState): void {
  updateRuntime(state, state.scope(event.key), { armed: true });
}

/** Runtime instructions of a creation. */
export function terminationPlanned(event: EventOf<"scope.termination-planned">, state: MutableState): void {
  updateRuntime(state, state.scope(event.key), { terminateAfter: event.after });
}

/** A multi-instance body knows how many instances it has; `items` are kept where they are started one by one. */
export function multiInstanceStarted(event: EventOf<"multi-instance.started">, state: MutableState): void {
  const progress = { total: event.total, completed: 0, terminated: 0 };
  updateRuntime(state, state.scope(event.key), {
    multiInstance: event.items === null ? progress : { ...progress, items: event.items },
  });
}

/** A conditional event waits. */
export function conditionAwaited(event: EventOf<"condition.awaited">, state: MutableState): void {
  const scope = state.scope(event.scope);
  updateRuntime(state, scope, { conditions: [...(scope.row.runtime?.conditions ?? []), event.target] });
}

/** The next execution listener of an element is asked; what was kept for its behaviour stays. */
export function listenerAwaited(event: EventOf<"listener.awaited">, state: MutableState): void {
  const scope = state.scope(event.scope);
  const { t: _name, scope: _scope, ...progress } = event;
  updateRuntime(state, scope, { listeners: { ...scope.row.runtime?.listeners, ...progress } });
}

/** A call activity knows its called instance. */
export function callStarted(event: EventOf<"call.started">, state: MutableState): void {
  updateRuntime(state, state.scope(event.key), { calledInstanceKey: event.calledInstanceKey });
}
