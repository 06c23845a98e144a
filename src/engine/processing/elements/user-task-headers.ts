import type { CandidateList, UserTaskDefinition } from "../../deploy/index.js";
import type { Scope } from "../../state/scope.js";
import { toText, toTexts, toTime } from "../expressions.js";
import type { Processing } from "../processing.js";

const PREFIX = "io.camunda.zeebe:";

/** What a job of the old kind of user task says about its assignment, in headers. */
export function userTaskHeaders(
  p: Processing,
  scope: Scope,
  task: UserTaskDefinition,
): Readonly<Record<string, string>> {
  const values: readonly (readonly [string, string | null])[] = [
    ["assignee", task.assignee === null ? null : toText(p, task.assignee, scope)],
    ["candidateGroups", listText(p, scope, task.candidateGroups)],
    ["candidateUsers", listText(p, scope, task.candidateUsers)],
    ["dueDate", task.dueDate === null ? null : timeText(toTime(p, task.dueDate, scope))],
    ["followUpDate", task.followUpDate === null ? null : timeText(toTime(p, task.followUpDate, scope))],
    ["formKey", task.form?.kind === "formKey" ? toText(p, task.form.formKey, scope) : null],
  ];
  const given = values.filter(([, value]) => value !== null && value !== "");
  return Object.fromEntries(given.map(([name, value]) => [PREFIX + name, value ?? ""]));
}

function listText(p: Processing, scope: Scope, list: CandidateList | null): string | null {
  if (list === null) return null;
  return JSON.stringify(list.kind === "constant" ? list.values : toTexts(p, list.expression, scope));
}

function timeText(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString().replace(".000Z", "Z");
}
