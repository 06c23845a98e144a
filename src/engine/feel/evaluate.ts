import { toJson } from "./border.js";
import { UnsupportedSyntax, compile } from "./compile.js";
import { compileTests } from "./compile-unary-test.js";
import type { UnaryTest } from "./compile-unary-test.js";
import { rootEnvironment } from "./environment.js";
import type {
  Evaluation,
  EvaluationOptions,
  Expression,
  FeelExpression,
  FeelScope,
  ParseOutcome,
} from "./expression.js";
import type { Program } from "./program.js";
import { EvaluationFailure, Run } from "./run.js";
import type { SyntaxNode } from "./syntax-tree.js";
import { parseSource, parseUnarySource } from "./syntax-tree.js";
import type { FeelValue } from "./value.js";

const SYSTEM_TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Parses an attribute: FEEL after a leading `=`, else a constant text. */
export function parseExpression(text: string): ParseOutcome<Expression> {
  return text.startsWith("=") ? parseFeel(text.slice(1)) : { ok: true, value: { kind: "static", text } };
}

/** Parses a text that is FEEL without a leading `=`, as in decision tables. */
export function parseFeel(text: string): ParseOutcome<FeelExpression> {
  const compiled = compileWith(parseSource(text), compile);
  return compiled.ok ? { ok: true, value: { kind: "feel", text, program: compiled.value } } : compiled;
}

/** Parses the entry of an input cell. An empty cell matches everything. */
export function parseUnaryTests(text: string): ParseOutcome<UnaryTest> {
  if (text.trim() === "" || text.trim() === "-") return { ok: true, value: () => true };
  return compileWith(parseUnarySource(text), (node) => compileTests(node, compile));
}

/** Evaluates to JSON. A constant gives its text. Missing variables are null with a warning; only `assert` and limits fail. */
export function evaluate(expression: Expression, scope: FeelScope, options: EvaluationOptions): Evaluation {
  if (expression.kind === "static") return { ok: true, value: expression.text, warnings: [] };
  const result = evaluateToFeel(expression, scope, options);
  return result.ok ? { ok: true, value: toJson(result.value), warnings: result.warnings } : result;
}

/** Evaluates without turning the result into JSON: dates stay dates. */
export function evaluateToFeel(
  expression: FeelExpression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<FeelValue> {
  const program = expression.program as Program;
  return runSafely(expression.text, scope, options, (run) => program(rootEnvironment(run)));
}

/** Runs compiled parts with one budget; what the author caused becomes a failure, a bug of ours is thrown. */
export function runSafely<T>(
  text: string,
  scope: FeelScope,
  options: EvaluationOptions,
  work: (run: Run) => T,
): Evaluation<T> {
  const run = new Run(scope, options.nowMs, options.timeZone ?? SYSTEM_TIME_ZONE);
  try {
    return { ok: true, value: work(run), warnings: run.warnings };
  } catch (error) {
    if (error instanceof EvaluationFailure) {
      return { ok: false, message: `${error.message}: '${text.trim()}'` };
    }
    if (error instanceof RangeError && /call stack/i.test(error.message)) {
      return {
        ok: false,
        message: `Expected the functions of an expression to end, but they call themselves too deeply: '${text.trim()}'`,
      };
    }
    throw error;
  }
}

function compileWith<T>(parsed: ParseOutcome<SyntaxNode>, compileNode: (node: SyntaxNode) => T): ParseOutcome<T> {
  if (!parsed.ok) return parsed;
  try {
    return { ok: true, value: compileNode(parsed.value) };
  } catch (error) {
    if (error instanceof UnsupportedSyntax)
      return { ok: false, message: `Expected a valid FEEL expression, but ${error.message}` };
    throw error;
  }
}
