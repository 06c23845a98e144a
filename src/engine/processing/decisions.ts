import type { CalledDecision } from "../deploy/index.js";
import { type DecisionOutcome, evaluateDecision } from "../dmn/index.js";
import type { FeelScope } from "../feel/index.js";
import type { DecisionDefinitionRow, DecisionInstanceRow, JsonObject, JsonValue, Key } from "../state/rows.js";
import type { Scope } from "../state/scope.js";
import { bindingProblem, resolveBinding } from "./bindings.js";
import { withClusterVariables } from "./cluster-variables.js";
import { toText } from "./expressions.js";
import { IncidentRaised, type Processing } from "./processing.js";

/** Evaluates the decision of a business rule task and keeps how it came about. */
export function evaluateCalledDecision(p: Processing, scope: Scope, called: CalledDecision): JsonValue {
  const decisionId = toText(p, called.decisionId, scope);
  const decision = resolveBinding(p, scope, p.state.decisions, decisionId, called.binding);
  if (decision === undefined)
    throw new IncidentRaised("CALLED_DECISION_ERROR", bindingProblem("decision", decisionId, called.binding));
  const { outcome } = evaluateAndRecord(p, decision, scope, scope);
  if (outcome.failure !== null) throw new IncidentRaised("DECISION_EVALUATION_ERROR", failureText(outcome));
  return outcome.output;
}

/** The sentence of a failed evaluation. */
export const failureText = (outcome: DecisionOutcome): string =>
  `Expected to evaluate decision '${outcome.failure?.decisionId ?? ""}', but ${outcome.failure?.message ?? ""}`;

/** Evaluates a decision and records every evaluated decision of its graph. */
export function evaluateAndRecord(
  p: Processing,
  decision: DecisionDefinitionRow,
  variables: FeelScope,
  caller: Scope | null,
): { readonly key: Key; readonly outcome: DecisionOutcome; readonly rows: readonly DecisionInstanceRow[] } {
  const graph = p.state.decisionGraph(decision.decisionRequirementsKey);
  const visible = withClusterVariables(variables, p.state.admin, decision.tenantId);
  const outcome = evaluateDecision(graph, decision.decisionDefinitionId, visible, { nowMs: p.now });
  const key = p.newKey();
  const rows = outcome.evaluatedDecisions.map((evaluated, index): DecisionInstanceRow => {
    const row = p.state.decisions.deployedWith(decision.deploymentKey, evaluated.decisionId) ?? decision;
    const failed = outcome.failure !== null && outcome.failure.decisionId === evaluated.decisionId;
    return {
      decisionEvaluationInstanceKey: `${key}-${index + 1}`,
      decisionEvaluationKey: key,
      state: failed ? "FAILED" : "EVALUATED",
      evaluationDate: p.now,
      evaluationFailure: failed ? (outcome.failure?.message ?? null) : null,
      decisionDefinitionId: evaluated.decisionId,
      decisionDefinitionKey: row.decisionDefinitionKey,
      decisionDefinitionName: evaluated.decisionName,
      decisionDefinitionVersion: row.version,
      decisionDefinitionType: evaluated.kind,
      decisionRequirementsId: decision.decisionRequirementsId,
      decisionRequirementsKey: decision.decisionRequirementsKey,
      rootDecisionDefinitionKey: decision.decisionDefinitionKey,
      processDefinitionKey: caller?.row.processDefinitionKey ?? null,
      processInstanceKey: caller?.row.processInstanceKey ?? null,
      rootProcessInstanceKey: caller?.rootKey ?? null,
      elementInstanceKey: caller?.key ?? null,
      tenantId: decision.tenantId,
      result: JSON.stringify(evaluated.output),
      evaluatedInputs: evaluated.inputs.map(({ inputId, inputName, inputValue }) => ({
        inputId,
        inputName,
        inputValue: JSON.stringify(inputValue),
      })),
      matchedRules: evaluated.matchedRules.map(({ ruleId, ruleIndex, outputs }): JsonObject => ({
        ruleId,
        ruleIndex,
        evaluatedOutputs: outputs.map(({ outputId, outputName, outputValue }) => ({
          outputId,
          outputName,
          outputValue: JSON.stringify(outputValue),
        })),
      })),
    };
  });
  p.emit({ t: "decision.evaluated", rows });
  return { key, outcome, rows };
}
