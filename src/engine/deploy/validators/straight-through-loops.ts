import type { ExecutableElement, ExecutableProcess, FlowNodeType } from "../executable-process.js";
import type { ProcessValidator } from "./process-validator.js";

/** A circle of elements of which none waits for anything would never come to rest. Gateways alone may form one: their conditions end it. */
export const validateStraightThroughLoops: ProcessValidator = (process, report) => {
  const reported = new Set<ExecutableElement>();
  for (const element of process.elements.values()) {
    if (element.type.endsWith("GATEWAY") || reported.has(element) || !passesThrough(element, process)) continue;
    const circle = circleThrough(element, process);
    if (circle === null) continue;
    for (const member of circle) reported.add(member);
    const path = [...circle, element].map(({ id }) => id).join(" > ");
    report(
      process.processId,
      "straight-through-loop",
      `Expected every loop to contain an element that waits, but this one has none: ${path}`,
    );
  }
};

/** The elements on a way from the element back to itself on which nothing waits; null when there is none. */
function circleThrough(element: ExecutableElement, process: ExecutableProcess): readonly ExecutableElement[] | null {
  const cameFrom = new Map<ExecutableElement, ExecutableElement>();
  const open = [element];
  for (let current = open.shift(); current !== undefined; current = open.shift()) {
    for (const next of successorsOf(current, process)) {
      if (next === element) return wayTo(current, element, cameFrom);
      if (cameFrom.has(next) || !passesThrough(next, process)) continue;
      cameFrom.set(next, current);
      open.push(next);
    }
  }
  return null;
}

function wayTo(
  last: ExecutableElement,
  first: ExecutableElement,
  cameFrom: ReadonlyMap<ExecutableElement, ExecutableElement>,
): readonly ExecutableElement[] {
  const way = [last];
  for (let current = last; current !== first;) {
    const previous = cameFrom.get(current);
    if (previous === undefined) break;
    way.unshift(previous);
    current = previous;
  }
  return way;
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

/** Elements that never wait. */
const ALWAYS_PASSING: ReadonlySet<FlowNodeType> = new Set<FlowNodeType>([
  "TASK",
  "MANUAL_TASK",
  "EXCLUSIVE_GATEWAY",
  "PARALLEL_GATEWAY",
  "INCLUSIVE_GATEWAY",
]);

function passesThrough(element: ExecutableElement, process: ExecutableProcess): boolean {
  const { type, event, job, script, calledElement } = element;
  if (element.multiInstance !== null || element.startListeners.length + element.endListeners.length > 0) return false;
  if (ALWAYS_PASSING.has(type) || script !== null) return true;
  if (type === "START_EVENT") return event?.kind === "none";
  if (type === "INTERMEDIATE_THROW_EVENT") return job === null;
  if (type === "INTERMEDIATE_CATCH_EVENT") return event?.kind === "link";
  return calledElement?.processId.kind === "static" && calledElement.processId.text === process.processId;
}
