import { evaluateTimer } from "../../feel/index.js";
import type { ExecutableElement, TimerEvent } from "../executable-process.js";
import type { ReportFault } from "../fault.js";
import { forEachElement } from "./process-validator.js";

/** Timers are of a kind that their place allows, and what is known at deployment can be read. */
export const validateTimers = forEachElement((element, report) => {
  if (element.event?.kind !== "timer") return;
  checkPlace(element, element.event, report);
  checkText(element, element.event, report);
});

function checkPlace(element: ExecutableElement, { timer }: TimerEvent, report: ReportFault): void {
  const isProcessStart = element.type === "START_EVENT" && element.parent?.type === "PROCESS";
  if (isProcessStart && timer === "duration") {
    report(
      element.id,
      "timer-kind",
      "Expected the timer of a start event to be a date or a cycle, but it is a duration",
    );
  }
  if (timer !== "cycle" || isProcessStart) return;
  if (element.type === "INTERMEDIATE_CATCH_EVENT") {
    report(
      element.id,
      "timer-kind",
      "Expected the timer of an intermediate event to be a duration or a date, but it is a cycle",
    );
  } else if (element.interrupting) {
    report(
      element.id,
      "timer-kind",
      "Expected the timer of an interrupting event to be a duration or a date, but it is a cycle",
    );
  }
}

/** Constants, and what a start event evaluates when it is deployed: there are no variables then. */
function checkText(
  { id, type, parent }: ExecutableElement,
  { timer, expression }: TimerEvent,
  report: ReportFault,
): void {
  const isProcessStart = type === "START_EVENT" && parent?.type === "PROCESS";
  if (expression.kind !== "static" && !isProcessStart) return;
  const result = evaluateTimer(timer, expression, { get: () => undefined }, { nowMs: 0 });
  if (!result.ok) report(id, "timer-text", result.message);
}
