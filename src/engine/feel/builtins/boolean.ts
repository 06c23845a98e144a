import { EvaluationFailure } from "../run.js";
import type { BuiltinTable } from "./builtin.js";
import { fixed, overloaded } from "./builtin.js";

/** Functions about truth and absence. */
export const booleanBuiltins: BuiltinTable = {
  not: fixed(["negand"], ([value]) => (typeof value === "boolean" ? !value : null)),
  "is defined": fixed(["value"], ([value]) => value !== null),
  "get or else": fixed(["value", "default"], ([value, fallback]) => (value === null ? fallback : value)),
  assert: overloaded(
    [
      ["value", "condition"],
      ["value", "condition", "cause"],
    ],
    ([value, condition, cause]) => {
      if (condition === true) return value;
      throw new EvaluationFailure(
        `Expected the assertion to hold, but ${typeof cause === "string" ? cause : "its condition is not true"}`,
      );
    },
  ),
  fromAi: overloaded(
    [
      ["value"],
      ["value", "description"],
      ["value", "description", "type"],
      ["value", "description", "type", "schema"],
      ["value", "description", "type", "schema", "options"],
    ],
    ([value]) => value,
  ),
};
