import type { UpdateUserTaskCommand, UserTaskChangeset } from "../../protocol/commands.js";
import type { UserTaskPatch } from "../../protocol/events.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { findUserTask } from "./find-user-task.js";

/** Changes attributes of a task; absent or null is left alone, `""` and `[]` reset. */
export const updateUserTask: CommandProcessor<UpdateUserTaskCommand> = (
  { userTaskKey, changeset = {}, action = "update" },
  p,
) => {
  findUserTask(p, userTaskKey, "update");
  p.emit({ t: "user-task.changed", key: userTaskKey, patch: { ...patchOf(changeset), action } });
  return null;
};

function patchOf({
  dueDate,
  followUpDate,
  candidateUsers,
  candidateGroups,
  priority,
}: UserTaskChangeset): UserTaskPatch {
  const patch: UserTaskPatch = {};
  if (dueDate !== undefined && dueDate !== null) patch.dueDate = date("due date", dueDate);
  if (followUpDate !== undefined && followUpDate !== null) patch.followUpDate = date("follow-up date", followUpDate);
  if (candidateUsers !== undefined && candidateUsers !== null) patch.candidateUsers = candidateUsers;
  if (candidateGroups !== undefined && candidateGroups !== null) patch.candidateGroups = candidateGroups;
  if (priority !== undefined && priority !== null) patch.priority = checkedPriority(priority);
  return patch;
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
