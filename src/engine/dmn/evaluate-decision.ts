import type { EvaluationOptions, FeelScope } from "../feel/index.js";
import type { DecisionRequirements } from "./decision-model.js";
import type { DecisionOutcome } from "./decision-outcome.js";

/**
 * Evaluates a decision with everything it requires.
 * @throws RangeError when the graph has no decision of that id (ask `decisions.has` first).
 */
export declare function evaluateDecision(
  requirements: DecisionRequirements,
  decisionId: string,
  variables: FeelScope,
  options: EvaluationOptions,
): DecisionOutcome;
