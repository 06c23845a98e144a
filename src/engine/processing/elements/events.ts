import type { ExecutableElement } from "../../deploy/index.js";
import type { Scope } from "../../state/scope.js";
import { catchThrown, findCatch, uncaughtMessage } from "../errors.js";
import { toText } from "../expressions.js";
import { startCompensation } from "../compensation.js";
import { finishScope } from "../canceling.js";
import { complete, enter } from "../lifecycle.js";
import { type Behaviour, IncidentRaised, type Processing } from "../processing.js";
import { subscribe } from "../subscriptions.js";
import { localVariables } from "../variables.js";
import { createElementJob } from "./job-work.js";

/** Waits for its event; behind an event-based gateway it has happened already. A link has nothing to wait for. */
export const catchEvent: Behaviour = {
  activate(p, scope, element, variables) {
    if (variables !== undefined) complete(p, scope, variables);
    else if (element.event?.kind === "link") complete(p, scope);
    else subscribe(p, scope, [element]);
  },
};

/** A job for messages, nothing for plain events; signals, escalations and links go out at once. */
export const throwEvent: Behaviour = {
  activate(p, scope, element) {
    const { event } = element;
    if (element.job !== null) createElementJob(p, scope, element);
    else if (event?.kind === "signal") throwSignal(p, scope, element);
    else if (event?.kind === "escalation") throwEscalation(p, scope, element);
    else if (event?.kind === "compensation") throwCompensation(p, scope, event.activityRef);
    else complete(p, scope);
  },
};

/** Ends a path: plainly, by a message (job), a signal, an escalation, an error, or with everything else in the scope. */
export const endEvent: Behaviour = {
  activate(p, scope, element) {
    const { event } = element;
    if (element.job !== null) createElementJob(p, scope, element);
    else if (event?.kind === "error") throwError(p, scope, element);
    else if (event?.kind === "terminate" && scope.parent !== null) terminateScope(p, scope, scope.parent);
    else if (event?.kind === "signal") throwSignal(p, scope, element);
    else if (event?.kind === "escalation") throwEscalation(p, scope, element);
    else if (event?.kind === "compensation") throwCompensation(p, scope, event.activityRef);
    else complete(p, scope);
  },
};

function throwError(p: Processing, scope: Scope, { event }: ExecutableElement): void {
  const code = event?.kind === "error" && event.code !== null ? toText(p, event.code, scope) : "";
  const found = findCatch(p, scope, "error", code);
  if (found === undefined) throw new IncidentRaised("UNHANDLED_ERROR_EVENT", uncaughtMessage(code, ""));
  catchThrown(p, found, {});
}

/** Whoever catches it may go on beside or instead of the thrower; uncaught, nothing happens. */
function throwEscalation(p: Processing, scope: Scope, { event }: ExecutableElement): void {
  const code = event?.kind === "escalation" && event.code !== null ? toText(p, event.code, scope) : "";
  const found = findCatch(p, scope, "escalation", code);
  if (found !== undefined) catchThrown(p, found, {});
  if (p.state.opened(scope.key) !== undefined) complete(p, scope);
}

/** All handlers begin at once, in the scope of the thrower, which waits for them. */
function throwCompensation(p: Processing, scope: Scope, activityRef: string | null): void {
  const events = startCompensation(p, scope, activityRef);
  const { parent } = scope;
  if (parent === null || events.length === 0) complete(p, scope);
  else for (const event of events) enter(p, event, parent, { compensates: scope.key });
}

/** An event at the edge of an activity; one of kind compensation leads to its handler. */
export const boundaryEvent: Behaviour = {
  activate(p, scope, element, variables) {
    const { compensates } = scope.row.runtime ?? {};
    if (compensates !== undefined && element.compensationHandler !== null && scope.parent !== null)
      enter(p, element.compensationHandler, scope.parent, { compensates });
    complete(p, scope, variables);
  },
};

function throwSignal(p: Processing, scope: Scope, { event }: ExecutableElement): void {
  const name = event?.kind === "signal" ? toText(p, event.name, scope) : "";
  p.later({ step: "broadcast", name, tenantId: scope.row.tenantId, variables: localVariables(scope) });
  complete(p, scope);
}

/** Everything else in the scope ends; the scope itself completes. */
function terminateScope(p: Processing, scope: Scope, around: Scope): void {
  p.emit({ t: "element.ended", key: scope.key, state: "COMPLETED" });
  finishScope(p, around);
}
