import { bindingProblem, resolveBinding } from "../bindings.js";
import { toText } from "../expressions.js";
import { begin, createInstance } from "../lifecycle.js";
import { type Behaviour, IncidentRaised } from "../processing.js";
import { subscribeBoundaryEvents } from "../subscriptions.js";
import { localVariables, visibleVariables } from "../variables.js";

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
