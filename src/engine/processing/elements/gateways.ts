import type { ExecutableElement, SequenceFlow } from "../../deploy/index.js";
import type { Scope } from "../../state/scope.js";
import { toBoolean } from "../expressions.js";
import { complete } from "../lifecycle.js";
import { type Behaviour, IncidentRaised, type Processing } from "../processing.js";
import { subscribe } from "../subscriptions.js";

/** The first flow whose condition holds, looking from the last one of the document to the first; else the default. */
export const exclusiveGateway: Behaviour = {
  activate: (p, scope, element) => complete(p, scope, undefined, chosen(p, scope, element)),
};

/** Every flow whose condition holds; the default only when there is none. */
export const inclusiveGateway: Behaviour = {
  activate: (p, scope, element) => complete(p, scope, undefined, allChosen(p, scope, element)),
};

/** Waits for the first of the events behind it. */
export const eventBasedGateway: Behaviour = {
  activate(p, scope, element) {
    subscribe(
      p,
      scope,
      element.outgoing.map(({ target }) => target),
    );
  },
};

function allChosen(p: Processing, scope: Scope, element: ExecutableElement): readonly SequenceFlow[] {
  if (element.outgoing.length === 0) return [];
  const conditional = element.outgoing.filter((flow) => flow !== element.defaultFlow);
  const found = conditional.filter(({ condition }) => condition === null || toBoolean(p, condition, scope));
  if (found.length > 0) return found;
  if (element.defaultFlow !== null) return [element.defaultFlow];
  throw nothingHolds();
}

const nothingHolds = (): IncidentRaised =>
  new IncidentRaised(
    "CONDITION_ERROR",
    "Expected at least one condition to evaluate to true, or to have a default flow",
  );

function chosen(p: Processing, scope: Scope, element: ExecutableElement): readonly SequenceFlow[] {
  if (element.outgoing.length === 0) return [];
  for (const flow of [...element.outgoing].reverse()) {
    if (flow === element.defaultFlow) continue;
    if (flow.condition === null || toBoolean(p, flow.condition, scope)) return [flow];
  }
  if (element.defaultFlow !== null) return [element.defaultFlow];
  throw nothingHolds();
}
