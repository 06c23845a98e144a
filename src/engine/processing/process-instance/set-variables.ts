import type { SetVariablesCommand } from "../../protocol/commands.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { mergeUpward, setAllLocal } from "../variables.js";

/** Sets variables at a scope, or upward from it by the merge rule. */
export const setVariables: CommandProcessor<SetVariablesCommand> = (
  { elementInstanceKey, variables, local = false },
  p,
) => {
  const scope = p.state.findScope(elementInstanceKey);
  if (scope === undefined)
    return reject(
      "NOT_FOUND",
      `Expected to update variables for element with key '${elementInstanceKey}', but no such element was found`,
    );
  if (local) setAllLocal(p, scope, variables);
  else mergeUpward(p, scope, variables);
  return null;
};
