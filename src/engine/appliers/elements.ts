import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";
import type { ScopeRuntime } from "../state/rows.js";
import { closeAttached } from "./attached.js";
import { childCountChanged } from "./scope-count.js";

/** A new element instance; what it shares with its scope is copied from there. */
export function elementEntered(event: EventOf<"element.entered">, state: MutableState, time: number): void {
  const scope = state.scope(event.scope);
  const around = scope.row;
  state.insert("element_instance", {
    elementInstanceKey: event.key,
    processInstanceKey: around.processInstanceKey,
    rootProcessInstanceKey: around.rootProcessInstanceKey,
    processDefinitionKey: around.processDefinitionKey,
    processDefinitionId: around.processDefinitionId,
    elementId: event.id,
    elementName: event.name,
    type: event.type,
    state: "ACTIVE",
    startDate: time,
    endDate: null,
    hasIncident: false,
    incidentKey: null,
    tenantId: around.tenantId,
    scopeKey: event.scope,
    open: true,
    activeChildren: 0,
    activeFlows: 0,
    runtime: initialRuntime(event),
  });
  childCountChanged(state, scope, 1);
}

function initialRuntime({ loopCounter, compensates }: EventOf<"element.entered">): ScopeRuntime | null {
  if (loopCounter === undefined && compensates === undefined) return null;
  return {
    ...(loopCounter === undefined ? {} : { loopCounter }),
    ...(compensates === undefined ? {} : { compensates }),
  };
}

/** An element instance is history now, and so is all that waited at it. */
export function elementEnded(event: EventOf<"element.ended">, state: MutableState, time: number): void {
  const scope = state.scope(event.key);
  if (scope.element === null || scope.parent === null)
    throw new Error(`Expected '${event.key}' to be an element instance, but it is a process instance`);
  closeAttached(state, scope, time);
  childCountChanged(state, scope.parent, -1);
  const progress = scope.parent.row.runtime?.multiInstance;
  if (progress !== undefined) {
    const counted =
      event.state === "COMPLETED" ? { completed: progress.completed + 1 } : { terminated: progress.terminated + 1 };
    state.update("element_instance", scope.parent.element ?? never(scope.parent.key), {
      runtime: { ...scope.parent.row.runtime, multiInstance: { ...progress, ...counted } },
    });
  }
  state.update("element_instance", scope.element, { state: event.state, open: false, endDate: time, runtime: null });
}

function never(key: string): never {
  throw new Error(`Expected the multi-instance body '${key}' to be an element instance, but it is a process instance`);
}
