import { BUILTINS } from "../feel/builtins/registry.js";
import { equal } from "../feel/compare.js";
import { Run } from "../feel/run.js";
import type { FeelValue } from "../feel/value.js";
import { isNumber } from "../feel/value.js";
import { valueText } from "../feel/value-text.js";
import type { Aggregation, DecisionTable } from "./decision-logic.js";

/** The part of a hit that counts here. */
interface Hit {
  readonly values: readonly FeelValue[];
}

/** The result of a table, or why there is none. */
export interface PolicyOutcome {
  readonly output: FeelValue;
  readonly failure: string | null;
}

const AGGREGATORS: Readonly<Record<Aggregation, string>> = { SUM: "sum", MIN: "min", MAX: "max", COUNT: "count" };

/** Makes one result of the rules that matched; there is at least one. */
export function applyHitPolicy(table: DecisionTable, hits: readonly Hit[]): PolicyOutcome {
  const results = hits.map((hit) => resultOf(table, hit));
  const first = results[0] ?? null;
  switch (table.hitPolicy) {
    case "FIRST":
      return result(first);
    case "UNIQUE":
      return results.length === 1 ? result(first) : failure("at most one rule to match (hit policy UNIQUE)", results);
    case "ANY":
      return results.every((other) => equal(first, other) === true)
        ? result(first)
        : failure("all matching rules to agree (hit policy ANY)", results);
    case "PRIORITY":
      return result(byPriority(table, hits).map((hit) => resultOf(table, hit))[0] ?? null);
    case "OUTPUT ORDER":
      return result(byPriority(table, hits).map((hit) => resultOf(table, hit)));
    case "RULE ORDER":
      return result(results);
    case "COLLECT":
      return table.aggregation === null ? result(results) : aggregate(table, hits, table.aggregation);
  }
}

function result(output: FeelValue): PolicyOutcome {
  return { output, failure: null };
}

function failure(expected: string, results: readonly FeelValue[]): PolicyOutcome {
  return { output: null, failure: `Expected ${expected}, but the results are ${valueText(results)}` };
}

/** One output is the value itself, several are a context. */
function resultOf({ outputs }: DecisionTable, { values }: Hit): FeelValue {
  if (outputs.length === 1) return values[0] ?? null;
  return Object.fromEntries(outputs.map(({ name }, column) => [name, values[column] ?? null]));
}

/** Sorted by the order of the allowed values, first column first; what is not allowed comes last. */
function byPriority({ outputs }: DecisionTable, hits: readonly Hit[]): readonly Hit[] {
  return hits.toSorted((a, b) => {
    for (const [column, { values }] of outputs.entries()) {
      const difference = rankOf(values, a.values[column] ?? null) - rankOf(values, b.values[column] ?? null);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function rankOf(allowed: readonly FeelValue[], value: FeelValue): number {
  const position = allowed.findIndex((candidate) => equal(candidate, value) === true);
  return position < 0 ? allowed.length : position;
}

function aggregate({ outputs }: DecisionTable, hits: readonly Hit[], aggregation: Aggregation): PolicyOutcome {
  const columns: (readonly [string, FeelValue])[] = [];
  for (const [column, { name }] of outputs.entries()) {
    const values = hits.map((hit) => hit.values[column] ?? null);
    if (aggregation !== "COUNT" && !values.every(isNumber)) return failure(`numbers for ${aggregation}`, values);
    columns.push([name, combine(aggregation, values)]);
  }
  return result(outputs.length === 1 ? (columns[0]?.[1] ?? null) : Object.fromEntries(columns));
}

function combine(aggregation: Aggregation, values: readonly FeelValue[]): FeelValue {
  const run = new Run({ get: () => undefined }, 0, "UTC");
  return BUILTINS.get(AGGREGATORS[aggregation])?.apply([values], run) ?? null;
}
