import { describe, expect, it } from "@jest/globals";
import { rowWeight } from "../../../src/engine/state/row-weight.js";
import { bpmn, EngineUnderTest, path, serviceTask } from "../../support/engine-dsl.js";
import { memoryEngineStore, type MemoryEngineStore } from "../../support/engine-memory-store.js";

const ONE_TASK = bpmn(
  "p",
  `<bpmn:startEvent id="start" />${serviceTask("work")}<bpmn:endEvent id="end" />${path("start", "work", "end")}`,
);
const MANY = bpmn(
  "many",
  `<bpmn:startEvent id="start" />${serviceTask(
    "each",
    "each",
    "",
    `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..n return i" inputElement="i" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`,
  )}<bpmn:endEvent id="end" />${path("start", "each", "end")}`,
);

/** Aggregates that the engine reads from the store from now on. */
function loadsOf(store: MemoryEngineStore): string[] {
  const loads: string[] = [];
  const load = store.loadAggregate.bind(store);
  store.loadAggregate = (root) => {
    loads.push(root);
    return load(root);
  };
  return loads;
}

describe("instances kept in memory", () => {
  it("should be those used last, bounded by their rows", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store, limits: { maxWarmRows: 12 } });
    await engine.deploy(ONE_TASK);
    const keys: string[] = [];
    for (let n = 0; n < 5; n += 1) keys.push(await engine.create("p", { n })); // four rows each: instance, task, variable, job
    const jobs = await engine.rows("job");
    const loads = loadsOf(store);
    for (const key of keys.toReversed()) {
      const job = jobs.find(({ processInstanceKey }) => processInstanceKey === key);
      await engine.ok({ type: "job.complete", jobKey: job?.jobKey ?? "" });
    }
    expect(loads).toEqual([keys[1], keys[0]]);
    for (const key of keys) expect(await engine.state(key)).toBe("COMPLETED");
    await engine.close();
  });

  it("should be fewer when their variables are large, also when these have grown", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store, limits: { maxWarmRows: 100 } });
    await engine.deploy(ONE_TASK);
    const first = await engine.create("p", { text: "" });
    const second = await engine.create("p", { text: "" });
    const loads = loadsOf(store);
    const write = (key: string, text: string) =>
      engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { text }, local: true });
    await write(first, "a");
    expect(loads).toEqual([]);
    await write(second, "x".repeat(100_000));
    await write(first, "b");
    expect(loads).toEqual([first]);
    await write(first, "c");
    expect(loads).toEqual([first]);
    await engine.close();
  });

  it("should keep a large instance while it is the one at work", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store, limits: { maxWarmRows: 10 } });
    await engine.deploy(MANY);
    const key = await engine.create("many", { n: 100 });
    const loads = loadsOf(store);
    for (const { jobKey } of await engine.jobs("each")) await engine.ok({ type: "job.complete", jobKey });
    expect(loads).toEqual([]);
    expect(await engine.state(key)).toBe("COMPLETED");
    await engine.close();
  });

  it("should count again as before when a command is taken back", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store, limits: { maxWarmRows: 100, maxStepsPerCommand: 20 } });
    await engine.deploy(ONE_TASK, MANY);
    const key = await engine.create("p");
    await Promise.all([
      ...Array.from({ length: 20 }, () =>
        engine.refused({ type: "process-instance.create", processDefinitionId: "many", variables: { n: 30 } }),
      ),
      engine.create("p"),
    ]);
    const loads = loadsOf(store);
    await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { a: 1 } });
    expect(loads).toEqual([]);
    await engine.close();
  });
});

describe("jobs of many types", () => {
  it("should all be found, also those whose type was forgotten", async () => {
    const engine = await EngineUnderTest.start();
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="start" />${serviceTask("work", "=kind")}<bpmn:endEvent id="end" />${path("start", "work", "end")}`,
      ),
    );
    expect(await engine.jobs("kind-0")).toEqual([]);
    for (let n = 1; n <= 1100; n += 100)
      await Promise.all(Array.from({ length: 100 }, (_, index) => engine.jobs(`kind-${n + index}`)));
    await engine.create("p", { kind: "kind-0" });
    await engine.create("p", { kind: "kind-1100" });
    expect(await engine.jobs("kind-0")).toHaveLength(1);
    expect(await engine.jobs("kind-1100")).toHaveLength(1);
    await engine.close();
  });
});

describe("the weight of a value", () => {
  it.each([
    ["a number", 5, 1],
    ["a short text", "abc", 1],
    ["a text of a thousand characters", "x".repeat(1024), 3],
    ["a list of 160 numbers", Array.from({ length: 160 }, () => 1), 11],
    ["a list of texts", ["x".repeat(512), { a: "y".repeat(512) }], 3],
  ])("should be about its size in rows: %s", (_what, value, weight) => {
    expect(rowWeight(value)).toBe(weight);
  });
});
