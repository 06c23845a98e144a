import type { DeleteDecisionInstanceCommand } from "../../protocol/history-commands.js";
import { type CommandProcessor, reject } from "../command-processor.js";

/** Removes an evaluation: the decision that was asked for and all that it required. */
export const deleteDecisionInstance: CommandProcessor<DeleteDecisionInstanceCommand> = (
  { decisionEvaluationKey },
  p,
) => {
  const { rows } = p.state.history("decision_instance", decisionEvaluationKey);
  if (rows["decision_instance"] === undefined)
    return reject(
      "NOT_FOUND",
      `Expected to delete decision instance with key '${decisionEvaluationKey}', but no such decision instance was found`,
    );
  p.emit({ t: "history.deleted", rows });
  return null;
};
