import { describe, expect, it } from "@jest/globals";
import { parseDmn } from "../../../../src/engine/dmn/index.js";
import { decide, definitions, graph } from "./decisions.js";

const literal = (text: string): string => `<literalExpression><text>${text}</text></literalExpression>`;
const entry = (name: string, expression: string): string =>
  `<contextEntry><variable name="${name}"/>${expression}</contextEntry>`;
const decision = (expression: string, arrows = ""): string =>
  `<decision id="d" name="d"><variable name="d"/>${arrows}${expression}</decision>`;

const KNOWS = '<knowledgeRequirement id="k"><requiredKnowledge href="#bk"/></knowledgeRequirement>';
const SHARE = `<businessKnowledgeModel id="bk" name="share"><encapsulatedLogic id="f"><formalParameter name="part"/><formalParameter name="whole"/>
  ${literal("part / whole")}</encapsulatedLogic></businessKnowledgeModel>`;

const SIZE = `<decisionTable id="t" hitPolicy="UNIQUE"><input id="i"><inputExpression id="ie"><text>x</text></inputExpression></input><output id="o" name="size"/>
  <rule id="r1"><inputEntry id="c1"><text>&gt; 5</text></inputEntry><outputEntry id="e1"><text>"big"</text></outputEntry></rule>
  <rule id="r2"><inputEntry id="c2"><text>&gt; 6</text></inputEntry><outputEntry id="e2"><text>"huge"</text></outputEntry></rule></decisionTable>`;

describe("boxed expressions", () => {
  const valueOf = async (content: string, variables = {}): Promise<unknown> =>
    decide(await graph(content), "d", variables).output;

  it("should let later entries of a context see earlier ones", async () => {
    const context = `<context>${entry("a", literal("x + 1"))}${entry("b", literal("a * 2"))}</context>`;
    expect(await valueOf(decision(context), { x: 3 })).toEqual({ a: 4, b: 8 });
  });

  it("should give the entry without a name instead of the context", async () => {
    const context = `<context>${entry("a", literal("x + 1"))}<contextEntry>${literal("a * 10")}</contextEntry></context>`;
    expect(await valueOf(decision(context), { x: 3 })).toBe(40);
  });

  it("should call a knowledge model with arguments by name", async () => {
    const binding = (name: string, text: string): string =>
      `<binding><parameter name="${name}"/>${literal(text)}</binding>`;
    const call = `<invocation>${literal("share")}${binding("whole", "x")}${binding("part", "1")}</invocation>`;
    expect(await valueOf(SHARE + decision(call, KNOWS), { x: 4 })).toBe(0.25);
  });

  it("should answer null when what is called is no function", async () => {
    expect(await valueOf(decision(`<invocation>${literal("x")}</invocation>`), { x: 4 })).toBeNull();
  });

  it("should make a list, and of a relation a list of contexts", async () => {
    expect(await valueOf(decision(`<list>${literal("1")}${literal("x")}</list>`), { x: 2 })).toEqual([1, 2]);
    const relation = `<relation><column id="c1" name="nama"/><column id="c2" name="nilai"/><row id="r1">${literal('"A"')}${literal("x")}</row><row id="r2">${literal('"B"')}${literal("x + 1")}</row></relation>`;
    expect(await valueOf(decision(relation), { x: 2 })).toEqual([
      { nama: "A", nilai: 2 },
      { nama: "B", nilai: 3 },
    ]);
  });

  it("should define a function that closes over the context", async () => {
    const define = `<functionDefinition><formalParameter name="n"/>${literal("n * factor")}</functionDefinition>`;
    const context = `<context>${entry("factor", literal("x"))}${entry("times", define)}<contextEntry>${literal("times(5)")}</contextEntry></context>`;
    expect(await valueOf(decision(context), { x: 3 })).toBe(15);
  });

  it("should evaluate a table inside a context, and fail with it", async () => {
    const requirements = await graph(decision(`<context>${entry("size", SIZE)}</context>`));
    expect(decide(requirements, "d", { x: 6 }).output).toEqual({ size: "big" });
    expect(decide(requirements, "d", { x: 7 }).failure?.message).toContain("hit policy UNIQUE");
  });

  it("should refuse a function of another kind and an empty part", async () => {
    const java = '<functionDefinition kind="Java"><formalParameter name="n"/><context/></functionDefinition>';
    const parsed = await parseDmn(definitions(decision(`<context>${entry("f", java)}</context>`)));
    expect(parsed).toMatchObject({
      ok: false,
      message: expect.stringContaining("kind FEEL, but it is Java") as unknown,
    });
    const empty = await parseDmn(definitions(decision(`<context>${entry("a", "")}</context>`)));
    expect(empty).toMatchObject({ ok: false, message: expect.stringContaining("but found none") as unknown });
  });
});
