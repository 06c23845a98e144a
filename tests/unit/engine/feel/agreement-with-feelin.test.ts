import { describe, expect, it } from "@jest/globals";
import { evaluate as evaluateWithFeelin } from "feelin";
import { evaluate, parseExpression } from "../../../../src/engine/feel/index.js";
import type { JsonValue } from "../../../../src/engine/feel/index.js";

const CONTEXT = {
  a: 10,
  b: 2.5,
  s: "y",
  t: true,
  l: [1, 2, 3],
  o: { n: 1, p: { q: "x" } },
  people: [{ n: 1 }, { n: 2 }],
};

/** Expressions where the standard leaves no choice: both implementations have to say the same. */
const EXPRESSIONS = [
  "a",
  "o.p.q",
  "a > 10",
  "a >= 10",
  'a = 10 and s = "y"',
  'a < 3 or s = "y"',
  "not(t)",
  "a + b * 2 - 1",
  "(a + 2) / 4",
  "a ** 2",
  "-a",
  "if a > 5 then s else l",
  "[a, b, s]",
  '{x: a, "y z": s}',
  "l[2]",
  "l[-1]",
  "l[item >= 2]",
  "people[n > 1]",
  "people.n",
  "a in [1..10]",
  "a in (1..10)",
  "a between 1 and 10",
  's in ("x", "y")',
  "for i in l return i * 2",
  "for i in 1..3 return i",
  "some i in l satisfies i > 2",
  "every i in l satisfies i > 0",
  "function(x) x + 1",
  "count(l)",
  "sum(l)",
  "max(1, 5, 3)",
  "min(l)",
  "mean([1, 2, 3, 4])",
  "floor(b)",
  "ceiling(b)",
  "abs(-3)",
  "modulo(10, 3)",
  'substring("foobar", 3, 2)',
  "string length(s)",
  'upper case("abc")',
  'contains("foobar", "ob")',
  'starts with("foobar", "fo")',
  'split("a,b", ",")',
  "list contains(l, 2)",
  "append(l, 4)",
  "concatenate(l, [4])",
  "reverse(l)",
  "index of(l, 3)",
  "sublist(l, 2)",
  "remove(l, 1)",
  "distinct values([1, 1, 2])",
  "flatten([1, [2, [3]]])",
  "union([1], [1, 2])",
  "all([true, false])",
  "any([true, false])",
  'get value(o, "n")',
  'date("2024-02-29")',
  'date("2024-02-29").month',
  'date("2024-01-01") < date("2024-01-02")',
  'duration("P1Y2M")',
  "a instance of number",
];

function ours(source: string): JsonValue | undefined {
  const parsed = parseExpression(`=${source}`);
  if (!parsed.ok) return undefined;
  const values: Readonly<Record<string, JsonValue>> = CONTEXT;
  const evaluated = evaluate(parsed.value, { get: (name) => values[name] }, { nowMs: 0 });
  return evaluated.ok ? evaluated.value : undefined;
}

function theirs(source: string): unknown {
  const { value } = evaluateWithFeelin(source, CONTEXT);
  // Functions have no JSON; both sides say null for them.
  return typeof value === "object" && value !== null && "fn" in value
    ? null
    : JSON.parse(JSON.stringify(value ?? null));
}

describe("agreement with feelin", () => {
  it.each(EXPRESSIONS)("should give the result that feelin gives for %s", (source) => {
    expect(ours(source)).toEqual(theirs(source));
  });
});
