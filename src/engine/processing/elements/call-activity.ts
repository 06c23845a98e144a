import { bindingProblem, resolveBinding } from "../bindings.js";
import { toText } from "../expressions.js";
import { begin, createInstance } from "../lifecycle.js";
import { type Behaviour, IncidentRaised } from "../processing.js";
import type { Scope } from "../../state/scope.js";
import { subscribeBoundaryEvents } from "../subscriptions.js";
import { localVariables, visibleVariables } from "../variables.js";

/** Instances that call each other, the root included; a process that calls itself ends here, not when memory does. */
const MAX_CALL_DEPTH = 200;

function isTooDeep(scope: Scope): boolean {
  let depth = 0;
  for (let around: Scope | null = scope; around !== null; around = around.parent)
    if (around.instance !== null) depth += 1;
  return depth >= MAX_CALL_DEPTH;
}

/** Runs another process as a child instance, in the same aggregate. */
export const callActivity: Behaviour = {
  activate(p, scope, element) {
    const called = element.calledElement;
    if (called === null) throw new Error(`Expected call activity '${element.id}' to name a process, but it does not`);
    const processId = toText(p, called.processId, scope);
    const definition = resolveBinding(p, scope, p.state.processes, processId, called.binding);
    if (definition === undefined)
      throw new IncidentRaised("CALLED_ELEMENT_ERROR", bindingProblem("process", processId, called.binding));
    const start = p.state.executable(definition.processDefinitionKey).root.scope?.noneStartEvent;
    if (start === null || start === undefined) {
      throw new IncidentRaised(
        "CALLED_ELEMENT_ERROR",
        `Expected process with BPMN process id '${processId}' to have a none start event, but it has none.`,
      );
    }
    if (isTooDeep(scope))
      throw new IncidentRaised(
        "CALLED_ELEMENT_ERROR",
        `Expected at most ${MAX_CALL_DEPTH} instances called by each other, but '${processId}' would be one more: does a process call itself without end?`,
      );
    subscribeBoundaryEvents(p, scope, element);
    const variables = called.propagateAllParentVariables ? visibleVariables(scope) : localVariables(scope);
    const child = createInstance(p, definition, {
      variables,
      parent: scope,
      tags: scope.process.instance?.tags ?? [],
      businessId: scope.process.instance?.businessId ?? null,
    });
    p.emit({ t: "call.started", key: scope.key, calledInstanceKey: child.key });
    begin(p, child, start);
  },
};
