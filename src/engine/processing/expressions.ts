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
import { IncidentRaised, type Processing } from "./processing.js";

type Evaluator<T> = (expression: Expression, scope: FeelScope, options: EvaluationOptions) => Evaluation<T>;

const orIncident =
  <T>(evaluator: Evaluator<T>, errorType: IncidentErrorType) =>
  (p: Processing, expression: Expression, scope: FeelScope): T => {
    const outcome = evaluator(expression, scope, { nowMs: p.now });
    if (!outcome.ok) throw new IncidentRaised(errorType, outcome.message);
    return outcome.value;
  };

/** Evaluations of the model; each raises an incident when the result is not of the type. */
export const toBoolean = orIncident<boolean>(evaluateBoolean, "EXTRACT_VALUE_ERROR");
export const toText = orIncident<string>(evaluateString, "EXTRACT_VALUE_ERROR");
export const toNumber = orIncident<number>(evaluateNumber, "EXTRACT_VALUE_ERROR");
export const toList = orIncident<readonly JsonValue[]>(evaluateList, "EXTRACT_VALUE_ERROR");
export const toTexts = orIncident<readonly string[]>(evaluateStringList, "EXTRACT_VALUE_ERROR");
export const toTime = orIncident<number | null>(evaluateDateTime, "EXTRACT_VALUE_ERROR");
export const toCorrelationKey = orIncident<string>(evaluateCorrelationKey, "EXTRACT_VALUE_ERROR");
export const toValue = orIncident<JsonValue>(evaluate, "EXTRACT_VALUE_ERROR");
export const toMapped = orIncident<JsonValue>(evaluate, "IO_MAPPING_ERROR");

/** Sees `extra` before the variables of the scope. */
export const withValues = (scope: FeelScope, extra: ReadonlyMap<string, JsonValue>): FeelScope => ({
  get: (name) => (extra.has(name) ? extra.get(name) : scope.get(name)),
});
