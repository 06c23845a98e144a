import { describe, expect, it } from "@jest/globals";
import { bpmn, EngineUnderTest, flow, path, serviceTask } from "../../support/engine-dsl.js";
import { memoryEngineStore } from "../../support/engine-memory-store.js";

const WORK = bpmn("p", `<bpmn:startEvent id="s" />${serviceTask("t")}<bpmn:endEvent id="e" />${path("s", "t", "e")}`);
const MANY = bpmn(
  "many",
  `<bpmn:startEvent id="s" /><bpmn:task id="t"><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..100 return i" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:task><bpmn:endEvent id="e" />${path("s", "t", "e")}`,
);
const ENDLESS = bpmn(
  "endless",
  `<bpmn:startEvent id="s" /><bpmn:exclusiveGateway id="a" /><bpmn:exclusiveGateway id="b" default="b-a" /><bpmn:endEvent id="e" />${path("s", "a", "b", "a")}${flow("b", "e", "=false")}`,
);
const ITSELF = bpmn(
  "itself",
  `<bpmn:startEvent id="s" />${serviceTask("once")}<bpmn:callActivity id="c"><bpmn:extensionElements><zeebe:calledElement processId="=next" /></bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id="e" />${path("s", "once", "c", "e")}`,
);
const LOOP = ITSELF.replace('id="itself"', 'id="loop"').replace(
  /<bpmn:serviceTask.*<\/bpmn:serviceTask>/u,
  '<bpmn:exclusiveGateway id="once" />',
);

describe("a batch", () => {
  it("should be closed when its commands have taken many steps, so that others are answered before the rest", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store, limits: { maxBatchSteps: 300 } });
    await engine.deploy(WORK, MANY);
    const before = store.log.length;
    const done: string[] = [];
    await Promise.all([
      ...Array.from({ length: 4 }, (_, n) => engine.create("many").then(() => done.push(`many ${n}`))),
      engine.create("p").then(() => done.push("p")),
    ]);
    expect(done).toEqual(["many 0", "many 1", "many 2", "many 3", "p"]);
    expect(store.log.length - before).toBeGreaterThan(1);
    await engine.close();
  });

  it("should not take more variables than it may hold", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store, limits: { maxBatchRows: 100 } });
    await engine.deploy(WORK);
    const before = store.log.length;
    await Promise.all(Array.from({ length: 4 }, () => engine.create("p", { text: "x".repeat(60 * 512) })));
    expect(store.log.length - before).toBe(4);
    await engine.close();
  });

  it("should let commands in between while very much is due", async () => {
    const engine = await EngineUnderTest.start();
    await engine.deploy(WORK, timers());
    await Promise.all(Array.from({ length: 500 }, () => engine.create("late")));
    engine.clock.advance(120_000);
    await engine.create("p");
    expect((await engine.rows("timer")).filter(({ open }) => open)).not.toEqual([]);
    await engine.engine.settle();
    expect((await engine.rows("timer")).filter(({ open }) => open)).toEqual([]);
    await engine.close();
  });
});

function timers(): string {
  return bpmn(
    "late",
    `<bpmn:startEvent id="s" /><bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition id="d"><bpmn:timeDuration>PT1M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent><bpmn:endEvent id="e" />${path("s", "t", "e")}`,
  );
}

describe("commands that wait", () => {
  it.each([
    ["count", { maxQueuedCommands: 3 }, { a: 1 }],
    ["variables", { maxQueuedRows: 350 }, { text: "x".repeat(99 * 512) }],
  ])(
    "should be refused beyond a bound of their %s, and be taken when there is room again",
    async (_what, limits, variables) => {
      const engine = await EngineUnderTest.start({ limits });
      await engine.deploy(WORK);
      const create = () =>
        engine.engine.submit({ type: "process-instance.create", processDefinitionId: "p", variables });
      const outcomes = await Promise.all(Array.from({ length: 5 }, create));
      expect(outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.rejection.code))).toEqual([
        "ok",
        "ok",
        "ok",
        "RESOURCE_EXHAUSTED",
        "RESOURCE_EXHAUSTED",
      ]);
      expect((await create()).ok).toBe(true);
      expect(await engine.jobs("t")).toHaveLength(4);
      await engine.close();
    },
  );
});

describe("a process without end", () => {
  it("should stop with an incident when it loops where nothing waits", async () => {
    const engine = await EngineUnderTest.start({ limits: { maxVisits: 50 } });
    await engine.deploy(ENDLESS);
    const key = await engine.create("endless");
    const [incident] = await engine.incidents();
    expect(incident).toMatchObject({
      errorType: "UNKNOWN",
      elementId: "a",
      errorMessage: expect.stringContaining("a loop"),
    });
    expect(await engine.state(key)).toBe("ACTIVE");
    await engine.ok({ type: "incident.resolve", incidentKey: incident?.incidentKey ?? "" });
    expect(await engine.incidents()).toHaveLength(1);
    await engine.ok({ type: "process-instance.cancel", processInstanceKey: key });
    expect(await engine.state(key)).toBe("TERMINATED");
    await engine.close();
  });

  it("should stop with an incident when it calls itself again and again", async () => {
    const engine = await EngineUnderTest.start();
    await engine.deploy(ITSELF, LOOP);
    const key = await engine.create("itself", { next: "loop" });
    await engine.completeJob("once");
    expect(await engine.incidents()).toMatchObject([{ errorType: "CALLED_ELEMENT_ERROR", elementId: "c" }]);
    expect(await engine.rows("process_instance")).toHaveLength(200);
    await engine.ok({ type: "process-instance.cancel", processInstanceKey: key });
    expect((await engine.rows("process_instance")).filter(({ open }) => open)).toEqual([]);
    await engine.close();
  });
});
