import type { ExecutableElement } from "../deploy/index.js";
import { evaluateString } from "../feel/index.js";
import type { JsonObject } from "../state/rows.js";
import type { Scope } from "../state/scope.js";
import { modelOf, type Processing } from "./processing.js";
import { triggerEvent } from "./trigger.js";

/** Where a thrown error is caught. */
export interface ErrorCatch {
  readonly scope: Scope;
  readonly event: ExecutableElement;
}

/**
 * Looks from the thrower outwards: event sub-processes of a scope, then boundary events of it, then the scope around it
 * and the calling instance. A matching code goes before a catch-all. A scope that an event sub-process has interrupted
 * catches nothing.
 */
export function findErrorCatch(p: Processing, thrower: Scope, code: string): ErrorCatch | undefined {
  for (let scope: Scope | null = thrower; scope !== null; scope = scope.parent) {
    if (scope.row.runtime?.interruptedBy !== undefined) continue;
    const model = modelOf(p, scope);
    const inner =
      scope.type === "MULTI_INSTANCE_BODY"
        ? []
        : (model.scope?.eventSubProcesses ?? []).map(({ startEvent }) => startEvent);
    const ofBody = scope.parent?.type === "MULTI_INSTANCE_BODY" && scope.type !== "MULTI_INSTANCE_BODY";
    const event = match(p, inner, code) ?? (ofBody ? undefined : match(p, model.boundaryEvents, code));
    if (event !== undefined) return { scope, event };
  }
  return undefined;
}

/** The error occurs at its catch event. */
export function catchError(p: Processing, { scope, event }: ErrorCatch, variables: JsonObject): void {
  triggerEvent(p, scope, event.id, variables);
}

/** Text of the incident of an error that nobody catches. */
export function uncaughtMessage(code: string, message: string): string {
  const withMessage = message === "" ? "" : ` with message '${message}'`;
  return `Expected to throw an error event with the code '${code}'${withMessage}, but it was not caught. No error events are available in the scope.`;
}

function match(p: Processing, events: readonly ExecutableElement[], code: string): ExecutableElement | undefined {
  let catchAll: ExecutableElement | undefined;
  for (const candidate of events) {
    if (candidate.event?.kind !== "error") continue;
    if (candidate.event.code === null) {
      catchAll ??= candidate;
      continue;
    }
    const expected = evaluateString(candidate.event.code, { get: () => undefined }, { nowMs: p.now });
    if (expected.ok && expected.value === code) return candidate;
  }
  return catchAll;
}
