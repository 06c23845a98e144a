import type { UserTaskChangeset } from "../../protocol/commands.js";
import type { TaskTransition } from "../../state/rows.js";
import { reject } from "../command-processor.js";

/** Attributes to change: absent and null are left alone, `""` and `[]` reset. @throws Rejected INVALID_ARGUMENT. */
export function changesOf(
  changeset: UserTaskChangeset & { readonly assignee?: string | null },
): TaskTransition["changes"] {
  const { assignee, dueDate, followUpDate, candidateUsers, candidateGroups, priority } = changeset;
  const changes: { -readonly [Name in keyof TaskTransition["changes"]]: TaskTransition["changes"][Name] } = {};
  if (assignee !== undefined && assignee !== null) changes.assignee = assignee === "" ? null : assignee;
  if (dueDate !== undefined && dueDate !== null) changes.dueDate = date("due date", dueDate);
  if (followUpDate !== undefined && followUpDate !== null) changes.followUpDate = date("follow-up date", followUpDate);
  if (candidateUsers !== undefined && candidateUsers !== null) changes.candidateUsers = candidateUsers;
  if (candidateGroups !== undefined && candidateGroups !== null) changes.candidateGroups = candidateGroups;
  if (priority !== undefined && priority !== null) changes.priority = checkedPriority(priority);
  return changes;
}

function date(name: string, text: string): number | null {
  if (text === "") return null;
  const time = Date.parse(text);
  if (Number.isNaN(time))
    reject("INVALID_ARGUMENT", `Expected the ${name} to be an RFC 3339 date-time, but it is '${text}'`);
  return time;
}

function checkedPriority(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > 100)
    reject("INVALID_ARGUMENT", `Expected field 'priority' to be an integer between 0 and 100, but it is '${value}'`);
  return value;
}
