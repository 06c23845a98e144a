import type { JsonObject } from "../state/rows.js";
import type { Scope } from "../state/scope.js";
import { waitsForCancelingListeners } from "./canceling.js";
import { complete, enter, terminate, terminateChildren } from "./lifecycle.js";
import { modelOf, type Processing } from "./processing.js";

/**
 * An event occurs at a scope that waits for it: the element itself, a boundary event of it, the start event of an event
 * sub-process inside, or an event behind the event-based gateway.
 */
export function triggerEvent(p: Processing, scope: Scope, targetId: string, variables: JsonObject): void {
  if (scope.element !== null && scope.elementId === targetId) {
    complete(p, scope, variables);
    return;
  }
  const target = p.state.executable(scope.row.processDefinitionKey).elements.get(targetId);
  if (target === undefined)
    throw new Error(`Expected event '${targetId}' in process '${scope.row.processDefinitionId}', but it has none`);

  const ends = target.interrupting && (target.type === "BOUNDARY_EVENT" || target.type === "START_EVENT");
  const resume = { step: "trigger", scope: scope.key, target: targetId, variables } as const;
  if (ends && waitsForCancelingListeners(p, scope, resume)) return;

  if (target.type === "BOUNDARY_EVENT" && scope.parent !== null) {
    const around = scope.parent;
    if (target.interrupting) terminate(p, scope);
    enter(p, target, around, { variables });
  } else if (target.type === "START_EVENT" && target.parent !== null) {
    if (target.interrupting) {
      terminateChildren(p, scope);
      p.emit({ t: "scope.interrupted", key: scope.key, elementId: target.parent.id });
    }
    enter(p, target.parent, scope, { variables });
  } else if (scope.type === "EVENT_BASED_GATEWAY" && scope.parent !== null) {
    const flow = modelOf(p, scope).outgoing.find((candidate) => candidate.target === target);
    const around = scope.parent;
    p.emit({ t: "element.ended", key: scope.key, state: "COMPLETED" });
    enter(p, target, around, flow === undefined ? { variables } : { flow, variables });
  } else {
    throw new Error(
      `Expected '${targetId}' to be an event that '${scope.elementId}' waits for, but it is a ${target.type}`,
    );
  }
}
