export type {
  Evaluation,
  EvaluationOptions,
  EvaluationWarning,
  Expression,
  FeelExpression,
  FeelScope,
  ParseOutcome,
  StaticExpression,
} from "./expression.js";
export type { JsonObject, JsonValue } from "./json-value.js";
export { evaluate, parseExpression } from "./evaluate.js";
export { MAX_STEPS, MAX_TEXT_LENGTH } from "./run.js";
export {
  evaluateBoolean,
  evaluateCorrelationKey,
  evaluateDateTime,
  evaluateList,
  evaluateNumber,
  evaluateString,
  evaluateStringList,
} from "./typed-evaluation.js";
export { evaluateTimer, nextDueAtMs } from "./timer-schedule.js";
export type { TimerSchedule } from "./timer-schedule.js";
