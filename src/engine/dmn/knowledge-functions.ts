import type { Environment } from "../feel/environment.js";
import { bind } from "../feel/environment.js";
import { EvaluationFailure } from "../feel/run.js";
import type { FeelValue } from "../feel/value.js";
import { FeelCallable } from "../feel/value.js";
import type { KnowledgeModel } from "./decision-logic.js";
import type { DecisionRequirements } from "./decision-model.js";
import { evaluateTable } from "./evaluate-table.js";

/** Adds the business knowledge models a decision requires as functions under their names. */
export function knowledgeFunctions(
  ids: readonly string[],
  requirements: DecisionRequirements,
  outer: Environment,
): Environment {
  return ids.reduce((environment, id) => {
    const model = requirements.knowledge.get(id);
    return model === undefined ? environment : bind(environment, model.name, functionOf(model, requirements, outer));
  }, outer);
}

function functionOf(model: KnowledgeModel, requirements: DecisionRequirements, outer: Environment): FeelCallable {
  return new FeelCallable(model.parameters, (args) => {
    outer.run.spend(1);
    const inner = knowledgeFunctions(model.requires, requirements, outer);
    return compute(
      model,
      model.parameters.reduce((environment, name, index) => bind(environment, name, args[index] ?? null), inner),
    );
  });
}

function compute({ logic, name }: KnowledgeModel, environment: Environment): FeelValue {
  if (logic.kind === "LITERAL_EXPRESSION") return logic.compute(environment);
  const { output, failure } = evaluateTable(logic.table, environment);
  if (failure !== null) throw new EvaluationFailure(`${failure} (in '${name}')`);
  return output;
}
