import type { Evaluation, EvaluationOptions, Expression, FeelScope, ParseOutcome } from "./expression.js";

/** Parses an attribute: FEEL after a leading `=`, else a constant text. */
export declare function parseExpression(text: string): ParseOutcome<Expression>;

/** Evaluates to JSON. A constant gives its text. Missing variables are null with a warning; only assert, limits and bugs of the text are failures. */
export declare function evaluate(expression: Expression, scope: FeelScope, options: EvaluationOptions): Evaluation;
