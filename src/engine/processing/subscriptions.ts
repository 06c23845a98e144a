import type { ExecutableElement } from "../deploy/index.js";
import { evaluateTimer, type TimerSchedule } from "../feel/index.js";
import type { Scope } from "../state/scope.js";
import { toCorrelationKey, toText } from "./expressions.js";
import { IncidentRaised, isInnerInstance, modelOf, type Processing } from "./processing.js";

/** An event that is about to wait, with everything evaluated. */
type Prepared =
  | {
      readonly kind: "message";
      readonly target: ExecutableElement;
      readonly name: string;
      readonly correlationKey: string;
    }
  | { readonly kind: "conditional"; readonly target: ExecutableElement }
  | { readonly kind: "signal"; readonly target: ExecutableElement; readonly name: string }
  | { readonly kind: "timer"; readonly target: ExecutableElement; readonly schedule: TimerSchedule };

/**
 * Lets events wait at a scope: first all expressions, so that an incident leaves nothing half open.
 * A boundary event's correlation key sees the flow scope, everything else the scope itself.
 */
export function subscribe(p: Processing, scope: Scope, targets: readonly ExecutableElement[]): void {
  const prepared = targets.map((target) => prepare(p, scope, target)).filter((event) => event !== undefined);
  for (const event of prepared) open(p, scope, event);
}

/** Boundary events of an activity; of a multi-instance activity they belong to the body. */
export function subscribeBoundaryEvents(p: Processing, scope: Scope, element: ExecutableElement): void {
  if (element.boundaryEvents.length > 0 && !isInnerInstance(scope)) subscribe(p, scope, element.boundaryEvents);
}

/** Event sub-processes wait from the moment the start event of their scope is left. */
export function armEventSubProcesses(p: Processing, scope: Scope): void {
  const eventSubProcesses = modelOf(p, scope).scope?.eventSubProcesses ?? [];
  if (eventSubProcesses.length === 0) return;
  subscribe(
    p,
    scope,
    eventSubProcesses.map(({ startEvent }) => startEvent),
  );
  p.emit({ t: "scope.armed", key: scope.key });
}

function prepare(p: Processing, scope: Scope, target: ExecutableElement): Prepared | undefined {
  const { event } = target;
  if (event?.kind === "message") {
    const visible = target.type === "BOUNDARY_EVENT" && scope.parent !== null ? scope.parent : scope;
    const name = toText(p, event.name, visible);
    if (event.correlationKey === null)
      throw new Error(`Expected message event '${target.id}' to have a correlation key, but it has none`);
    return { kind: "message", target, name, correlationKey: toCorrelationKey(p, event.correlationKey, visible) };
  }
  if (event?.kind === "timer") {
    const outcome = evaluateTimer(event.timer, event.expression, scope, { nowMs: p.now });
    if (!outcome.ok) throw new IncidentRaised("EXTRACT_VALUE_ERROR", outcome.message);
    return { kind: "timer", target, schedule: outcome.value };
  }
  if (event?.kind === "conditional") return { kind: "conditional", target };
  if (event?.kind === "signal") return { kind: "signal", target, name: toText(p, event.name, scope) };
  return undefined;
}

function open(p: Processing, scope: Scope, event: Prepared): void {
  const { target } = event;
  if (event.kind === "conditional") {
    p.emit({ t: "condition.awaited", scope: scope.key, target: target.id });
    p.later({ step: "check-condition", scope: scope.key, target: target.id });
    return;
  }
  const key = p.newKey();
  if (event.kind === "timer") {
    const { dueAtMs, repetitions, cycle } = event.schedule;
    p.emit({
      t: "timer.created",
      key,
      scope: scope.key,
      target: target.id,
      dueDate: dueAtMs,
      repetitions: repetitions === null ? -1 : Math.max(0, repetitions - 1),
      cycle,
    });
    return;
  }
  if (event.kind === "signal") {
    p.emit({ t: "signal-subscription.opened", key, scope: scope.key, target: target.id, name: event.name });
    return;
  }
  const { name, correlationKey } = event;
  const group = p.state.messageGroup(scope.row.tenantId, name, correlationKey);
  p.emit({
    t: "subscription.opened",
    key,
    scope: scope.key,
    target: target.id,
    name,
    correlationKey,
    interrupting: target.interrupting,
  });
  if (group.messages.size > 0) p.later({ step: "correlate", scope: scope.key, subscription: key });
}
