import { nameOf } from "./compile-literal.js";
import type { Environment } from "./environment.js";
import { bind } from "./environment.js";
import { toPlainNumber } from "./number.js";
import type { Compile, Program } from "./program.js";
import { partAt, partsOf } from "./program.js";
import type { Run } from "./run.js";
import type { SyntaxNode } from "./syntax-tree.js";
import type { FeelValue } from "./value.js";
import { isInterval, isList, isNumber } from "./value.js";

interface Iteration {
  readonly name: string;
  readonly items: (environment: Environment) => Iterable<FeelValue> | null;
}

/** Compiles `if a then b else c`: anything but true takes the second branch. */
export function compileIf(node: SyntaxNode, compile: Compile): Program {
  const condition = compile(partAt(node, 1));
  const yes = compile(partAt(node, 3));
  const no = compile(partAt(node, 5));
  return (environment) => (condition(environment) === true ? yes(environment) : no(environment));
}

/** Compiles `for x in list, y in 1..3 return ...`; `partial` is the result so far. */
export function compileFor(node: SyntaxNode, compile: Compile): Program {
  const iterations = iterationsOf(partAt(node, 1), compile);
  const body = compile(partAt(node, 3));
  return (environment) => {
    const results: FeelValue[] = [];
    const complete = walk(iterations, bind(environment, "partial", results), (inner) => {
      results.push(body(inner));
      return true;
    });
    return complete === null ? null : results;
  };
}

/** Compiles `some ... satisfies ...` and `every ... satisfies ...`. */
export function compileQuantified(node: SyntaxNode, compile: Compile): Program {
  const isSome = partAt(node, 0).type === "some";
  const iterations = iterationsOf(partAt(node, 1), compile);
  const condition = compile(partAt(node, 3));
  return (environment) => {
    let undecided = false;
    const complete = walk(iterations, environment, (inner) => {
      const result = condition(inner);
      undecided ||= typeof result !== "boolean";
      return result !== isSome;
    });
    if (complete === null) return null;
    if (!complete) return isSome;
    return undecided ? null : !isSome;
  };
}

/** Visits every combination; false when the visitor stopped it, null when one of the lists is none. */
function walk(
  iterations: readonly Iteration[],
  environment: Environment,
  visit: (inner: Environment) => boolean,
): boolean | null {
  const [first, ...rest] = iterations;
  if (first === undefined) return visit(environment);
  const items = first.items(environment);
  if (items === null)
    return environment.run.warn(
      "INVALID_TYPE",
      `Expected a list or range for '${first.name}', but found another value`,
    );
  for (const item of items) {
    environment.run.spend(1);
    const result = walk(rest, bind(environment, first.name, item), visit);
    if (result !== true) return result;
  }
  return true;
}

function iterationsOf(node: SyntaxNode, compile: Compile): readonly Iteration[] {
  return partsOf(node).map((part) => ({
    name: nameOf(partAt(part, 0)),
    items: compileItems(partAt(part, 2), compile),
  }));
}

function compileItems(node: SyntaxNode, compile: Compile): Iteration["items"] {
  const parts = partsOf(node);
  const start = compile(partAt(node, 0));
  if (parts.length > 1) {
    const end = compile(partAt(node, 1));
    return (environment) => countingRange(start(environment), end(environment), environment.run);
  }
  return (environment) => {
    const value = start(environment);
    if (isList(value)) return value;
    return isInterval(value) ? countingRange(value.start, value.end, environment.run) : null;
  };
}

/** Whole steps from start to end, upwards or downwards; both ends included. */
function countingRange(start: FeelValue, end: FeelValue, run: Run): Iterable<FeelValue> | null {
  if (!isNumber(start) || !isNumber(end)) return null;
  const from = toPlainNumber(start);
  const to = toPlainNumber(end);
  // Paid for at once, so that a range that is too long fails before it is walked.
  run.spend(Math.floor(Math.abs(to - from)));
  return count(from, to);
}

function* count(from: number, to: number): Iterable<FeelValue> {
  const step = to >= from ? 1 : -1;
  for (let value = from; step > 0 ? value <= to : value >= to; value += step) yield value;
}
