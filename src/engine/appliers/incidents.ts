import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";
import { countIncident, incidentGone } from "./incident-count.js";

/** An element cannot go on until somebody repairs it. */
export function incidentCreated(event: EventOf<"incident.created">, state: MutableState, time: number): void {
  const scope = state.scope(event.element);
  const { processInstanceKey, rootProcessInstanceKey, processDefinitionId, processDefinitionKey, tenantId } = scope.row;
  state.insert("incident", {
    incidentKey: event.key,
    processDefinitionId,
    processDefinitionKey,
    processInstanceKey,
    rootProcessInstanceKey,
    elementId: scope.elementId,
    elementInstanceKey: event.element,
    jobKey: event.job,
    errorType: event.errorType,
    errorMessage: event.message,
    creationTime: time,
    state: "ACTIVE",
    tenantId,
    open: true,
    step: event.step,
  });
  if (scope.element !== null)
    state.update("element_instance", scope.element, { hasIncident: true, incidentKey: event.key });
  countIncident(state, scope, 1);
}

export function incidentResolved(event: EventOf<"incident.resolved">, state: MutableState): void {
  const incident = state.incident(event.key);
  if (incident !== undefined) incidentGone(state, state.scope(incident.elementInstanceKey), incident);
}
