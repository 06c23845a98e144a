import type { JsonValue } from "./json-value.js";

/** A text of the model that is taken as it stands (no leading `=`). */
export interface StaticExpression {
  readonly kind: "static";
  readonly text: string;
}

/** A parsed FEEL expression. Parsed once, kept with the definition, evaluated as often as wished. */
export interface FeelExpression {
  readonly kind: "feel";
  /** The source without the leading `=`. */
  readonly text: string;
  /** The compiled form; only `feel/` looks inside. */
  readonly program: unknown;
}

/** An attribute of the model: a constant text or FEEL. */
export type Expression = StaticExpression | FeelExpression;

/** The variables an expression may read. */
export interface FeelScope {
  /** The value of a visible variable, or undefined when there is none of that name. Called only for names the expression uses. */
  get(name: string): JsonValue | undefined;
}

/** What an evaluation needs besides variables. */
export interface EvaluationOptions {
  /** The time that `now()` and `today()` answer, in epoch milliseconds. */
  readonly nowMs: number;
  /** The zone of `now()` and `today()`, such as Asia/Jakarta; the system's when absent. */
  readonly timeZone?: string;
}

/** Something that gave null where the author perhaps did not expect it; `type` as in Camunda, for example NO_VARIABLE_FOUND. */
export interface EvaluationWarning {
  readonly type: string;
  readonly message: string;
}

/** Outcome of an evaluation. A failure is a sentence for the incident. */
export type Evaluation<T = JsonValue> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly EvaluationWarning[] }
  | { readonly ok: false; readonly message: string };

/** Outcome of parsing. */
export type ParseOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };
