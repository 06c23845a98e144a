import type { ListenerDefinition } from "../deploy/index.js";
import type { Scope } from "../state/scope.js";
import { toNumber, toText } from "./expressions.js";
import { IncidentRaised, type Processing } from "./processing.js";
import type { JsonObject } from "../state/rows.js";

/**
 * Asks the next execution listener of an element, by a job. They are asked one after another, in the order of the model.
 * False when all have answered. `variables` are kept for the behaviour that follows.
 */
export function askNextListener(
  p: Processing,
  scope: Scope,
  phase: "START" | "END",
  listeners: readonly ListenerDefinition[],
  variables?: JsonObject,
): boolean {
  // The body of a multi-instance activity has none: its instances are asked.
  if (listeners.length === 0 || scope.type === "MULTI_INSTANCE_BODY") return false;
  const progress = scope.row.runtime?.listeners;
  const position = progress?.phase === phase ? progress.next : 0;
  const listener = listeners[position];
  if (listener === undefined) return false;
  const type = toText(p, listener.type, scope);
  const retries = toNumber(p, listener.retries, scope);
  if (!Number.isInteger(retries))
    throw new IncidentRaised(
      "EXTRACT_VALUE_ERROR",
      `Expected the retries of a listener to be a whole number, but was '${retries}'.`,
    );
  p.emit({
    t: "listener.awaited",
    scope: scope.key,
    phase,
    next: position + 1,
    ...(variables === undefined ? {} : { variables }),
  });
  p.emit({
    t: "job.created",
    key: p.newKey(),
    element: scope.key,
    type,
    retries,
    headers: {},
    kind: "EXECUTION_LISTENER",
    listener: phase,
  });
  return true;
}

/** Whether the end listeners of the element have been reached: its result is taken, its mappings are done. */
export const isPastBehaviour = (scope: Scope): boolean => scope.row.runtime?.listeners?.phase === "END";
