import type { CompleteUserTaskCommand } from "../../protocol/commands.js";
import type { CommandProcessor } from "../command-processor.js";
import { findUserTask } from "./find-user-task.js";

/** Somebody has done the task: its element goes on with the variables. */
export const completeUserTask: CommandProcessor<CompleteUserTaskCommand> = (
  { userTaskKey, variables, action = "complete" },
  p,
) => {
  const task = findUserTask(p, userTaskKey, "complete");
  p.emit({ t: "user-task.completed", key: userTaskKey, action });
  p.later({ step: "complete", key: task.elementInstanceKey, variables: variables ?? {} });
  return null;
};
