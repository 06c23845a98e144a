export type { Decision, DecisionKind, DecisionRequirements } from "./decision-model.js";
export type {
  DecisionFailure,
  DecisionOutcome,
  EvaluatedDecision,
  EvaluatedInput,
  EvaluatedOutput,
  MatchedRule,
} from "./decision-outcome.js";
export { evaluateDecision } from "./evaluate-decision.js";
export { parseDmn } from "./parse-dmn.js";
