import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";

/** A variable of a scope is new or has a new value. */
export function variableSet(event: EventOf<"variable.set">, state: MutableState): void {
  const scope = state.scope(event.scope);
  const existing = scope.variables.get(event.name);
  if (existing !== undefined) {
    state.update("variable", existing, { value: event.value });
    return;
  }
  const { processInstanceKey, rootProcessInstanceKey, processDefinitionId, tenantId } = scope.row;
  state.insert("variable", {
    variableKey: event.key,
    name: event.name,
    value: event.value,
    scopeKey: event.scope,
    processInstanceKey,
    rootProcessInstanceKey,
    processDefinitionId,
    tenantId,
  });
}

/** One place of a list gets its value: the output collection of a multi-instance body. */
export function slotSet(event: EventOf<"variable.slot-set">, state: MutableState): void {
  const variable = state.scope(event.scope).variables.get(event.name);
  if (variable === undefined || !Array.isArray(variable.value)) return;
  const value = variable.value.slice();
  value[event.index] = event.value;
  state.update("variable", variable, { value });
}
