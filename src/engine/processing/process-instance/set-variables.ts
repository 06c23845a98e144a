import type { SetVariablesCommand } from "../../protocol/commands.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { findUserTask } from "../user-task/find-user-task.js";
import { commandTransition, listenersFor } from "../user-task/task-transition.js";
import { mergeUpward, setAllLocal } from "../variables.js";

/** Sets variables at a scope, or upward from it by the merge rule. At a user task that is an update of the task. */
export const setVariables: CommandProcessor<SetVariablesCommand> = (
  { elementInstanceKey, variables, local = false },
  p,
) => {
  const scope = p.state.findScope(elementInstanceKey);
  if (scope === undefined) {
    return reject(
      "NOT_FOUND",
      `Expected to update variables for element with key '${elementInstanceKey}', but no such element was found`,
    );
  }
  if (scope.userTask !== null && listenersFor(p, scope, "updating").length > 0) {
    findUserTask(p, scope.userTask.userTaskKey, "update");
    commandTransition(p, scope, {
      event: "updating",
      changes: {},
      changed: ["variables"],
      action: "",
      variables,
      isLocal: local,
    });
  } else if (local) setAllLocal(p, scope, variables);
  else mergeUpward(p, scope, variables);
  return null;
};
