import type { CancelProcessInstanceCommand } from "../../protocol/commands.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { removeInstance } from "../remove-scope.js";

/** Ends a root instance with everything in it. A called instance ends with its caller only. */
export const cancelProcessInstance: CommandProcessor<CancelProcessInstanceCommand> = ({ processInstanceKey }, p) => {
  const scope = p.state.findScope(processInstanceKey);
  if (scope?.instance === null || scope === undefined) {
    return reject(
      "NOT_FOUND",
      `Expected to cancel a process instance with key '${processInstanceKey}', but no such process was found`,
    );
  }
  if (scope.parent !== null) {
    reject(
      "INVALID_STATE",
      `Expected to cancel a process instance with key '${processInstanceKey}', but it is created by a parent process instance. Cancel the root process instance '${scope.rootKey}' instead.`,
    );
  }
  removeInstance(p, scope);
  return null;
};
