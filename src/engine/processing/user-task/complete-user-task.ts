import type { CompleteUserTaskCommand } from "../../protocol/commands.js";
import type { CommandProcessor } from "../command-processor.js";
import { findUserTask } from "./find-user-task.js";
import { commandTransition } from "./task-transition.js";

/** Somebody has done the task: its element goes on with the variables. */
export const completeUserTask: CommandProcessor<CompleteUserTaskCommand> = (
  { userTaskKey, variables = {}, action = "complete" },
  p,
) => {
  const task = findUserTask(p, userTaskKey, "complete");
  const changed = Object.keys(variables).length > 0 ? ["variables"] : [];
  commandTransition(p, p.state.scope(task.elementInstanceKey), {
    event: "completing",
    changes: {},
    changed,
    action,
    variables,
  });
  return null;
};
