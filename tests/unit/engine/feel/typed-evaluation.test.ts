import { describe, expect, it } from "@jest/globals";
import {
  evaluateBoolean,
  evaluateCorrelationKey,
  evaluateDateTime,
  evaluateList,
  evaluateNumber,
  evaluateString,
  evaluateStringList,
  parseExpression,
} from "../../../../src/engine/feel/index.js";
import type { Evaluation, EvaluationOptions, Expression, FeelScope } from "../../../../src/engine/feel/index.js";

type Evaluator<T> = (e: Expression, scope: FeelScope, options: EvaluationOptions) => Evaluation<T>;

function run<T>(evaluator: Evaluator<T>, text: string): T | string {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const evaluated = evaluator(parsed.value, { get: () => undefined }, { nowMs: 0 });
  return evaluated.ok ? evaluated.value : evaluated.message;
}

describe("typed evaluation", () => {
  it("should take only booleans as conditions", () => {
    expect(run(evaluateBoolean, "= 1 < 2")).toBe(true);
    expect(run(evaluateBoolean, "= missing > 2")).toBe(
      "Expected result of the expression 'missing > 2' to be a boolean, but was null. The evaluation reported the following warnings:\n" +
        "[NO_VARIABLE_FOUND] No variable found with name 'missing'\n[NOT_COMPARABLE] Can't compare 'null' with '2'",
    );
    expect(run(evaluateBoolean, "true")).toContain("to be a boolean");
  });

  it("should write correlation keys as whole numbers", () => {
    expect(run(evaluateCorrelationKey, "= 12.7")).toBe("12");
    expect(run(evaluateCorrelationKey, '= "k"')).toBe("k");
    expect(run(evaluateCorrelationKey, "= true")).toContain("to be a text or a number, but was boolean true");
  });

  it("should take constants where the model allows them", () => {
    expect(run(evaluateString, "job-type")).toBe("job-type");
    expect(run(evaluateNumber, "3")).toBe(3);
    expect(run(evaluateNumber, "three")).toContain("to be a number");
    expect(run(evaluateNumber, '= "3"')).toContain("to be a number, but was string");
  });

  it("should tell lists from other values", () => {
    expect(run(evaluateList, '= [1, date("2024-01-01")]')).toEqual([1, "2024-01-01"]);
    expect(run(evaluateList, "= null")).toContain("to be a list, but was null");
    expect(run(evaluateStringList, '= ["a", "b"]')).toEqual(["a", "b"]);
    expect(run(evaluateStringList, '= ["a", 1]')).toContain("to be a list of texts");
  });

  it("should read dates with a zone, and nothing as nothing", () => {
    expect(run(evaluateDateTime, "2030-01-02T03:04:05Z")).toBe(Date.UTC(2030, 0, 2, 3, 4, 5));
    expect(run(evaluateDateTime, '= date and time("2030-01-02T10:04+07:00")')).toBe(Date.UTC(2030, 0, 2, 3, 4));
    expect(run(evaluateDateTime, "= null")).toBeNull();
    expect(run(evaluateDateTime, '= ""')).toBeNull();
    expect(run(evaluateDateTime, "= 12")).toContain("to be a date and time");
  });
});
