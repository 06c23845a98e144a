import type { ExecutableElement, ExecutableProcess } from "../executable-process.js";
import type { ReportFault } from "../fault.js";

/** Checks one concern of a process that was built; reports every fault it finds. */
export type ProcessValidator = (process: ExecutableProcess, report: ReportFault) => void;

/** A validator that looks at each element by itself. */
export function forEachElement(check: (element: ExecutableElement, report: ReportFault) => void): ProcessValidator {
  return (process, report) => {
    for (const element of process.elements.values()) check(element, report);
  };
}

/** The kind of an event; undefined for everything that is no event. */
export function eventKindOf(element: ExecutableElement): string | undefined {
  return element.event?.kind;
}
