import type { EvaluateDecisionCommand } from "../protocol/commands.js";
import type { DecisionDefinitionRow, JsonObject } from "../state/rows.js";
import { type CommandProcessor, reject } from "./command-processor.js";
import { evaluateAndRecord, failureText } from "./decisions.js";
import type { Processing } from "./processing.js";

/** Evaluates a decision for a caller outside; kept in the history like one of a process. */
export const evaluateDecisionCommand: CommandProcessor<EvaluateDecisionCommand> = (command, p) => {
  const decision = find(command, p);
  const variables = command.variables ?? {};
  const { key, outcome, rows } = evaluateAndRecord(
    p,
    decision,
    { get: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined) },
    null,
  );
  return {
    decisionDefinitionId: decision.decisionDefinitionId,
    decisionDefinitionKey: decision.decisionDefinitionKey,
    decisionDefinitionName: decision.name,
    decisionDefinitionVersion: decision.version,
    decisionRequirementsId: decision.decisionRequirementsId,
    decisionRequirementsKey: decision.decisionRequirementsKey,
    decisionEvaluationKey: key,
    output: JSON.stringify(outcome.output),
    failedDecisionDefinitionId: outcome.failure?.decisionId ?? null,
    failureMessage: outcome.failure === null ? null : failureText(outcome),
    tenantId: decision.tenantId,
    evaluatedDecisions: rows.map((row): JsonObject => ({
      decisionDefinitionId: row.decisionDefinitionId,
      decisionDefinitionKey: row.decisionDefinitionKey,
      decisionDefinitionName: row.decisionDefinitionName,
      decisionDefinitionVersion: row.decisionDefinitionVersion,
      decisionDefinitionType: row.decisionDefinitionType,
      decisionEvaluationInstanceKey: row.decisionEvaluationInstanceKey,
      tenantId: row.tenantId,
      output: row.result,
      evaluatedInputs: row.evaluatedInputs,
      matchedRules: row.matchedRules,
    })),
  };
};

function find(
  { decisionDefinitionKey, decisionDefinitionId, tenantId = "<default>" }: EvaluateDecisionCommand,
  p: Processing,
): DecisionDefinitionRow {
  if (decisionDefinitionKey !== undefined) {
    const found = p.state.decisions.get(decisionDefinitionKey);
    return found?.state === "ACTIVE"
      ? found
      : reject(
          "NOT_FOUND",
          `Expected to evaluate decision with key '${decisionDefinitionKey}', but no decision found for given key`,
        );
  }
  return (
    p.state.decisions.latest(tenantId, decisionDefinitionId ?? "") ??
    reject(
      "NOT_FOUND",
      `Expected to evaluate decision with id '${decisionDefinitionId ?? ""}', but no decision found for given id`,
    )
  );
}
