import type { ExecutableElement } from "../deploy/index.js";
import { evaluateString } from "../feel/index.js";
import type { JsonObject } from "../state/rows.js";
import type { Scope } from "../state/scope.js";
import { modelOf, type Processing } from "./processing.js";
import { triggerEvent } from "./trigger.js";

/** Where a thrown error or escalation is caught. */
export interface EventCatch {
  readonly scope: Scope;
  readonly event: ExecutableElement;
}

/**
 * Looks from the thrower outwards: event sub-processes of a scope, then boundary events of it, then the scope around it
 * and the calling instance. A matching code goes before a catch-all. A scope that an event sub-process has interrupted
 * catches nothing.
 */
export function findCatch(
  p: Processing,
  thrower: Scope,
  kind: "error" | "escalation",
  code: string,
): EventCatch | undefined {
  for (let scope: Scope | null = thrower; scope !== null; scope = scope.parent) {
    if (scope.row.runtime?.interruptedBy !== undefined) continue;
    const model = modelOf(p, scope);
    const inner =
      scope.type === "MULTI_INSTANCE_BODY"
        ? []
        : (model.scope?.eventSubProcesses ?? []).map(({ startEvent }) => startEvent);
    const ofBody = scope.parent?.type === "MULTI_INSTANCE_BODY" && scope.type !== "MULTI_INSTANCE_BODY";
    const event = match(p, inner, kind, code) ?? (ofBody ? undefined : match(p, model.boundaryEvents, kind, code));
    if (event !== undefined) return { scope, event };
  }
  return undefined;
}

/** The error or escalation occurs at its catch event. */
export function catchThrown(p: Processing, { scope, event }: EventCatch, variables: JsonObject): void {
  triggerEvent(p, scope, event.id, variables);
}

/** Text of the incident of an error that nobody catches. */
export function uncaughtMessage(code: string, message: string): string {
  const withMessage = message === "" ? "" : ` with message '${message}'`;
  return `Expected to throw an error event with the code '${code}'${withMessage}, but it was not caught. No error events are available in the scope.`;
}

function match(
  p: Processing,
  events: readonly ExecutableElement[],
  kind: "error" | "escalation",
  code: string,
): ExecutableElement | undefined {
  let catchAll: ExecutableElement | undefined;
  for (const candidate of events) {
    if (candidate.event?.kind !== kind) continue;
    if (candidate.event.code === null) {
      catchAll ??= candidate;
      continue;
    }
    const expected = evaluateString(candidate.event.code, { get: () => undefined }, { nowMs: p.now });
    if (expected.ok && expected.value === code) return candidate;
  }
  return catchAll;
}
