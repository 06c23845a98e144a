import type { ExecutableElement, ScopeContent } from "../executable-process.js";
import type { ReportFault } from "../fault.js";
import { eventKindOf, forEachElement } from "./process-validator.js";

const PROCESS_STARTS = ["none", "message", "timer", "signal", "conditional"];
const EVENT_SUB_PROCESS_STARTS = ["message", "timer", "error", "escalation", "signal", "conditional"];

/** A scope begins where it can begin: which and how many start events it has. */
export const validateStartEvents = forEachElement((element, report) => {
  const { scope, type } = element;
  if (scope === null) return;
  if (type === "PROCESS") checkProcess(element, scope, report);
  if (type === "SUB_PROCESS") checkOne(element, scope, ["none"], report);
  if (type === "EVENT_SUB_PROCESS") checkEventSubProcess(element, scope, report);
  if (type === "AD_HOC_SUB_PROCESS") checkAdHoc(element, scope, report);
});

function checkEventSubProcess(element: ExecutableElement, scope: ScopeContent, report: ReportFault): void {
  checkOne(element, scope, EVENT_SUB_PROCESS_STARTS, report);
  if (element.incoming.length + element.outgoing.length > 0) {
    report(
      element.id,
      "event-sub-process-flows",
      "Expected an event sub-process to have no sequence flows, but it has some",
    );
  }
}

function checkProcess(element: ExecutableElement, { startEvents }: ScopeContent, report: ReportFault): void {
  if (startEvents.length === 0)
    report(element.id, "start-event", "Expected the process to have at least one start event, but it has none");
  const plain = startEvents.filter((start) => eventKindOf(start) === "none");
  if (plain.length > 1)
    report(element.id, "one-none-start", `Expected at most one none start event, but found ${plain.length}`);
  for (const start of startEvents) checkKind(start, PROCESS_STARTS, report);
}

function checkOne(
  element: ExecutableElement,
  { startEvents }: ScopeContent,
  kinds: readonly string[],
  report: ReportFault,
): void {
  if (startEvents.length !== 1)
    report(element.id, "one-start-event", `Expected exactly one start event, but found ${startEvents.length}`);
  for (const start of startEvents) checkKind(start, kinds, report);
}

function checkKind(start: ExecutableElement, kinds: readonly string[], report: ReportFault): void {
  const kind = eventKindOf(start) ?? "";
  if (!kinds.includes(kind)) {
    report(
      start.id,
      "start-event-kind",
      `Expected a start event of one of the kinds ${kinds.join(", ")}, but it is of kind ${kind}`,
    );
  }
}

function checkAdHoc(element: ExecutableElement, scope: ScopeContent, report: ReportFault): void {
  const outer = scope.elements.find(({ type }) => type === "START_EVENT" || type === "END_EVENT");
  if (outer !== undefined) {
    report(outer.id, "ad-hoc-content", "Expected an ad-hoc sub-process without start and end events, but found one");
  }
  if (element.adHoc?.activities.length === 0) {
    report(
      element.id,
      "ad-hoc-content",
      "Expected an ad-hoc sub-process to have at least one activity, but it has none",
    );
  }
  for (const { element: inner, startEvent } of scope.eventSubProcesses) {
    if (startEvent.interrupting) {
      report(
        inner.id,
        "ad-hoc-event-sub-process",
        "Expected a non-interrupting event sub-process inside an ad-hoc sub-process, but it interrupts",
      );
    }
  }
}
