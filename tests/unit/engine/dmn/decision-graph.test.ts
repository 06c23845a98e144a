import { describe, expect, it } from "@jest/globals";
import { parseDmn } from "../../../../src/engine/dmn/index.js";
import { decide, definitions, graph, literal, table } from "./decisions.js";

const TWICE = `<businessKnowledgeModel id="bk" name="twice"><encapsulatedLogic id="f"><formalParameter id="p" name="n"/>
  <literalExpression id="fl"><text>n * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>`;

async function messageOf(content: string): Promise<string> {
  const parsed = await parseDmn(definitions(content));
  return parsed.ok ? "" : parsed.message;
}

describe("decision graph", () => {
  it("should evaluate what is required once and before, and tell everything about it", async () => {
    const requirements = await graph(
      literal("base", "x * 2") +
        literal("left", "base + 1", ["base"]) +
        table(
          "size",
          'hitPolicy="UNIQUE"',
          ["x"],
          ["r"],
          [
            ["> 5", '"big"'],
            ["<= 5", '"small"'],
          ],
        ) +
        TWICE +
        literal("top", "{l: twice(left), s: size, b: base}", ["left", "size", "base"], ["bk"]),
    );
    const outcome = decide(requirements, "top", { x: 4 });
    expect(outcome.output).toEqual({ l: 18, s: "small", b: 8 });
    expect(outcome.evaluatedDecisions.map(({ decisionId, kind, output }) => [decisionId, kind, output])).toEqual([
      ["base", "LITERAL_EXPRESSION", 8],
      ["left", "LITERAL_EXPRESSION", 9],
      ["size", "DECISION_TABLE", "small"],
      ["top", "LITERAL_EXPRESSION", { l: 18, s: "small", b: 8 }],
    ]);
    expect(outcome.evaluatedDecisions[2]).toMatchObject({
      inputs: [{ inputId: "size_i0", inputName: "x", inputValue: 4 }],
      matchedRules: [
        { ruleId: "size_r2", ruleIndex: 2, outputs: [{ outputId: "size_o0", outputName: "r", outputValue: "small" }] },
      ],
    });
  });

  it("should fail with the decision that failed, and stop there", async () => {
    const requirements = await graph(
      literal("boom", 'assert(x, x = 1, "x is not one")') + literal("needs", "boom + 1", ["boom"]),
    );
    const outcome = decide(requirements, "needs", { x: 2 });
    expect(outcome).toMatchObject({
      output: null,
      failure: { decisionId: "boom" },
      evaluatedDecisions: [{ decisionId: "boom", output: null }],
    });
    expect(outcome.failure?.message).toContain("x is not one");
    expect(decide(requirements, "needs", { x: 1 })).toMatchObject({ output: 2, failure: null });
  });

  it.each<[string, unknown, boolean]>([
    ["1, 2", 2, true],
    ["not(1, 2)", 3, true],
    ["not(1, 2)", null, true],
    ["[2..4)", 4, false],
    ["null", null, true],
    ["-", null, true],
    ["", "anything", true],
    ["> 3", null, false],
    ["? + 1 = 5", 4, true],
    ['starts with(?, "a")', "abc", true],
    ['starts with(?, "a")', null, false],
    ["true", false, false],
    ["false", false, true],
    ['< date("2024-01-01")', null, false],
    ["limit", 7, true],
    ["> limit", 8, true],
    ["[1, 7]", 7, true],
  ])("should test the cell '%s' against %j", async (cell, x, matches) => {
    const requirements = await graph(table("d", 'hitPolicy="FIRST"', ["x"], ["r"], [[cell, "true"]]));
    expect(decide(requirements, "d", { x: x as null, limit: 7 }).output).toBe(matches ? true : null);
  });

  it("should keep dates as dates between decisions", async () => {
    const requirements = await graph(
      literal("due", 'date("2024-01-31")') + literal("later", 'due + duration("P1M")', ["due"]),
    );
    expect(decide(requirements, "later", {}).output).toBe("2024-02-29");
  });

  it.each([
    [literal("a", "1 +"), "decision 'a': Expected a valid FEEL expression"],
    [literal("a", "b", ["b"]), "decision 'a': Expected the required decision 'b' to be in the file"],
    [literal("a", "b", ["b"]) + literal("b", "a", ["a"]), "Expected a decision not to require itself"],
    [
      table("d", 'hitPolicy="UNIQUE"', ["x"], ["r"], [["> ", "1"]]),
      "decision 'd', rule 1: Expected a valid FEEL expression",
    ],
    [table("d", 'hitPolicy="UNIQUE"', ["x"], ["r"], [["1"]]), "Expected 1 input and 1 output cells, but found 1 and 0"],
    ["", "Expected at least one decision"],
    ['<decision id="a" name="a"/>', "Expected a decision table, a literal or a boxed expression, but found none"],
  ])("should refuse a file with a fault", async (content, expected) => {
    expect(await messageOf(content)).toContain(expected);
  });

  it("should refuse what is no DMN", async () => {
    expect(await parseDmn("no xml")).toMatchObject({ ok: false });
    expect(await parseDmn("<definitions>")).toMatchObject({ ok: false });
  });
});
