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

/** A new instance, with what its definition and its caller say. */
export function processInstanceCreatedV2(
  event: EventOf<"process-instance.created.v2">,
  state: MutableState,
  time: number,
): void {
  const definition = state.processes.get(event.definition);
  if (definition === undefined)
    throw new Error(`Expected the process definition '${event.definition}' to be there, but it is not`);
  const caller = event.caller === undefined ? null : state.scope(event.caller);
  state.insert("process_instance", {
    processInstanceKey: event.key,
    processDefinitionKey: event.definition,
    processDefinitionId: definition.processDefinitionId,
    processDefinitionName: definition.name,
    processDefinitionVersion: definition.version,
    processDefinitionVersionTag: definition.versionTag,
    state: "ACTIVE",
    startDate: time,
    endDate: null,
    hasIncident: false,
    tenantId: definition.tenantId,
    parentProcessInstanceKey: caller === null ? null : caller.row.processInstanceKey,
    parentElementInstanceKey: caller === null ? null : caller.key,
    rootProcessInstanceKey: caller === null ? event.key : caller.rootKey,
    tags: event.tags ?? [],
    businessId: event.businessId ?? null,
    incidentCount: 0,
    takenFlows: [],
    startCorrelationKey: event.startCorrelationKey ?? null,
    open: true,
    activeChildren: 0,
    activeFlows: 0,
    runtime: null,
  });
  if (caller !== null) childCountChanged(state, caller, 1);
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
