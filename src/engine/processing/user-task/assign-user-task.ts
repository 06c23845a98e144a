import type { AssignUserTaskCommand, UnassignUserTaskCommand } from "../../protocol/commands.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { findUserTask } from "./find-user-task.js";
import { commandTransition } from "./task-transition.js";

/** Gives a task to somebody; as a claim (`allowOverride: false`) only when nobody else has it. */
export const assignUserTask: CommandProcessor<AssignUserTaskCommand> = (
  { userTaskKey, assignee, allowOverride = true, action },
  p,
) => {
  const verb = allowOverride ? "assign" : "claim";
  const task = findUserTask(p, userTaskKey, verb);
  if (assignee === "")
    reject(
      allowOverride ? "INVALID_ARGUMENT" : "INVALID_STATE",
      `Expected to ${verb} user task with key '${userTaskKey}', but provided assignee is empty`,
    );
  if (!allowOverride && task.assignee !== null && task.assignee !== assignee) {
    reject("INVALID_STATE", `Expected to claim user task with key '${userTaskKey}', but it has already been assigned`);
  }
  commandTransition(p, p.state.scope(task.elementInstanceKey), {
    event: "assigning",
    changes: { assignee },
    changed: ["assignee"],
    action: action ?? "assign",
  });
  return null;
};

/** Takes a task from its assignee, if it has one. */
export const unassignUserTask: CommandProcessor<UnassignUserTaskCommand> = ({ userTaskKey }, p) => {
  const task = findUserTask(p, userTaskKey, "unassign");
  commandTransition(p, p.state.scope(task.elementInstanceKey), {
    event: "assigning",
    changes: { assignee: null },
    changed: ["assignee"],
    action: "unassign",
  });
  return null;
};
