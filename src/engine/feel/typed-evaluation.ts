import { FeelDateTime } from "feelin";
import { toJson } from "./border.js";
import { evaluateToFeel } from "./evaluate.js";
import type { Evaluation, EvaluationOptions, EvaluationWarning, Expression, FeelScope } from "./expression.js";
import type { JsonValue } from "./json-value.js";
import { exact, toPlainNumber } from "./number.js";
import { dateTimeOf, epochMsOf } from "./temporal.js";
import type { FeelValue } from "./value.js";
import { isList, isNumber, kindOf } from "./value.js";

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** For conditions: anything but a boolean is a failure. */
export function evaluateBoolean(e: Expression, scope: FeelScope, options: EvaluationOptions): Evaluation<boolean> {
  return evaluateAs(e, scope, options, "a boolean", (value) => (typeof value === "boolean" ? value : undefined));
}

/** For job types, names, ids: anything but a text is a failure. */
export function evaluateString(e: Expression, scope: FeelScope, options: EvaluationOptions): Evaluation<string> {
  if (e.kind === "static") return { ok: true, value: e.text, warnings: [] };
  return evaluateAs(e, scope, options, "a text", (value) => (typeof value === "string" ? value : undefined));
}

/** A number, or a constant text that is one (retries, priority). */
export function evaluateNumber(e: Expression, scope: FeelScope, options: EvaluationOptions): Evaluation<number> {
  return evaluateAs(e, scope, options, "a number", (value) => {
    if (e.kind === "static" && NUMBER.test(e.text.trim())) return Number(e.text);
    return isNumber(value) ? toPlainNumber(value) : undefined;
  });
}

/** For input collections: anything but a list is a failure. */
export function evaluateList(
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<readonly JsonValue[]> {
  return evaluateAs(e, scope, options, "a list", (value) => (isList(value) ? value.map(toJson) : undefined));
}

/** For candidates and active elements: a list of texts. */
export function evaluateStringList(
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<readonly string[]> {
  return evaluateAs(e, scope, options, "a list of texts", (value) =>
    isList(value) && value.every((item) => typeof item === "string") ? value : undefined,
  );
}

/** For correlation keys: a text, or a number written as a whole number. */
export function evaluateCorrelationKey(
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<string> {
  return evaluateAs(e, scope, options, "a text or a number", (value) => {
    if (typeof value === "string") return value;
    return isNumber(value) ? exact(value).trunc().toFixed() : undefined;
  });
}

/** For due and follow-up dates: epoch milliseconds, null when the value is null or empty. */
export function evaluateDateTime(
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<number | null> {
  return evaluateAs(e, scope, options, "a date and time, or a text that is one with a zone", (value) => {
    if (value === null || value === "") return null;
    return instantOf(value) ?? undefined;
  });
}

/** Epoch milliseconds of a date-time with zone, given as value or as text; null for everything else. A local date-time counts as UTC. */
export function instantOf(value: FeelValue): number | null {
  const dateTime = typeof value === "string" ? dateTimeOf(value) : value;
  if (!(dateTime instanceof FeelDateTime)) return null;
  if (dateTime.zone !== null) return epochMsOf(dateTime);
  return typeof value === "string" ? null : epochMsOf(new FeelDateTime(dateTime.unwrap(), "UTC"));
}

/** Evaluates and takes the result through a check; undefined from the check is a failure that names what was expected. */
export function evaluateAs<T>(
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
  expected: string,
  accept: (value: FeelValue) => T | undefined,
): Evaluation<T> {
  const result: Evaluation<FeelValue> =
    e.kind === "static" ? { ok: true, value: e.text, warnings: [] } : evaluateToFeel(e, scope, options);
  if (!result.ok) return result;
  const accepted = accept(result.value);
  if (accepted !== undefined) return { ok: true, value: accepted, warnings: result.warnings };
  return {
    ok: false,
    message: `Expected result of the expression '${e.text.trim()}' to be ${expected}, but was ${describe(result.value)}${reasons(result.warnings)}`,
  };
}

function describe(value: FeelValue): string {
  const kind = kindOf(value);
  if (kind === "null") return "null";
  const text = JSON.stringify(toJson(value));
  return `${kind} ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`;
}

function reasons(warnings: readonly EvaluationWarning[]): string {
  if (warnings.length === 0) return "";
  return `. The evaluation reported the following warnings:\n${warnings.map(({ type, message }) => `[${type}] ${message}`).join("\n")}`;
}
