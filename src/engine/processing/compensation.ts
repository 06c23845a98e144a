import type { ExecutableElement } from "../deploy/index.js";
import type { Compensable } from "../state/rows.js";
import type { Scope } from "../state/scope.js";
import { isInnerInstance, modelOf, type Processing } from "./processing.js";

/** The compensation boundary event of an activity, when it leads to a handler. */
export const compensationOf = (element: ExecutableElement): ExecutableElement | undefined =>
  element.boundaryEvents.find(
    ({ event, compensationHandler }) => event?.kind === "compensation" && compensationHandler !== null,
  );

/**
 * An activity is about to complete: its scope remembers that it can be compensated, and what was completed inside. A
 * multi-instance activity counts once, what was completed inside its instances each time.
 */
export function recordCompensable(p: Processing, scope: Scope, parent: Scope): void {
  const element = modelOf(p, scope);
  const inside = scope.type === "EVENT_SUB_PROCESS" ? [] : (scope.row.runtime?.compensable ?? []);
  const entersInside = scope.type !== "MULTI_INSTANCE_BODY";
  const entries: Compensable[] = inside.map(({ elementId, within }) => ({
    elementId,
    within: entersInside ? [...within, element.id] : within,
  }));
  if (!isInnerInstance(scope) && compensationOf(element) !== undefined)
    entries.push({ elementId: element.id, within: [] });
  if (entries.length > 0) p.emit({ t: "compensation.recorded", scope: parent.key, entries });
}

/** The boundary events whose handlers a compensation event calls; they are taken out of what can be compensated. */
export function startCompensation(
  p: Processing,
  thrower: Scope,
  activityRef: string | null,
): readonly ExecutableElement[] {
  const { elements } = p.state.executable(thrower.row.processDefinitionKey);
  const isMeant = ({ elementId, within }: Compensable): boolean =>
    activityRef === null || elementId === activityRef || within.includes(activityRef);
  const sources = scopesOf(thrower).map((scope) => ({ from: scope.key, all: scope.row.runtime?.compensable ?? [] }));
  const found = sources.flatMap(({ all }) => all.filter(isMeant));
  const events = found.flatMap(({ elementId }) => {
    const element = elements.get(elementId);
    const event = element === undefined ? undefined : compensationOf(element);
    return event === undefined ? [] : [event];
  });
  if (events.length === 0) return [];
  const left = sources.map(({ from, all }) => ({ from, entries: all.filter((entry) => !isMeant(entry)) }));
  p.emit({ t: "compensation.started", key: thrower.key, count: events.length, left });
  return events;
}

/** Where a compensation event looks: its scope, and from an event sub-process the scope around it too. */
function scopesOf(thrower: Scope): readonly Scope[] {
  const own = thrower.parent;
  if (own === null) return [];
  return own.type === "EVENT_SUB_PROCESS" && own.parent !== null ? [own, own.parent] : [own];
}

/** A handler has completed: the compensation event goes on when it was the last one. */
export function handlerCompleted(p: Processing, handler: Scope): void {
  const thrower = handler.row.runtime?.compensates;
  if (thrower === undefined || modelOf(p, handler).type === "BOUNDARY_EVENT") return;
  const waiting = p.state.opened(thrower);
  if (waiting === undefined) return;
  p.emit({ t: "compensation.handled", key: thrower });
  if (waiting.row.runtime?.compensating === 0) p.later({ step: "complete", key: thrower });
}
