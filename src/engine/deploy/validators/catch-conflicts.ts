import type { ExecutableElement, EventDefinition } from "../executable-process.js";
import type { ReportFault } from "../fault.js";
import { forEachElement } from "./process-validator.js";

/** Of several events that wait at one place, no two wait for the same. */
export const validateCatchConflicts = forEachElement((element, report) => {
  checkGroup(element, element.boundaryEvents, report);
  if (element.scope === null) return;
  checkGroup(
    element,
    element.scope.eventSubProcesses.map(({ startEvent }) => startEvent),
    report,
  );
  if (element.type === "PROCESS") checkGroup(element, element.scope.startEvents, report);
});

function checkGroup(place: ExecutableElement, catches: readonly ExecutableElement[], report: ReportFault): void {
  const seen = new Set<string>();
  for (const { event } of catches) {
    const key = event === null ? null : keyOf(event);
    if (key !== null && seen.has(key)) {
      report(place.id, "catch-conflict", `Expected at most one event for ${key} at the same place, but found several`);
    }
    if (key !== null) seen.add(key);
  }
}

/** What the event waits for, when that is known before it runs. */
function keyOf(event: EventDefinition): string | null {
  if (event.kind === "error" || event.kind === "escalation") {
    return event.code === null ? `every ${event.kind}` : `${event.kind} '${event.code.text}'`;
  }
  if (event.kind === "message" || event.kind === "signal") {
    return event.name.kind === "static" && event.name.text !== "" ? `${event.kind} '${event.name.text}'` : null;
  }
  return event.kind === "compensation" ? event.kind : null;
}
