import { evaluateDecision, parseDmn } from "../../../../src/engine/dmn/index.js";
import type { DecisionOutcome, DecisionRequirements } from "../../../../src/engine/dmn/index.js";
import type { JsonObject } from "../../../../src/engine/feel/index.js";

/** A DMN file around decisions. */
export function definitions(content: string): string {
  return `<?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drd" name="Graph" namespace="n">${content}</definitions>`;
}

/** A decision table over the variables named in `inputs`; rows are input cells, then output cells. */
export function table(
  id: string,
  policy: string,
  inputs: readonly string[],
  outputs: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const columns = inputs.map(
    (text, index) =>
      `<input id="${id}_i${index}" label="${text}"><inputExpression id="${id}_ie${index}"><text>${text}</text></inputExpression></input>`,
  );
  const results = outputs.map((name, index) => {
    const [plain = "", values] = name.split("|");
    return `<output id="${id}_o${index}" name="${plain}">${values === undefined ? "" : `<outputValues id="${id}_v${index}"><text>${values}</text></outputValues>`}</output>`;
  });
  const rules = rows.map((cells, row) => {
    const entries = cells.map((text, cell) => {
      const kind = cell < inputs.length ? "inputEntry" : "outputEntry";
      return `<${kind} id="${id}_c${row}_${cell}"><text>${text.replace(/</g, "&lt;").replace(/>/g, "&gt;")}</text></${kind}>`;
    });
    return `<rule id="${id}_r${row + 1}">${entries.join("")}</rule>`;
  });
  return `<decision id="${id}" name="${id}"><variable id="${id}_var" name="${id}"/><decisionTable id="${id}_t" ${policy}>${columns.join("")}${results.join("")}${rules.join("")}</decisionTable></decision>`;
}

/** A decision that is one expression. */
export function literal(
  id: string,
  text: string,
  requires: readonly string[] = [],
  knows: readonly string[] = [],
): string {
  const arrows = [
    ...requires.map(
      (other) =>
        `<informationRequirement id="${id}_${other}"><requiredDecision href="#${other}"/></informationRequirement>`,
    ),
    ...knows.map(
      (other) =>
        `<knowledgeRequirement id="${id}_${other}"><requiredKnowledge href="#${other}"/></knowledgeRequirement>`,
    ),
  ];
  return `<decision id="${id}" name="${id}"><variable id="${id}_var" name="${id}"/>${arrows.join("")}<literalExpression id="${id}_l"><text>${text}</text></literalExpression></decision>`;
}

/** Parses a graph that has to be right. */
export async function graph(content: string): Promise<DecisionRequirements> {
  const parsed = await parseDmn(definitions(content));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

/** Evaluates with the given variables. */
export function decide(requirements: DecisionRequirements, id: string, variables: JsonObject): DecisionOutcome {
  return evaluateDecision(requirements, id, { get: (name) => variables[name] }, { nowMs: 0 });
}
