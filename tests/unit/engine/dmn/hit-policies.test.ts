import { describe, expect, it } from "@jest/globals";
import type { JsonValue } from "../../../../src/engine/feel/index.js";
import { decide, graph, table } from "./decisions.js";

const ROWS = [
  ["> 0", "10", '"low"'],
  ["> 5", "5", '"high"'],
  ["> 10", "20", '"low"'],
];
const ORDERED = ["amount", 'level|"high","low"'];

async function output(policy: string, x: number, outputs: readonly string[] = ["amount"]): Promise<JsonValue> {
  const rows = ROWS.map((row) => row.slice(0, 1 + outputs.length));
  const requirements = await graph(table("d", policy, ["x"], outputs, rows));
  const { output: value, failure } = decide(requirements, "d", { x });
  return failure === null ? value : failure.message;
}

describe("hit policies", () => {
  it.each<[string, number, JsonValue]>([
    ['hitPolicy="UNIQUE"', 3, 10],
    ['hitPolicy="FIRST"', 11, 10],
    ['hitPolicy="RULE ORDER"', 11, [10, 5, 20]],
    ['hitPolicy="COLLECT"', 7, [10, 5]],
    ['hitPolicy="COLLECT" aggregation="SUM"', 11, 35],
    ['hitPolicy="COLLECT" aggregation="MIN"', 11, 5],
    ['hitPolicy="COLLECT" aggregation="MAX"', 11, 20],
    ['hitPolicy="COLLECT" aggregation="COUNT"', 11, 3],
    ['hitPolicy="COLLECT" aggregation="SUM"', -1, null],
    ['hitPolicy="UNIQUE"', -1, null],
  ])("should answer %s for %d", async (policy, x, expected) => {
    expect(await output(policy, x)).toEqual(expected);
  });

  it("should refuse several hits where one is allowed", async () => {
    expect(await output('hitPolicy="UNIQUE"', 7)).toBe(
      "Expected at most one rule to match (hit policy UNIQUE), but the results are [10, 5]",
    );
    expect(await output('hitPolicy="ANY"', 7)).toBe(
      "Expected all matching rules to agree (hit policy ANY), but the results are [10, 5]",
    );
  });

  it("should refuse to add up what is no number, but count it", async () => {
    const texts = (aggregation: string): string =>
      table(
        "d",
        `hitPolicy="COLLECT" aggregation="${aggregation}"`,
        ["x"],
        ["r"],
        [
          ["> 0", '"a"'],
          ["> 5", '"b"'],
        ],
      );
    const sum = decide(await graph(texts("SUM")), "d", { x: 7 });
    expect(sum).toMatchObject({
      output: null,
      failure: { message: expect.stringContaining("Expected numbers for SUM") },
    });
    expect(decide(await graph(texts("COUNT")), "d", { x: 7 }).output).toBe(2);
  });

  it("should answer the default outputs when no rule matches", async () => {
    const plain = table("d", 'hitPolicy="FIRST"', ["x"], ["r"], [["> 5", "1"]]);
    const content = plain.replace(
      "</output>",
      '<defaultOutputEntry id="def"><text>0</text></defaultOutputEntry></output>',
    );
    expect(decide(await graph(content), "d", { x: 1 }).output).toBe(0);
  });

  it("should allow several hits that agree", async () => {
    const requirements = await graph(
      table(
        "d",
        'hitPolicy="ANY"',
        ["x"],
        ["r"],
        [
          ["> 0", '"same"'],
          ["> 5", '"same"'],
        ],
      ),
    );
    expect(decide(requirements, "d", { x: 7 }).output).toBe("same");
  });

  it("should order by the allowed values", async () => {
    const rows = [
      ["> 0", '"low"'],
      ["> 5", '"high"'],
      ["> 10", '"low"'],
    ];
    const priority = await graph(table("d", 'hitPolicy="PRIORITY"', ["x"], ['level|"high","low"'], rows));
    expect(decide(priority, "d", { x: 11 }).output).toBe("high");
    const order = await graph(table("d", 'hitPolicy="OUTPUT ORDER"', ["x"], ['level|"high","low"'], rows));
    expect(decide(order, "d", { x: 11 }).output).toEqual(["high", "low", "low"]);
  });

  it("should give a context when there are several outputs", async () => {
    expect(await output('hitPolicy="FIRST"', 3, ORDERED)).toEqual({ amount: 10, level: "low" });
  });
});
