import type { UpdateUserTaskCommand } from "../../protocol/commands.js";
import type { CommandProcessor } from "../command-processor.js";
import { changesOf } from "./changeset.js";
import { findUserTask } from "./find-user-task.js";
import { commandTransition } from "./task-transition.js";

/** Changes attributes of a task; absent or null is left alone, `""` and `[]` reset. */
export const updateUserTask: CommandProcessor<UpdateUserTaskCommand> = (
  { userTaskKey, changeset = {}, action = "update" },
  p,
) => {
  const task = findUserTask(p, userTaskKey, "update");
  const changes = changesOf(changeset);
  commandTransition(p, p.state.scope(task.elementInstanceKey), {
    event: "updating",
    changes,
    changed: Object.keys(changes),
    action,
  });
  return null;
};
