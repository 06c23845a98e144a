import { equal, inInterval, order } from "./compare.js";
import type { Environment } from "./environment.js";
import { bind } from "./environment.js";
import type { Compile, Program } from "./program.js";
import { INPUT_NAME, partAt, partsOf } from "./program.js";
import type { SyntaxNode } from "./syntax-tree.js";
import type { FeelValue } from "./value.js";
import { FeelInterval, isInterval, isList } from "./value.js";

/** A test of an input value: null when it cannot be decided, which does not match. */
export type UnaryTest = (input: FeelValue, environment: Environment) => boolean | null;

/** Kinds of expressions whose boolean result is itself the answer, not a value to be compared with the input. */
const CLAIMS: ReadonlySet<string> = new Set([
  "Comparison",
  "Conjunction",
  "Disjunction",
  "QuantifiedExpression",
  "InstanceOfExpression",
  "FunctionInvocation",
  "IfExpression",
]);

/** Compiles what stands after `in`, or in a cell of a decision table. */
export function compileTests(node: SyntaxNode, compile: Compile): UnaryTest {
  switch (node.type) {
    case "UnaryTests":
      return compileCell(node, compile);
    case "PositiveUnaryTests":
      return anyOf(partsOf(node).map((part) => compileTests(part, compile)));
    case "PositiveUnaryTest":
    case "ParenthesizedExpression":
      return compileTests(partAt(node, 0), compile);
    case "SimplePositiveUnaryTest":
      return compileSimpleTest(node, compile);
    case "Wildcard":
      return () => true;
    default:
      return compileExpressionTest(node, compile);
  }
}

/** Compiles `> 3` or `[1..3]` where a value is wanted: a range. */
export function compileStandaloneTest(node: SyntaxNode, compile: Compile): Program {
  const interval = node.type === "Interval" ? node : partAt(node, 0);
  if (interval.type === "Interval") return compileInterval(interval, compile);
  const end = compile(partAt(node, 1));
  return (environment) => openRange(interval.text, end(environment));
}

function compileCell(node: SyntaxNode, compile: Compile): UnaryTest {
  const parts = partsOf(node);
  if (parts[0]?.type !== "not") return compileTests(partAt(node, 0), compile);
  const inner = compileTests(partAt(node, 1), compile);
  return (input, environment) => {
    const result = inner(input, environment);
    return result === null ? null : !result;
  };
}

function anyOf(tests: readonly UnaryTest[]): UnaryTest {
  return (input, environment) => {
    let undecided = false;
    for (const test of tests) {
      const result = test(input, environment);
      if (result === true) return true;
      undecided ||= result === null;
    }
    return undecided ? null : false;
  };
}

function compileSimpleTest(node: SyntaxNode, compile: Compile): UnaryTest {
  const first = partAt(node, 0);
  if (first.type === "Interval") {
    const interval = compileInterval(first, compile);
    return (input, environment) => {
      const range = interval(environment);
      return isInterval(range) ? inInterval(input, range) : null;
    };
  }
  const end = compile(partAt(node, 1));
  const holds = orderTest(first.text);
  return (input, environment) => {
    const limit = end(environment);
    if (first.text === "=" || first.text === "!=") {
      const same = equal(input, limit);
      return same === null ? null : same === (first.text === "=");
    }
    const difference = order(input, limit);
    return difference === null ? null : holds(difference);
  };
}

function orderTest(sign: string): (difference: number) => boolean {
  switch (sign) {
    case "<":
      return (difference) => difference < 0;
    case "<=":
      return (difference) => difference <= 0;
    case ">":
      return (difference) => difference > 0;
    default:
      return (difference) => difference >= 0;
  }
}

function compileExpressionTest(node: SyntaxNode, compile: Compile): UnaryTest {
  const program = compile(node);
  const isClaim = CLAIMS.has(node.type);
  const asksInput = node.text.includes(INPUT_NAME);
  return (input, environment) => {
    const value = program(bind(environment, INPUT_NAME, input));
    if (value === null && isClaim) return null;
    if (typeof value === "boolean" && isClaim && (asksInput || typeof input !== "boolean")) return value;
    if (isInterval(value)) return inInterval(input, value);
    if (isList(value))
      return isList(input) && equal(input, value) === true ? true : value.some((item) => equal(input, item) === true);
    return equal(input, value);
  };
}

function compileInterval(node: SyntaxNode, compile: Compile): Program {
  const start = compile(partAt(node, 0));
  const end = compile(partAt(node, 1));
  const startIncluded = node.text.trimStart().startsWith("[");
  const endIncluded = node.text.trimEnd().endsWith("]");
  return (environment) => new FeelInterval(start(environment), startIncluded, end(environment), endIncluded);
}

function openRange(sign: string, limit: FeelValue): FeelInterval {
  const isUpper = sign.startsWith("<");
  const included = sign.endsWith("=");
  return isUpper ? new FeelInterval(null, false, limit, included) : new FeelInterval(limit, included, null, false);
}
