import type { DraftElement, DraftScope } from "./draft.js";
import { joinOf } from "./inclusive-join.js";

/** Adds what can only be said when all elements of a scope are there: its starts, its links, its joins. */
export function completeScope(element: DraftElement): void {
  const { scope } = element;
  if (scope === null) return;
  scope.startEvents = scope.elements.filter(({ type }) => type === "START_EVENT");
  scope.noneStartEvent = noneStartOf(element, scope);
  for (const child of scope.elements) {
    addEventSubProcess(scope, child);
    if (child.type === "INTERMEDIATE_CATCH_EVENT" && child.event?.kind === "link")
      scope.linkCatches.set(child.event.name, child);
  }
  for (const child of scope.elements) {
    if (child.type === "INCLUSIVE_GATEWAY" && child.incoming.length > 1) child.join = joinOf(child, scope);
  }
  if (element.adHoc !== null) element.adHoc = { ...element.adHoc, activities: scope.elements.filter(isActivatable) };
}

function noneStartOf(element: DraftElement, scope: DraftScope): DraftElement | null {
  if (element.type === "EVENT_SUB_PROCESS") return scope.startEvents[0] ?? null;
  return scope.startEvents.find(({ event }) => event?.kind === "none") ?? null;
}

function addEventSubProcess(scope: DraftScope, child: DraftElement): void {
  if (child.type !== "EVENT_SUB_PROCESS") return;
  const startEvent = child.scope?.elements.find(({ type }) => type === "START_EVENT");
  if (startEvent !== undefined) scope.eventSubProcesses.push({ element: child, startEvent });
}

function isActivatable({ incoming, type }: DraftElement): boolean {
  return incoming.length === 0 && type !== "BOUNDARY_EVENT" && type !== "EVENT_SUB_PROCESS";
}
