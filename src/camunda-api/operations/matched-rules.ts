import type { DecisionInstanceGetQueryResult } from "@camunda8/orchestration-cluster-api";
import type { JsonObject } from "../../engine/index.js";
import type { Plain } from "../contract/plain.js";

type MatchedRules = Plain<DecisionInstanceGetQueryResult>["matchedRules"];

/** The rules of an evaluated decision as the API shows them: each output names its rule once more. */
export const matchedRulesResult = (rules: readonly JsonObject[]): MatchedRules =>
  (rules as unknown as MatchedRules).map(({ ruleId, ruleIndex, evaluatedOutputs }) => ({
    ruleId,
    ruleIndex,
    evaluatedOutputs: evaluatedOutputs.map((output) => ({ ...output, ruleId, ruleIndex })),
  }));
