import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { bpmn, EngineUnderTest, flow, path, serviceTask } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

const MESSAGES = `<bpmn:message id="msg" name="paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=order" /></bpmn:extensionElements></bpmn:message><bpmn:error id="err" errorCode="E1" />`;
const timer = (kind: string, text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${text}</bpmn:${kind}></bpmn:timerEventDefinition>`;
const message = `<bpmn:messageEventDefinition messageRef="msg" />`;
const boundary = (id: string, on: string, event: string, interrupting = true): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${on}" cancelActivity="${interrupting}">${event}</bpmn:boundaryEvent>`;

describe.each(databaseKinds)("events on %s", (kind) => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind });
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  const publish = (correlationKey: string, options: object = {}) =>
    engine.ok({ type: "message.publish", name: "paid", correlationKey, ...options });

  it("should wait for a time, over a restart", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" /><bpmn:intermediateCatchEvent id="t">${timer("timeDuration", "PT1H")}</bpmn:intermediateCatchEvent><bpmn:endEvent id="e" />${path("s", "t", "e")}`,
      ),
    );
    const key = await engine.create("p");
    await engine.advance(3_599_999);
    expect(await engine.state(key)).toBe("ACTIVE");
    await engine.restart();
    await engine.advance(1);
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should interrupt a task by a timer and cancel its job", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" />${serviceTask("work")}${boundary("late", "work", timer("timeDuration", "PT1M"))}<bpmn:endEvent id="e" /><bpmn:endEvent id="e2" />${path("s", "work", "e")}${flow("late", "e2")}`,
      ),
    );
    const key = await engine.create("p");
    const { jobKey } = await engine.job("work");
    await engine.advance(60_000);
    expect(await engine.trail(key)).toEqual(["s COMPLETED", "work TERMINATED", "late COMPLETED", "e2 COMPLETED"]);
    expect((await engine.rows("job"))[0]).toMatchObject({ state: "CANCELED" });
    expect(await engine.refused({ type: "job.complete", jobKey })).toMatchObject({ code: "NOT_FOUND" });
  });

  it("should repeat a non-interrupting cycle as often as it says, counted from the due time", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" />${serviceTask("work")}${boundary("again", "work", timer("timeCycle", "R3/PT10S"), false)}<bpmn:endEvent id="e" />${path("s", "work", "e")}`,
      ),
    );
    const key = await engine.create("p");
    for (let second = 0; second < 60; second += 7) await engine.advance(7000);
    expect((await engine.trail(key)).filter((line) => line.startsWith("again"))).toHaveLength(3);
    await engine.completeJob("work");
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should correlate a message with the key that was evaluated when the wait began", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" /><bpmn:intermediateCatchEvent id="m">${message}</bpmn:intermediateCatchEvent><bpmn:endEvent id="e" />${path("s", "m", "e")}`,
        MESSAGES,
      ),
    );
    const key = await engine.create("p", { order: 12.7 });
    await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { order: "other" } });
    await publish("other");
    expect(await engine.state(key)).toBe("ACTIVE");
    const correlated = await engine.ok({
      type: "message.correlate",
      name: "paid",
      correlationKey: "12",
      variables: { sum: 5 },
    });
    expect(correlated.processInstanceKey).toBe(key);
    expect(await engine.variables(key)).toEqual({ order: "other", sum: 5 });
    expect(await engine.refused({ type: "message.correlate", name: "paid", correlationKey: "12" })).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("should buffer messages for their time to live, oldest first, once per process", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" /><bpmn:intermediateCatchEvent id="m1">${message}</bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id="m2">${message}</bpmn:intermediateCatchEvent><bpmn:endEvent id="e" />${path("s", "m1", "m2", "e")}`,
        MESSAGES,
      ),
    );
    await publish("a", { timeToLive: 0, variables: { n: 0 } });
    await publish("a", { timeToLive: 10_000, variables: { n: 1 } });
    await engine.restart();
    const key = await engine.create("p", { order: "a" });
    expect(await engine.trail(key)).toEqual(["s COMPLETED", "m1 COMPLETED", "m2 ACTIVE"]);
    expect(await engine.variables(key)).toMatchObject({ n: 1 });
    await publish("a", { timeToLive: 10_000, variables: { n: 2 } });
    expect(await engine.state(key)).toBe("COMPLETED");
    const other = await engine.create("p", { order: "b" });
    await publish("b", { timeToLive: 10_000 });
    await engine.advance(10_000);
    expect(await engine.trail(other)).toEqual(["s COMPLETED", "m1 COMPLETED", "m2 ACTIVE"]);
    expect((await engine.rows("message")).filter(({ open }) => open)).toEqual([]);
  });

  it("should block a message id only while the first message is buffered", async () => {
    await publish("x", { messageId: "1", timeToLive: 5000 });
    expect(
      await engine.refused({ type: "message.publish", name: "paid", correlationKey: "x", messageId: "1" }),
    ).toEqual({
      code: "ALREADY_EXISTS",
      reason: "Expected to publish a new message with id '1', but a message with that id was already published",
    });
    await engine.advance(5000);
    await publish("x", { messageId: "1" });
    await publish("x", { messageId: "1" });
  });

  it("should start one instance per process and key at a time by message, the next one when it has ended", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s">${message}</bpmn:startEvent>${serviceTask("work")}<bpmn:endEvent id="e" />${path("s", "work", "e")}`,
        MESSAGES,
      ),
    );
    await publish("k", { variables: { n: 1 }, timeToLive: 60_000 });
    await publish("k", { variables: { n: 2 }, timeToLive: 60_000 });
    await engine.restart();
    await publish("k", { variables: { n: 3 }, timeToLive: 0 });
    expect((await engine.job("work")).variables).toEqual({ n: 1 });
    const [first] = await engine.rows("job");
    await engine.ok({ type: "job.complete", jobKey: first?.jobKey ?? "" });
    expect((await engine.job("work")).variables).toEqual({ n: 2 });
    await publish("", { variables: { n: 4 } });
    await publish("", { variables: { n: 5 } });
    expect(await engine.jobs("work")).toHaveLength(2);
    expect(await engine.rows("process_instance")).toHaveLength(4);
  });

  it("should let the first event behind an event-based gateway win", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" /><bpmn:eventBasedGateway id="g" /><bpmn:intermediateCatchEvent id="m">${message}</bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id="t">${timer("timeDuration", "PT5S")}</bpmn:intermediateCatchEvent><bpmn:endEvent id="e" />` +
          path("s", "g", "m", "e") +
          path("g", "t", "e"),
        MESSAGES,
      ),
    );
    const byMessage = await engine.create("p", { order: "1" });
    await publish("1");
    expect(await engine.trail(byMessage)).toEqual(["s COMPLETED", "g COMPLETED", "m COMPLETED", "e COMPLETED"]);
    const byTimer = await engine.create("p", { order: "2" });
    await engine.advance(5000);
    await publish("2");
    expect(await engine.trail(byTimer)).toEqual(["s COMPLETED", "g COMPLETED", "t COMPLETED", "e COMPLETED"]);
  });

  it("should find the nearest catch of an error, a matching code before a catch-all", async () => {
    const error = (ref: string): string => `<bpmn:errorEventDefinition${ref === "" ? "" : ` errorRef="${ref}"`} />`;
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" />${serviceTask("work")}${boundary("any", "work", error(""))}${boundary("one", "work", error("err"))}<bpmn:endEvent id="e" />${path("s", "work", "e")}${flow("any", "e")}${flow("one", "e")}`,
        MESSAGES,
      ),
    );
    const one = await engine.create("p");
    await engine.ok({
      type: "job.throw-error",
      jobKey: (await engine.job("work")).jobKey,
      errorCode: "E1",
      variables: { x: 1 },
    });
    expect(await engine.trail(one)).toEqual(["s COMPLETED", "work TERMINATED", "one COMPLETED", "e COMPLETED"]);
    expect(await engine.variables(one)).toEqual({});
    const any = await engine.create("p");
    await engine.ok({ type: "job.throw-error", jobKey: (await engine.job("work")).jobKey, errorCode: "other" });
    expect((await engine.trail(any))[2]).toBe("any COMPLETED");
    expect((await engine.rows("job")).map(({ state }) => state)).toEqual(["ERROR_THROWN", "ERROR_THROWN"]);
  });

  it("should make an incident of an error that nobody catches, and hand the job out again when it is resolved", async () => {
    await engine.deploy(
      bpmn("p", `<bpmn:startEvent id="s" />${serviceTask("work")}<bpmn:endEvent id="e" />${path("s", "work", "e")}`),
    );
    await engine.create("p");
    const { jobKey } = await engine.job("work");
    await engine.ok({ type: "job.throw-error", jobKey, errorCode: "E9" });
    const [incident] = await engine.incidents();
    expect(incident).toMatchObject({ errorType: "UNHANDLED_ERROR_EVENT", jobKey });
    expect(await engine.refused({ type: "job.complete", jobKey })).toMatchObject({ code: "INVALID_STATE" });
    await engine.ok({ type: "incident.resolve", incidentKey: incident?.incidentKey ?? "" });
    await engine.completeJob("work");
  });

  it("should end everything in the scope by a terminate end event, and complete the scope", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" /><bpmn:subProcess id="sub"><bpmn:startEvent id="s1" /><bpmn:parallelGateway id="fork" />${serviceTask("a")}${serviceTask("b")}<bpmn:endEvent id="stop"><bpmn:terminateEventDefinition /></bpmn:endEvent>${path("s1", "fork", "a", "stop")}${path("fork", "b")}</bpmn:subProcess><bpmn:endEvent id="e" />${path("s", "sub", "e")}`,
      ),
    );
    const key = await engine.create("p");
    await engine.completeJob("a");
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await engine.trail(key)).toEqual(
      expect.arrayContaining(["b TERMINATED", "stop COMPLETED", "sub COMPLETED"]),
    );
  });

  it("should start instances by a timer of the latest version only", async () => {
    const model = (cycle: string): string =>
      bpmn(
        "p",
        `<bpmn:startEvent id="s">${timer("timeCycle", cycle)}</bpmn:startEvent>${serviceTask("work")}<bpmn:endEvent id="e" />${path("s", "work", "e")}`,
      );
    await engine.deploy(model("R/PT10S"));
    await engine.advance(10_000);
    await engine.advance(10_000);
    expect(await engine.rows("process_instance")).toHaveLength(2);
    await engine.restart();
    await engine.deploy(model("R1/PT1H"));
    await engine.advance(3_600_000);
    expect(
      (await engine.rows("process_instance")).map(({ processDefinitionVersion }) => processDefinitionVersion),
    ).toEqual([1, 1, 2]);
  });
});
