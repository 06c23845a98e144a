import type { MutableState } from "../state/mutable.js";
import type { IncidentRow } from "../state/rows.js";
import type { Scope } from "../state/scope.js";

/** Counts an incident at the instance and at those that called it: `hasIncident` includes called instances. */
export function countIncident(state: MutableState, scope: Scope, by: 1 | -1): void {
  for (let process: Scope | null = scope.process; process !== null; process = process.parent?.process ?? null) {
    if (process.instance === null) return;
    const incidentCount = process.instance.incidentCount + by;
    state.update("process_instance", process.instance, { incidentCount, hasIncident: incidentCount > 0 });
  }
}

/** An incident is resolved, or its element is gone. */
export function incidentGone(state: MutableState, scope: Scope, incident: IncidentRow): void {
  state.update("incident", incident, { open: false, state: "RESOLVED" });
  if (scope.element !== null && scope.incidents.size === 0)
    state.update("element_instance", scope.element, { hasIncident: false, incidentKey: null });
  countIncident(state, scope, -1);
}
