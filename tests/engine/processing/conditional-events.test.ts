import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { bpmn, EngineUnderTest, flow, path, serviceTask } from "../../support/engine-dsl.js";

const when = (condition: string, filter = ""): string =>
  `<bpmn:conditionalEventDefinition>${filter === "" ? "" : `<bpmn:extensionElements>${filter}</bpmn:extensionElements>`}<bpmn:condition>${condition}</bpmn:condition></bpmn:conditionalEventDefinition>`;
const boundary = (event: string, interrupting = true): string =>
  `<bpmn:boundaryEvent id="b" attachedToRef="work" cancelActivity="${interrupting}">${event}</bpmn:boundaryEvent><bpmn:endEvent id="be" />${flow("b", "be")}`;
const around = (event: string): string =>
  bpmn(
    "p",
    `<bpmn:startEvent id="s" />${serviceTask("work")}<bpmn:endEvent id="e" />${path("s", "work", "e")}${event}`,
  );

describe("conditional events", () => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start();
  });
  afterEach(() => engine.close());

  const set = (elementInstanceKey: string, variables: Record<string, number>) =>
    engine.ok({ type: "variables.set", elementInstanceKey, variables });

  it("should go on at once when the condition holds already", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" /><bpmn:intermediateCatchEvent id="c">${when("= x > 1")}</bpmn:intermediateCatchEvent><bpmn:endEvent id="e" />${path("s", "c", "e")}`,
      ),
    );
    expect(await engine.state(await engine.create("p", { x: 2 }))).toBe("COMPLETED");
    const waiting = await engine.create("p", { x: 1 });
    expect(await engine.state(waiting)).toBe("ACTIVE");
    await engine.restart();
    await set(waiting, { x: 5 });
    expect(await engine.state(waiting)).toBe("COMPLETED");
  });

  it("should interrupt an activity when a variable makes the condition true", async () => {
    await engine.deploy(around(boundary(when("= x > 1"))));
    const key = await engine.create("p");
    await set(key, { x: 1 });
    expect(await engine.state(key)).toBe("ACTIVE");
    await set(key, { x: 2 });
    expect(await engine.trail(key)).toEqual(["s COMPLETED", "work TERMINATED", "b COMPLETED", "be COMPLETED"]);
  });

  it("should look only at the variables and changes of its filter", async () => {
    const filter = `<zeebe:conditionalFilter variableNames="x" variableEvents="update" />`;
    await engine.deploy(around(boundary(when("= x > 1", filter), false)));
    const key = await engine.create("p");
    await set(key, { x: 2 });
    await set(key, { y: 1 });
    expect(await engine.trail(key)).toEqual(["s COMPLETED", "work ACTIVE"]);
    await set(key, { x: 3 });
    await set(key, { x: 4 });
    expect((await engine.trail(key)).filter((line) => line === "b COMPLETED")).toHaveLength(2);
  });

  it("should start an event sub-process", async () => {
    const inner = `<bpmn:subProcess id="x" triggeredByEvent="true"><bpmn:startEvent id="xs">${when("= stop")}</bpmn:startEvent><bpmn:endEvent id="xe" />${flow("xs", "xe")}</bpmn:subProcess>`;
    await engine.deploy(around(inner));
    const key = await engine.create("p");
    await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { stop: true } });
    expect(await engine.trail(key)).toEqual([
      "s COMPLETED",
      "work TERMINATED",
      "x COMPLETED",
      "xs COMPLETED",
      "xe COMPLETED",
    ]);
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should start instances when it is asked with variables that make a start condition true", async () => {
    const start = (id: string, condition: string): string =>
      bpmn(
        id,
        `<bpmn:startEvent id="s">${when(condition)}</bpmn:startEvent>${serviceTask("work")}${path("s", "work")}`,
      );
    await engine.deploy(start("p", "= x > 1"));
    await engine.deploy(start("q", "= x > 9"));
    const none = await engine.ok({ type: "conditionals.evaluate", variables: { x: 0 } });
    expect(none.processInstances).toEqual([]);
    const { processInstances } = await engine.ok({ type: "conditionals.evaluate", variables: { x: 5 } });
    expect(processInstances).toHaveLength(1);
    const key = processInstances[0]?.processInstanceKey ?? "";
    expect(await engine.trail(key)).toEqual(["s COMPLETED", "work ACTIVE"]);
    expect(await engine.variables(key)).toEqual({ x: 5 });
    expect(
      await engine.refused({ type: "conditionals.evaluate", variables: {}, processDefinitionKey: "1" }),
    ).toMatchObject({ code: "NOT_FOUND" });
  });
});
