import type { ModelNode } from "../deploy/xml/model-node.js";
import { filledTextOf, nodeOf, nodesOf, textOf } from "../deploy/xml/model-node.js";
import type { Environment } from "../feel/environment.js";
import { rootEnvironment } from "../feel/environment.js";
import { parseFeel, parseUnaryTests, runSafely } from "../feel/evaluate.js";
import type { Program } from "../feel/program.js";
import type { FeelValue } from "../feel/value.js";
import { EvaluationFailure } from "../feel/run.js";
import { isList } from "../feel/value.js";
import type {
  Aggregation,
  DecisionLogic,
  DecisionTable,
  HitPolicy,
  TableInput,
  TableOutput,
  TableRule,
} from "./decision-logic.js";

import { evaluateTable } from "./evaluate-table.js";
import { parseBoxed } from "./parse-boxed.js";

type Report = (place: string, message: string) => void;

const HIT_POLICIES: readonly HitPolicy[] = [
  "UNIQUE",
  "FIRST",
  "ANY",
  "PRIORITY",
  "RULE ORDER",
  "OUTPUT ORDER",
  "COLLECT",
];
const AGGREGATIONS: readonly Aggregation[] = ["SUM", "MIN", "MAX", "COUNT"];
const ALWAYS_NULL = (): FeelValue => null;

/** Compiles a decision table, or an expression, literal or boxed; anything else is a fault. */
export function parseLogic(place: string, node: ModelNode | null, report: Report): DecisionLogic {
  if (node?.$type === "dmn:DecisionTable") return { kind: "DECISION_TABLE", table: parseTable(place, node, report) };
  return { kind: "LITERAL_EXPRESSION", compute: parseExpression(place, node, report) };
}

function parseExpression(
  place: string,
  node: ModelNode | null,
  report: Report,
): (environment: Environment) => FeelValue {
  if (node?.$type === "dmn:LiteralExpression") return requiredProgram(place, node, report);
  const part = (inner: ModelNode | null) => parsePart(place, inner, report);
  const boxed = node === null ? undefined : parseBoxed(place, node, part, report);
  if (boxed !== undefined) return boxed;
  report(place, `Expected a decision table, a literal or a boxed expression, but found ${node?.$type ?? "none"}`);
  return ALWAYS_NULL;
}

/** An expression inside a boxed one, a table too. */
function parsePart(place: string, node: ModelNode | null, report: Report): (environment: Environment) => FeelValue {
  if (node?.$type !== "dmn:DecisionTable") return parseExpression(place, node, report);
  const table = parseTable(place, node, report);
  return (environment) => {
    const { output, failure } = evaluateTable(table, environment);
    if (failure !== null) throw new EvaluationFailure(failure);
    return output;
  };
}

function parseTable(place: string, node: ModelNode, report: Report): DecisionTable {
  const policy = textOf(node, "hitPolicy") ?? "UNIQUE";
  const hitPolicy = HIT_POLICIES.find((known) => known === policy);
  if (hitPolicy === undefined)
    report(place, `Expected the hit policy to be one of ${HIT_POLICIES.join(", ")}, but it is '${policy}'`);
  const wanted = textOf(node, "aggregation");
  const outputs = nodesOf(node, "output").map((output) => parseOutput(place, output, report));
  const inputs = nodesOf(node, "input").map((input) => parseInput(place, input, report));
  if (outputs.length === 0) report(place, "Expected the table to have at least one output, but it has none");
  return {
    hitPolicy: hitPolicy ?? "UNIQUE",
    aggregation: AGGREGATIONS.find((known) => known === wanted) ?? null,
    inputs,
    outputs,
    rules: nodesOf(node, "rule").map((rule, index) =>
      parseRule(place, rule, index, [inputs.length, outputs.length], report),
    ),
  };
}

function parseInput(place: string, node: ModelNode, report: Report): TableInput {
  const expression = nodeOf(node, "inputExpression");
  const text = expression === null ? null : filledTextOf(expression, "text");
  const id = node.id ?? "";
  return {
    id,
    name: textOf(node, "label") ?? text ?? id,
    compute: text === null ? ALWAYS_NULL : programOf(`${place}, input '${id}'`, text, report),
  };
}

function parseOutput(place: string, node: ModelNode, report: Report): TableOutput {
  const id = node.id ?? "";
  const where = `${place}, output '${id}'`;
  const values = nodeOf(node, "outputValues");
  const allowed = values === null ? null : filledTextOf(values, "text");
  const fallback = nodeOf(node, "defaultOutputEntry");
  const fallbackText = fallback === null ? null : filledTextOf(fallback, "text");
  return {
    id,
    name: textOf(node, "name") ?? textOf(node, "label") ?? id,
    values: allowed === null ? [] : constantList(where, allowed, report),
    fallback: fallbackText === null ? null : programOf(where, fallbackText, report),
  };
}

function parseRule(
  place: string,
  node: ModelNode,
  index: number,
  [inputs, outputs]: readonly [number, number],
  report: Report,
): TableRule {
  const id = node.id ?? "";
  const where = `${place}, rule ${index + 1}`;
  const conditions = nodesOf(node, "inputEntry");
  const conclusions = nodesOf(node, "outputEntry");
  if (conditions.length !== inputs || conclusions.length !== outputs) {
    report(
      where,
      `Expected ${inputs} input and ${outputs} output cells, but found ${conditions.length} and ${conclusions.length}`,
    );
  }
  return {
    id,
    conditions: conditions.map((cell) => testOf(where, textOf(cell, "text") ?? "", report)),
    conclusions: conclusions.map((cell) => {
      const text = filledTextOf(cell, "text");
      return text === null ? ALWAYS_NULL : programOf(where, text, report);
    }),
  };
}

function requiredProgram(place: string, node: ModelNode, report: Report): (environment: Environment) => FeelValue {
  const text = filledTextOf(node, "text");
  if (text !== null) return programOf(place, text, report);
  report(place, "Expected the literal expression to have a text, but it is empty");
  return ALWAYS_NULL;
}

function programOf(place: string, text: string, report: Report): (environment: Environment) => FeelValue {
  const parsed = parseFeel(text);
  if (parsed.ok) return parsed.value.program as Program;
  report(place, parsed.message);
  return ALWAYS_NULL;
}

function testOf(place: string, text: string, report: Report): TableRule["conditions"][number] {
  const parsed = parseUnaryTests(text);
  if (parsed.ok) return parsed.value;
  report(place, parsed.message);
  return () => null;
}

function constantList(place: string, text: string, report: Report): readonly FeelValue[] {
  const compute = programOf(place, `[${text}]`, report);
  const result = runSafely(text, { get: () => undefined }, { nowMs: 0 }, (run) => compute(rootEnvironment(run)));
  return result.ok && isList(result.value) ? result.value : [];
}
