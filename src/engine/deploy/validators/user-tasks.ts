import type { Expression } from "../../feel/index.js";
import { evaluateDateTime, evaluateNumber } from "../../feel/index.js";
import type { ReportFault } from "../fault.js";
import { forEachElement } from "./process-validator.js";

const MAX_PRIORITY = 100;
const NOTHING = { get: () => undefined };
const OPTIONS = { nowMs: 0 };

/** Constants of user tasks can be read: priority and dates. */
export const validateUserTasks = forEachElement(({ id, userTask }, report) => {
  if (userTask === null) return;
  checkPriority(`${id} > extensionElements > priorityDefinition`, userTask.priority, report);
  const place = `${id} > extensionElements > taskSchedule`;
  checkDate(place, userTask.dueDate, report);
  checkDate(place, userTask.followUpDate, report);
});

function checkPriority(place: string, priority: Expression | null, report: ReportFault): void {
  if (priority?.kind !== "static") return;
  const result = evaluateNumber(priority, NOTHING, OPTIONS);
  if (!result.ok || !Number.isInteger(result.value) || result.value < 0 || result.value > MAX_PRIORITY) {
    report(
      place,
      "priority-range",
      `Expected the priority to be a whole number between 0 and ${MAX_PRIORITY}, but it is '${priority.text}'`,
    );
  }
}

function checkDate(place: string, date: Expression | null, report: ReportFault): void {
  if (date?.kind === "static" && !evaluateDateTime(date, NOTHING, OPTIONS).ok) {
    report(
      place,
      "date-text",
      `Expected a date and time with a zone such as 2026-03-02T15:35+07:00, but it is '${date.text}'`,
    );
  }
}
