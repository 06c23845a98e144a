import type { JsonValue } from "../feel/json-value.js";
import type { DecisionKind } from "./decision-model.js";

/** What came of a decision and of everything it needed. */
export interface DecisionOutcome {
  /** The value of the decision that was asked for; null when it failed. */
  readonly output: JsonValue;
  /** Required decisions first, in the order of their evaluation; on a failure the failed one is the last. */
  readonly evaluatedDecisions: readonly EvaluatedDecision[];
  /** Set when the evaluation failed: which decision of the graph, and a sentence. */
  readonly failure: DecisionFailure | null;
}

/** Why a decision has no result. */
export interface DecisionFailure {
  readonly decisionId: string;
  readonly message: string;
}

/** One decision of the graph that was looked at. */
export interface EvaluatedDecision {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly kind: DecisionKind;
  readonly output: JsonValue;
  readonly inputs: readonly EvaluatedInput[];
  readonly matchedRules: readonly MatchedRule[];
}

/** The value of an input column. */
export interface EvaluatedInput {
  readonly inputId: string;
  /** Label of the column, else its expression. */
  readonly inputName: string;
  readonly inputValue: JsonValue;
}

/** A rule whose conditions held. */
export interface MatchedRule {
  readonly ruleId: string;
  /** From 1, in the order of the table. */
  readonly ruleIndex: number;
  readonly outputs: readonly EvaluatedOutput[];
}

/** The value of an output column of a matched rule. */
export interface EvaluatedOutput {
  readonly outputId: string;
  readonly outputName: string;
  readonly outputValue: JsonValue;
}
