import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { bpmn, EngineUnderTest, path, serviceTask } from "../../support/engine-dsl.js";

const undo = (activity: string): string =>
  `<bpmn:boundaryEvent id="c-${activity}" attachedToRef="${activity}"><bpmn:compensateEventDefinition /></bpmn:boundaryEvent>
   <bpmn:serviceTask id="undo-${activity}" isForCompensation="true"><bpmn:extensionElements><zeebe:taskDefinition type="undo" /></bpmn:extensionElements></bpmn:serviceTask>
   <bpmn:association id="as-${activity}" sourceRef="c-${activity}" targetRef="undo-${activity}" />`;
const throwing = (attributes = ""): string =>
  `<bpmn:intermediateThrowEvent id="t"><bpmn:compensateEventDefinition ${attributes} /></bpmn:intermediateThrowEvent>`;

describe("compensation", () => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start();
  });
  afterEach(() => engine.close());

  const tasks = `<bpmn:startEvent id="s" /><bpmn:task id="a" />${undo("a")}<bpmn:task id="b" />${undo("b")}`;

  it("should call all handlers at once and go on after the last, over a restart", async () => {
    await engine.deploy(bpmn("p", `${tasks}${throwing()}<bpmn:endEvent id="e" />${path("s", "a", "b", "t", "e")}`));
    const key = await engine.create("p");
    await engine.restart();
    const handlers = await engine.jobs("undo");
    expect(handlers.map(({ elementId }) => elementId)).toEqual(["undo-a", "undo-b"]);
    for (const { jobKey } of handlers) {
      expect(await engine.state(key)).toBe("ACTIVE");
      await engine.ok({ type: "job.complete", jobKey });
    }
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should call only the handler of the named activity, and each only once", async () => {
    const again = `<bpmn:intermediateThrowEvent id="t2"><bpmn:compensateEventDefinition activityRef="a" /></bpmn:intermediateThrowEvent>`;
    await engine.deploy(
      bpmn(
        "p",
        `${tasks}${throwing('activityRef="a"')}${again}<bpmn:endEvent id="e" />${path("s", "a", "b", "t", "t2", "e")}`,
      ),
    );
    const key = await engine.create("p");
    await engine.completeJob("undo");
    expect(await engine.state(key)).toBe("COMPLETED");
    expect((await engine.rows("job")).map(({ elementId }) => elementId)).toEqual(["undo-a"]);
  });

  it("should reach into completed sub-processes, but not undo what was not completed", async () => {
    const inner = `<bpmn:subProcess id="u"><bpmn:startEvent id="us" /><bpmn:task id="x" />${undo("x")}<bpmn:endEvent id="ue" />${path("us", "x", "ue")}</bpmn:subProcess>`;
    const open = `${serviceTask("work")}${undo("work")}`;
    const fork = `<bpmn:parallelGateway id="fork" />`;
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" />${fork}${inner}${open}${throwing()}<bpmn:endEvent id="e" />${path("s", "fork", "work")}${path("fork", "u", "t", "e")}`,
      ),
    );
    await engine.create("p");
    expect((await engine.jobs("undo")).map(({ elementId }) => elementId)).toEqual(["undo-x"]);
  });

  it("should compensate a multi-instance activity once, and each activity of its instances", async () => {
    const marker = `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="= [1, 2]" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
    const many = `<bpmn:subProcess id="m">${marker}<bpmn:startEvent id="ms" /><bpmn:task id="x" />${undo("x")}<bpmn:endEvent id="me" />${path("ms", "x", "me")}</bpmn:subProcess>${undo("m")}`;
    await engine.deploy(
      bpmn("p", `<bpmn:startEvent id="s" />${many}${throwing()}<bpmn:endEvent id="e" />${path("s", "m", "t", "e")}`),
    );
    const key = await engine.create("p");
    const handlers = await engine.jobs("undo");
    expect(handlers.map(({ elementId }) => elementId).toSorted()).toEqual(["undo-m", "undo-x", "undo-x"]);
    for (const { jobKey } of handlers) await engine.ok({ type: "job.complete", jobKey });
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should wait at an end event too, and end with the instance when that is cancelled", async () => {
    const end = `<bpmn:endEvent id="t"><bpmn:compensateEventDefinition /></bpmn:endEvent>`;
    await engine.deploy(bpmn("p", `${tasks}${end}${path("s", "a", "b", "t")}`));
    const finished = await engine.create("p");
    for (const { jobKey } of await engine.jobs("undo")) await engine.ok({ type: "job.complete", jobKey });
    expect(await engine.state(finished)).toBe("COMPLETED");
    const cancelled = await engine.create("p");
    await engine.ok({ type: "process-instance.cancel", processInstanceKey: cancelled });
    expect(await engine.state(cancelled)).toBe("TERMINATED");
    expect(await engine.jobs("undo")).toEqual([]);
  });
});
