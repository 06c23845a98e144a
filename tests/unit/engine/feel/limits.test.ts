import { describe, expect, it } from "@jest/globals";
import { MAX_STEPS, MAX_TEXT_LENGTH, evaluate, parseExpression } from "../../../../src/engine/feel/index.js";

function messageOf(source: string): string {
  const parsed = parseExpression(`=${source}`);
  if (!parsed.ok) return parsed.message;
  const evaluated = evaluate(parsed.value, { get: () => undefined }, { nowMs: 0 });
  return evaluated.ok ? JSON.stringify(evaluated.value) : evaluated.message;
}

describe("limits of an evaluation", () => {
  it.each([
    "for i in 1..3000000 return i",
    "for i in 1..2000, j in 1..2000 return 1",
    "count(for i in 1..2000 return for j in 1..2000 return j)",
    "some i in 1..5000000 satisfies false",
    "distinct values(for i in 1..5000 return i)",
    "for i in 1..100000 return if i = 1 then [1] else append(partial[-1], i)",
    "{l: for i in 1..1000 return i, r: for i in 1..10000 return l = l}.r",
  ])("should cut off %s", (source) => {
    expect(messageOf(source)).toContain(`at most ${MAX_STEPS} steps`);
  });

  it("should cut off a function that calls itself for ever", () => {
    expect(messageOf("{f: function(x) f(x + 1)}.f(1)")).toMatch(/at most .* steps|too deeply/);
  });

  it("should cut off a text that doubles", () => {
    const source = 'for i in 1..40 return if i = 1 then "0123456789" else partial[-1] + partial[-1]';
    expect(messageOf(source)).toContain(`at most ${MAX_TEXT_LENGTH} characters`);
  });

  it("should cut off a regular expression that backtracks for ever", () => {
    expect(messageOf(`matches("${"a".repeat(60)}!", "^(a+)+$")`)).toContain("Expected the pattern '^(a+)+$'");
  });

  it("should cut off many searches that take long together, and searches that take a power of the length", () => {
    expect(messageOf(`matches("${"a".repeat(1900)}", ".*.*.*.*.*b")`)).toContain("Expected the pattern");
    const often = `for i in 1..100000 return matches("${"ab".repeat(400)}", "a.*b.*c")`;
    expect(messageOf(often)).toMatch(/at most .* (steps|ms)/);
  });

  it("should not build texts and spans of absurd numbers", () => {
    expect(messageOf("string(1e999999999)").length).toBeLessThan(100);
    expect(messageOf("1e999999999")).toBe("null");
    expect(messageOf('duration("P1D") * 1e300')).toBe("null");
  });

  it("should say the reason of a failed assertion", () => {
    expect(messageOf('assert(1, 1 = 2, "one is not two")')).toBe(
      "Expected the assertion to hold, but one is not two: 'assert(1, 1 = 2, \"one is not two\")'",
    );
  });
});
