import { describe, expect, it } from "@jest/globals";
import { compileDeployment, describeFaults } from "../../../../src/engine/deploy/index.js";
import type { CompiledDeployment } from "../../../../src/engine/deploy/index.js";
import { diagram, serviceTask, straight } from "./diagram.js";

const GOOD = diagram(straight(serviceTask("a"), "a"));
const DECISION = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drd" name="d" namespace="n">
  <decision id="rate" name="Rate"><literalExpression id="l"><text>1 + 1</text></literalExpression></decision></definitions>`;

function deploy(...files: readonly (readonly [name: string, content: string])[]): Promise<CompiledDeployment> {
  return compileDeployment(files.map(([name, content]) => ({ name, content: new TextEncoder().encode(content) })));
}

async function rulesOf(...files: readonly (readonly [string, string])[]): Promise<readonly string[]> {
  const result = await deploy(...files);
  return result.ok ? [] : result.faults.map(({ file, rule }) => `${file}: ${rule}`);
}

describe("deployment", () => {
  it("should compile diagrams, decisions, forms and scripts of one request", async () => {
    const result = await deploy(
      ["p.bpmn", GOOD],
      ["d.dmn", DECISION],
      ["f.form", '{"id":"form","versionTag":"v1"}'],
      ["r.rpa", '{"id":"robot"}'],
    );
    expect(result.ok && result.resources.map(({ kind }) => kind)).toEqual(["bpmn", "dmn", "form", "resource"]);
    expect(result).toMatchObject({
      resources: [
        { checksum: expect.stringMatching(/^[0-9a-f]{64}$/), xml: GOOD, processes: [{ processId: "process" }] },
        { requirements: { id: "drd" } },
        { formId: "form", versionTag: "v1" },
        { resourceId: "robot", versionTag: null },
      ],
    });
  });

  it("should list the faults of all files of a request", async () => {
    const bad = diagram(straight(`<bpmn:serviceTask id="a"/>`, "a"));
    const result = await deploy(
      ["bad.bpmn", bad],
      ["good.bpmn", diagram(straight(""), "", "other")],
      ["broken.dmn", "<definitions>"],
      ["x.form", "[1"],
    );
    expect(result.ok).toBe(false);
    const text = result.ok ? "" : describeFaults(result.faults);
    expect(text).toContain(
      "'bad.bpmn':\n- Element a: Expected exactly one 'zeebe:taskDefinition', but found 0 (task-definition)",
    );
    expect(text).toContain("'broken.dmn':");
    expect(text).toContain("'x.form':");
    expect(text).not.toContain("good.bpmn");
  });

  it("should refuse ids that occur twice in a request", async () => {
    expect(await rulesOf(["a.bpmn", GOOD], ["b.bpmn", GOOD])).toEqual(["b.bpmn: unique-in-request"]);
    expect(await rulesOf(["a.form", '{"id":"f"}'], ["b.form", '{"id":"f"}'])).toEqual(["b.form: unique-in-request"]);
  });

  it.each([
    ["text.bpmn", "this is no XML", "readable-file"],
    ["empty.bpmn", "", "readable-file"],
    ["other.bpmn", "<html/>", "readable-file"],
    ["none.bpmn", GOOD.replace('isExecutable="true"', 'isExecutable="false"'), "executable-process"],
    ["notes.txt", "hello", "file-type"],
    ["f.form", '{"title":"no id"}', "file-id"],
    ["big.bpmn", " ".repeat(5_000_000), "file-size"],
  ])("should refuse %s", async (name, content, rule) => {
    expect(await rulesOf([name, content])).toEqual([`${name}: ${rule}`]);
  });

  it("should not expand the entities of an XML bomb", async () => {
    const entities = Array.from(
      { length: 12 },
      (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
    ).join("");
    const bomb = GOOD.replace("?>", `?><!DOCTYPE b [<!ENTITY e0 "boom">${entities}]>`).replace(
      'name="A process"',
      'name="&e12;"',
    );
    const started = performance.now();
    await deploy(["bomb.bpmn", bomb]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("should refuse bytes that are no UTF-8", async () => {
    const result = await compileDeployment([{ name: "p.bpmn", content: new Uint8Array([0xff, 0xfe, 0x00]) }]);
    expect(result).toMatchObject({ ok: false, faults: [{ rule: "readable-file" }] });
  });
});
