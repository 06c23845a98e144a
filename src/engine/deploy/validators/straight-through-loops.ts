import type { ExecutableElement, ExecutableProcess } from "../executable-process.js";
import type { ReportFault } from "../fault.js";
import type { ProcessValidator } from "./process-validator.js";

/** A circle of elements of which none waits for anything would never come to rest. */
export const validateStraightThroughLoops: ProcessValidator = (process, report) => {
  const finished = new Set<ExecutableElement>();
  for (const element of process.elements.values()) visit(element, [], finished, process, report);
};

function visit(
  element: ExecutableElement,
  path: readonly ExecutableElement[],
  finished: Set<ExecutableElement>,
  process: ExecutableProcess,
  report: ReportFault,
): void {
  if (finished.has(element) || !passesThrough(element, process)) return;
  const start = path.indexOf(element);
  if (start >= 0) {
    const circle = [...path.slice(start), element].map(({ id }) => id).join(" > ");
    report(
      process.processId,
      "straight-through-loop",
      `Expected every loop to contain an element that waits, but this one has none: ${circle}`,
    );
    return;
  }
  for (const next of successorsOf(element, process)) visit(next, [...path, element], finished, process, report);
  finished.add(element);
}

function successorsOf(element: ExecutableElement, process: ExecutableProcess): readonly ExecutableElement[] {
  if (element.type === "CALL_ACTIVITY") {
    const start = process.root.scope?.noneStartEvent ?? null;
    return start === null ? [] : [start];
  }
  const byFlow = element.outgoing.map(({ target }) => target);
  if (element.type !== "INTERMEDIATE_THROW_EVENT" || element.event?.kind !== "link") return byFlow;
  const caught = element.parent?.scope?.linkCatches.get(element.event.name);
  return caught === undefined ? byFlow : [...byFlow, caught];
}

function passesThrough(element: ExecutableElement, process: ExecutableProcess): boolean {
  if (element.multiInstance !== null || element.startListeners.length + element.endListeners.length > 0) return false;
  switch (element.type) {
    case "TASK":
    case "MANUAL_TASK":
    case "EXCLUSIVE_GATEWAY":
    case "PARALLEL_GATEWAY":
    case "INCLUSIVE_GATEWAY":
      return true;
    case "SCRIPT_TASK":
      return element.script !== null;
    case "START_EVENT":
      return element.event?.kind === "none";
    case "INTERMEDIATE_THROW_EVENT":
      return element.job === null;
    case "INTERMEDIATE_CATCH_EVENT":
      return element.event?.kind === "link";
    case "CALL_ACTIVITY":
      return (
        element.calledElement?.processId.kind === "static" && element.calledElement.processId.text === process.processId
      );
    default:
      return false;
  }
}
