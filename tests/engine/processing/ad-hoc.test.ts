import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { bpmn, EngineUnderTest, path, serviceTask } from "../../support/engine-dsl.js";

const adHoc = (attributes: string, extension: string, inner = "", marker = ""): string =>
  bpmn(
    "p",
    `<bpmn:startEvent id="s" /><bpmn:adHocSubProcess id="h" ${marker}><bpmn:extensionElements><zeebe:adHoc ${attributes} />${extension}</bpmn:extensionElements>${serviceTask("a")}${serviceTask("b")}${inner}</bpmn:adHocSubProcess><bpmn:endEvent id="e" />${path("s", "h", "e")}`,
  );
const completion = (condition: string): string =>
  `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:completionCondition>`;

describe("ad-hoc sub-process", () => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start();
  });
  afterEach(() => engine.close());

  const keyOf = async (elementId: string): Promise<string> => {
    const row = (await engine.rows("element_instance")).find((candidate) => candidate.elementId === elementId);
    if (row === undefined) throw new Error(`Expected an instance of '${elementId}', but there is none`);
    return row.elementInstanceKey;
  };

  it("should begin the activities of its list, and end with the last, over a restart", async () => {
    await engine.deploy(adHoc(`activeElementsCollection="= list" outputCollection="all" outputElement="= r"`, ""));
    const key = await engine.create("p", { list: ["b", "a"] });
    await engine.completeJob("a", { r: 1 });
    await engine.restart();
    expect(await engine.state(key)).toBe("ACTIVE");
    await engine.completeJob("b", { r: 2 });
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await engine.variables(key)).toEqual({ list: ["b", "a"], r: 2, all: [1, 2] });
  });

  it("should stay active without a list until activities are begun from outside", async () => {
    await engine.deploy(adHoc("", ""));
    const key = await engine.create("p");
    const elementInstanceKey = await keyOf("h");
    expect(
      await engine.refused({
        type: "ad-hoc.activate",
        elementInstanceKey,
        elements: [{ elementId: "a" }, { elementId: "x" }],
      }),
    ).toMatchObject({ code: "NOT_FOUND", reason: expect.stringContaining("[x]") });
    expect(await engine.jobs("a")).toEqual([]);
    await engine.ok({
      type: "ad-hoc.activate",
      elementInstanceKey,
      elements: [{ elementId: "a", variables: { own: 1 } }],
    });
    await engine.completeJob("a", { own: 2, other: 3 });
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await engine.variables(key)).toEqual({ other: 3 });
  });

  it("should end the rest when its condition holds", async () => {
    await engine.deploy(adHoc(`activeElementsCollection='= ["a", "b"]'`, "", completion("= done")));
    const key = await engine.create("p");
    await engine.completeJob("a", { done: true });
    expect(await engine.state(key)).toBe("COMPLETED");
    expect((await engine.rows("job")).map(({ type, state }) => [type, state])).toEqual([
      ["a", "COMPLETED"],
      ["b", "CANCELED"],
    ]);
  });

  it("should raise an incident for a list that names no activity, and try again", async () => {
    await engine.deploy(adHoc(`activeElementsCollection="= list"`, ""));
    const key = await engine.create("p", { list: ["nope"] });
    const [incident] = await engine.incidents();
    expect(incident).toMatchObject({ errorType: "EXTRACT_VALUE_ERROR", elementId: "h" });
    await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { list: ["a"] } });
    await engine.ok({ type: "incident.resolve", incidentKey: incident?.incidentKey ?? "" });
    await engine.completeJob("a");
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should ask its worker after each end what begins next", async () => {
    await engine.deploy(adHoc("", `<zeebe:taskDefinition type="agent" />`));
    const key = await engine.create("p");
    const decide = async (result: object): Promise<void> => {
      const { jobKey } = await engine.job("agent");
      await engine.ok({ type: "job.complete", jobKey, result: { type: "adHocSubProcess", ...result } });
    };
    await decide({ activateElements: [{ elementId: "a" }] });
    expect(await engine.jobs("agent")).toEqual([]);
    await engine.completeJob("a");
    await decide({ isCompletionConditionFulfilled: true });
    expect(await engine.state(key)).toBe("COMPLETED");
  });
});
