import { toJson } from "../feel/border.js";
import type { Environment } from "../feel/environment.js";
import { bind, rootEnvironment } from "../feel/environment.js";
import { runSafely } from "../feel/evaluate.js";
import type { EvaluationOptions, FeelScope } from "../feel/index.js";
import type { FeelValue } from "../feel/value.js";
import type { DecisionTable } from "./decision-logic.js";
import type { Decision, DecisionRequirements } from "./decision-model.js";
import type { DecisionFailure, DecisionOutcome, EvaluatedDecision } from "./decision-outcome.js";
import type { TableOutcome } from "./evaluate-table.js";
import { evaluateTable } from "./evaluate-table.js";
import { knowledgeFunctions } from "./knowledge-functions.js";

/** What one evaluation of a graph gathers. */
interface Progress {
  readonly requirements: DecisionRequirements;
  readonly variables: FeelScope;
  readonly options: EvaluationOptions;
  readonly evaluated: EvaluatedDecision[];
  readonly results: Map<string, FeelValue>;
  failure: DecisionFailure | null;
}

/**
 * Evaluates a decision with everything it requires, each required one once and before it.
 * @throws RangeError when the graph has no decision of that id (ask `decisions.has` first).
 */
export function evaluateDecision(
  requirements: DecisionRequirements,
  decisionId: string,
  variables: FeelScope,
  options: EvaluationOptions,
): DecisionOutcome {
  const decision = requirements.decisions.get(decisionId);
  if (decision === undefined)
    throw new RangeError(`Expected a decision '${decisionId}' in '${requirements.id}', but there is none`);
  const progress: Progress = { requirements, variables, options, evaluated: [], results: new Map(), failure: null };
  visit(decision, progress);
  return {
    output: progress.failure === null ? toJson(progress.results.get(decisionId) ?? null) : null,
    evaluatedDecisions: progress.evaluated,
    failure: progress.failure,
  };
}

/** Whether the decision has a result afterwards. */
function visit(decision: Decision, progress: Progress): boolean {
  if (progress.results.has(decision.id)) return true;
  for (const id of decision.requires) {
    const required = progress.requirements.decisions.get(id);
    if (required !== undefined && !visit(required, progress)) return false;
  }
  return decide(decision, progress);
}

function decide(decision: Decision, progress: Progress): boolean {
  const { variables, options } = progress;
  const run = runSafely(decision.name, variables, options, (current) =>
    compute(decision, environmentOf(decision, progress, rootEnvironment(current))),
  );
  const outcome: TableOutcome = run.ok ? run.value : { output: null, inputs: [], hits: [], failure: run.message };
  progress.evaluated.push(describe(decision, outcome));
  if (outcome.failure !== null) {
    progress.failure = { decisionId: decision.id, message: outcome.failure };
    return false;
  }
  progress.results.set(decision.id, outcome.output);
  return true;
}

function compute({ logic }: Decision, environment: Environment): TableOutcome {
  if (logic.kind === "DECISION_TABLE") return evaluateTable(logic.table, environment);
  return { output: logic.compute(environment), inputs: [], hits: [], failure: null };
}

/** Results of required decisions hold before variables of the same name. */
function environmentOf(decision: Decision, { requirements, results }: Progress, root: Environment): Environment {
  let environment = knowledgeFunctions(decision.knows, requirements, root);
  for (const id of decision.requires) {
    const name = requirements.decisions.get(id)?.variable ?? id;
    environment = bind(environment, name, results.get(id) ?? null);
  }
  return environment;
}

function describe(decision: Decision, { output, inputs, hits }: TableOutcome): EvaluatedDecision {
  const table: DecisionTable | null = decision.logic.kind === "DECISION_TABLE" ? decision.logic.table : null;
  return {
    decisionId: decision.id,
    decisionName: decision.name,
    kind: decision.kind,
    output: toJson(output),
    inputs: (table?.inputs ?? [])
      .slice(0, inputs.length)
      .map(({ id, name }, column) => ({ inputId: id, inputName: name, inputValue: toJson(inputs[column] ?? null) })),
    matchedRules: hits.map(({ rule, index, values }) => ({
      ruleId: rule.id,
      ruleIndex: index,
      outputs: (table?.outputs ?? []).map(({ id, name }, column) => ({
        outputId: id,
        outputName: name,
        outputValue: toJson(values[column] ?? null),
      })),
    })),
  };
}
