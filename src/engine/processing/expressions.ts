import {
  type Evaluation,
  type EvaluationOptions,
  type Expression,
  type FeelScope,
  evaluate,
  evaluateBoolean,
  evaluateCorrelationKey,
  evaluateDateTime,
  evaluateList,
  evaluateNumber,
  evaluateString,
  evaluateStringList,
} from "../feel/index.js";
import type { IncidentErrorType, JsonValue } from "../state/rows.js";
import { excerpt, MAX_ID_LENGTH, MAX_TEXT_LENGTH } from "../text-bounds.js";
import { DEFAULT_TENANT, withClusterVariables } from "./cluster-variables.js";
import { IncidentRaised, type Processing } from "./processing.js";

type Evaluator<T> = (expression: Expression, scope: FeelScope, options: EvaluationOptions) => Evaluation<T>;

const orIncident =
  <T>(evaluator: Evaluator<T>, errorType: IncidentErrorType) =>
  (p: Processing, expression: Expression, scope: FeelScope): T => {
    const visible = withClusterVariables(scope, p.state.admin, DEFAULT_TENANT);
    const outcome = evaluator(expression, visible, { nowMs: p.now });
    if (!outcome.ok) throw new IncidentRaised(errorType, outcome.message);
    return outcome.value;
  };

const bounded =
  (bound: number) =>
  (text: string): string => {
    if (text.length <= bound) return text;
    throw new IncidentRaised(
      "EXTRACT_VALUE_ERROR",
      `Expected a text of at most ${bound} characters, but '${excerpt(text)}' has ${text.length}.`,
    );
  };
const asId = bounded(MAX_ID_LENGTH);
const asText = bounded(MAX_TEXT_LENGTH);

const evaluatedText = orIncident<string>(evaluateString, "EXTRACT_VALUE_ERROR");
const evaluatedTexts = orIncident<readonly string[]>(evaluateStringList, "EXTRACT_VALUE_ERROR");
const evaluatedKey = orIncident<string>(evaluateCorrelationKey, "EXTRACT_VALUE_ERROR");

/** Evaluations of the model; each raises an incident when the result is not of the type. */
export const toBoolean = orIncident<boolean>(evaluateBoolean, "EXTRACT_VALUE_ERROR");
/** An id, a type, a name, an assignee: something that is looked up. */
export const toText = (p: Processing, expression: Expression, scope: FeelScope): string =>
  asId(evaluatedText(p, expression, scope));
/** A text that nothing is looked up by. */
export const toLongText = (p: Processing, expression: Expression, scope: FeelScope): string =>
  asText(evaluatedText(p, expression, scope));
export const toNumber = orIncident<number>(evaluateNumber, "EXTRACT_VALUE_ERROR");
export const toList = orIncident<readonly JsonValue[]>(evaluateList, "EXTRACT_VALUE_ERROR");
export const toTexts = (p: Processing, expression: Expression, scope: FeelScope): readonly string[] =>
  evaluatedTexts(p, expression, scope).map(asId);
export const toTime = orIncident<number | null>(evaluateDateTime, "EXTRACT_VALUE_ERROR");
export const toCorrelationKey = (p: Processing, expression: Expression, scope: FeelScope): string =>
  asId(evaluatedKey(p, expression, scope));
export const toValue = orIncident<JsonValue>(evaluate, "EXTRACT_VALUE_ERROR");
export const toMapped = orIncident<JsonValue>(evaluate, "IO_MAPPING_ERROR");

/** Sees `extra` before the variables of the scope. */
export const withValues = (scope: FeelScope, extra: ReadonlyMap<string, JsonValue>): FeelScope => ({
  get: (name) => (extra.has(name) ? extra.get(name) : scope.get(name)),
});
