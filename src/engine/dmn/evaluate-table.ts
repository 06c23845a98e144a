import type { Environment } from "../feel/environment.js";
import type { FeelValue } from "../feel/value.js";
import type { DecisionTable, TableRule } from "./decision-logic.js";
import { applyHitPolicy } from "./hit-policy.js";

/** A rule that matched, with the values of its output cells in the order of the columns. */
export interface RuleHit {
  readonly rule: TableRule;
  /** From 1. */
  readonly index: number;
  readonly values: readonly FeelValue[];
}

/** What a table made of its inputs. */
export interface TableOutcome {
  readonly output: FeelValue;
  readonly inputs: readonly FeelValue[];
  readonly hits: readonly RuleHit[];
  /** Set when the hit policy does not allow what matched. */
  readonly failure: string | null;
}

/** Evaluates a table: inputs, then rule by rule, then the hit policy. */
export function evaluateTable(table: DecisionTable, environment: Environment): TableOutcome {
  const inputs = table.inputs.map(({ compute }) => compute(environment));
  const hits: RuleHit[] = [];
  for (const [position, rule] of table.rules.entries()) {
    environment.run.spend(1);
    if (!rule.conditions.every((matches, column) => matches(inputs[column] ?? null, environment) === true)) continue;
    hits.push({ rule, index: position + 1, values: rule.conclusions.map((compute) => compute(environment)) });
    if (table.hitPolicy === "FIRST") break;
  }
  if (hits.length === 0) return { output: fallbackOf(table, environment), inputs, hits, failure: null };
  return { inputs, hits, ...applyHitPolicy(table, hits) };
}

function fallbackOf({ outputs }: DecisionTable, environment: Environment): FeelValue {
  if (outputs.every(({ fallback }) => fallback === null)) return null;
  const values = outputs.map(({ name, fallback }) => [name, fallback === null ? null : fallback(environment)] as const);
  return outputs.length === 1 ? (values[0]?.[1] ?? null) : Object.fromEntries(values);
}
