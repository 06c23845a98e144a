import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { bpmn, EngineUnderTest, mappings, path, serviceTask } from "../../support/engine-dsl.js";

const listeners = (...written: readonly string[]): string =>
  `<zeebe:executionListeners>${written
    .map((text) => {
      const [eventType = "", type = "", retries = "3"] = text.split(" ");
      return `<zeebe:executionListener eventType="${eventType}" type="${type}" retries="${retries}" />`;
    })
    .join("")}</zeebe:executionListeners>`;

describe("execution listeners", () => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start();
  });
  afterEach(() => engine.close());

  it("should ask one after another, before and after the work, over a restart", async () => {
    const extra = listeners("start before1", "start before2", "end after") + mappings([["=1", "x"]], [["=r", "out"]]);
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" />${serviceTask("work", "work", extra)}<bpmn:endEvent id="e" />${path("s", "work", "e")}`,
      ),
    );
    const key = await engine.create("p");
    expect(await engine.jobs("work")).toEqual([]);
    await engine.completeJob("before1", { x: 5, own: true });
    await engine.restart();
    const second = await engine.job("before2");
    expect(second.variables).toEqual({ x: 5, own: true });
    await engine.ok({ type: "job.complete", jobKey: second.jobKey });
    await engine.completeJob("work", { r: "R" });
    const after = await engine.job("after");
    expect(after.variables).toMatchObject({ r: "R", out: "R" });
    await engine.ok({ type: "job.complete", jobKey: after.jobKey, variables: { end: 1 } });
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await engine.variables(key)).toEqual({ out: "R", end: 1 });
  });

  it("should ask those of the process before its start event and before its end", async () => {
    const process = `<bpmn:extensionElements>${listeners("start first", "end last")}</bpmn:extensionElements>`;
    await engine.deploy(bpmn("p", `${process}<bpmn:startEvent id="s" /><bpmn:endEvent id="e" />${path("s", "e")}`));
    const key = await engine.create("p");
    expect(await engine.trail(key)).toEqual([]);
    await engine.completeJob("first", { v: 1 });
    expect(await engine.trail(key)).toEqual(["s COMPLETED", "e COMPLETED"]);
    expect(await engine.state(key)).toBe("ACTIVE");
    await engine.completeJob("last", { v: 2 });
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await engine.variables(key)).toEqual({ v: 2 });
  });

  it("should raise an incident of its own kind, and refuse errors", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" />${serviceTask("work", "work", listeners("start before 1"))}<bpmn:endEvent id="e" />${path("s", "work", "e")}`,
      ),
    );
    await engine.create("p");
    const { jobKey } = await engine.job("before");
    expect(await engine.refused({ type: "job.throw-error", jobKey, errorCode: "E" })).toMatchObject({
      code: "INVALID_STATE",
    });
    await engine.ok({ type: "job.fail", jobKey, retries: 0, errorMessage: "no" });
    expect(await engine.incidents()).toMatchObject([{ errorType: "EXECUTION_LISTENER_NO_RETRIES", elementId: "work" }]);
  });

  it("should ask for each instance of a multi-instance activity and around a called process", async () => {
    const marker = `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="= [1, 2]" inputElement="item" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
    const call = `<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="child" />${listeners("start open", "end close")}</bpmn:extensionElements>${marker}</bpmn:callActivity>`;
    await engine.deploy(bpmn("child", `<bpmn:startEvent id="cs" /><bpmn:endEvent id="ce" />${path("cs", "ce")}`));
    await engine.deploy(
      bpmn("p", `<bpmn:startEvent id="s" />${call}<bpmn:endEvent id="e" />${path("s", "call", "e")}`),
    );
    const key = await engine.create("p");
    const openers = await engine.jobs("open");
    expect(openers.map(({ variables }) => variables["item"])).toEqual([1, 2]);
    for (const { jobKey } of openers) await engine.ok({ type: "job.complete", jobKey });
    for (const { jobKey } of await engine.jobs("close")) await engine.ok({ type: "job.complete", jobKey });
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should cancel a listener's job when its element is interrupted", async () => {
    const timer = `<bpmn:boundaryEvent id="b" attachedToRef="u"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
    const inner = `<bpmn:subProcess id="u"><bpmn:startEvent id="us" />${serviceTask("work", "work", listeners("start before"))}${path("us", "work")}</bpmn:subProcess>`;
    await engine.deploy(
      bpmn("p", `<bpmn:startEvent id="s" />${inner}${timer}<bpmn:endEvent id="e" />${path("s", "u")}${path("b", "e")}`),
    );
    const key = await engine.create("p");
    await engine.advance(60_000);
    expect(await engine.state(key)).toBe("COMPLETED");
    expect((await engine.rows("job")).map(({ type, state }) => [type, state])).toEqual([["before", "CANCELED"]]);
  });
});
