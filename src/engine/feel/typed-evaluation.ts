import type { Evaluation, EvaluationOptions, Expression, FeelScope } from "./expression.js";
import type { JsonValue } from "./json-value.js";

/** For conditions: anything but a boolean is a failure. */
export declare function evaluateBoolean(
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<boolean>;
/** For job types, names, ids: anything but a text is a failure. */
export declare function evaluateString(e: Expression, scope: FeelScope, options: EvaluationOptions): Evaluation<string>;
/** A number, or a constant text that is one (retries, priority). */
export declare function evaluateNumber(e: Expression, scope: FeelScope, options: EvaluationOptions): Evaluation<number>;
/** For input collections: anything but a list is a failure. */
export declare function evaluateList(
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<readonly JsonValue[]>;
/** For candidates and active elements: a list of texts. */
export declare function evaluateStringList(
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<readonly string[]>;
/** For correlation keys: a text, or a number written as a whole number. */
export declare function evaluateCorrelationKey(
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<string>;
/** For due and follow-up dates: epoch milliseconds, null when the value is null or empty. */
export declare function evaluateDateTime(
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<number | null>;
