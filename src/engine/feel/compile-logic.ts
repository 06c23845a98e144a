import { compileTests } from "./compile-unary-test.js";
import { equal, order } from "./compare.js";
import type { Environment } from "./environment.js";
import type { Compile, Program } from "./program.js";
import { partAt } from "./program.js";
import type { Run } from "./run.js";
import type { SyntaxNode } from "./syntax-tree.js";
import type { FeelValue } from "./value.js";
import { costOf } from "./value.js";
import { shortText } from "./value-text.js";

/** Compiles `a and b`: false as soon as one is false, null when one is no boolean. */
export function compileConjunction(node: SyntaxNode, compile: Compile): Program {
  return logic(node, compile, false);
}

/** Compiles `a or b`: true as soon as one is true, null when one is no boolean. */
export function compileDisjunction(node: SyntaxNode, compile: Compile): Program {
  return logic(node, compile, true);
}

/** Compiles `=`, `<` and the like, `between` and `in`. */
export function compileComparison(node: SyntaxNode, compile: Compile): Program {
  const kind = partAt(node, 1).type;
  if (kind === "between") return compileBetween(node, compile);
  if (kind === "in") return compileIn(node, compile);
  const left = compile(partAt(node, 0));
  const right = compile(partAt(node, 2));
  const comparison = comparisonOf(partAt(node, 1).text);
  return (environment) => comparison(left(environment), right(environment), environment.run);
}

/** The comparison of a sign such as `<=`. */
export function comparisonOf(sign: string): (a: FeelValue, b: FeelValue, run: Run) => boolean | null {
  switch (sign) {
    case "=":
      return (a, b, run) => equalWithin(a, b, run);
    case "!=":
      return (a, b, run) => {
        const same = equalWithin(a, b, run);
        return same === null ? null : !same;
      };
    case "<":
      return ordering((difference) => difference < 0);
    case "<=":
      return ordering((difference) => difference <= 0);
    case ">":
      return ordering((difference) => difference > 0);
    default:
      return ordering((difference) => difference >= 0);
  }
}

function equalWithin(a: FeelValue, b: FeelValue, run: Run): boolean | null {
  if (typeof a === "object" && a !== null) run.spend(costOf(a));
  return equal(a, b) ?? notComparable(a, b, run);
}

function ordering(holds: (difference: number) => boolean): (a: FeelValue, b: FeelValue, run: Run) => boolean | null {
  return (a, b, run) => {
    const difference = order(a, b);
    return difference === null ? notComparable(a, b, run) : holds(difference);
  };
}

function notComparable(a: FeelValue, b: FeelValue, run: Run): null {
  return run.warn("NOT_COMPARABLE", `Can't compare '${shortText(a)}' with '${shortText(b)}'`);
}

function logic(node: SyntaxNode, compile: Compile, decisive: boolean): Program {
  const left = compile(partAt(node, 0));
  const right = compile(partAt(node, 2));
  return (environment) => {
    const first = left(environment);
    if (first === decisive) return decisive;
    const second = right(environment);
    if (second === decisive) return decisive;
    return typeof first === "boolean" && typeof second === "boolean" ? !decisive : null;
  };
}

function compileBetween(node: SyntaxNode, compile: Compile): Program {
  const value = compile(partAt(node, 0));
  const low = compile(partAt(node, 2));
  const high = compile(partAt(node, 4));
  const atLeast = comparisonOf(">=");
  const atMost = comparisonOf("<=");
  return (environment) => {
    const tested = value(environment);
    const above = atLeast(tested, low(environment), environment.run);
    const below = atMost(tested, high(environment), environment.run);
    return above === null || below === null ? null : above && below;
  };
}

function compileIn(node: SyntaxNode, compile: Compile): Program {
  const value = compile(partAt(node, 0));
  const tests = compileTests(partAt(node, 2), compile);
  return (environment: Environment) => tests(value(environment), environment);
}
