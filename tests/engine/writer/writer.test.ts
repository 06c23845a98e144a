import { describe, expect, it } from "@jest/globals";
import { memoryEngineStore } from "../../support/engine-memory-store.js";
import { bpmn, EngineUnderTest, path, serviceTask, userTask } from "../../support/engine-dsl.js";

const PROCESS = bpmn(
  "p",
  `<bpmn:startEvent id="start" />${serviceTask("work")}<bpmn:endEvent id="end" />${path("start", "work", "end")}`,
);

describe("the writer", () => {
  it("should write commands that arrive together in one batch", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store });
    await engine.deploy(PROCESS);
    const before = store.log.length;
    await Promise.all(Array.from({ length: 50 }, () => engine.create("p")));
    expect(store.log.length - before).toBe(1);
    expect(store.rows("process_instance")).toHaveLength(50);
    await engine.close();
  });

  it("should answer only after the commit", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store });
    await engine.deploy(PROCESS);
    let release: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => {
      store.beforeCommit = () => {
        resolve();
        return new Promise((open) => {
          release = open;
        });
      };
    });
    let answered = false;
    const creating = engine.create("p").then(() => (answered = true));
    await reached;
    expect(answered).toBe(false);
    release();
    await creating;
    expect(store.rows("process_instance")).toHaveLength(1);
    await engine.close();
  });

  it("should refuse one bad command and write the others of its batch", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store });
    await engine.deploy(PROCESS);
    const outcomes = await Promise.all([
      engine.engine.submit({ type: "process-instance.create", processDefinitionId: "p" }),
      engine.engine.submit({ type: "process-instance.create", processDefinitionId: "none" }),
      engine.engine.submit({ type: "process-instance.create", processDefinitionId: "p" }),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
    await engine.close();
  });

  it("should undo a command that loops without waiting", async () => {
    const engine = await EngineUnderTest.start({ limits: { maxStepsPerCommand: 3 } });
    await engine.deploy(
      PROCESS,
      bpmn(
        "long",
        `<bpmn:startEvent id="a" /><bpmn:task id="b" /><bpmn:task id="c" /><bpmn:task id="d" /><bpmn:endEvent id="e" />${path("a", "b", "c", "d", "e")}`,
      ),
    );
    expect(await engine.refused({ type: "process-instance.create", processDefinitionId: "long" })).toMatchObject({
      code: "EXCEEDED_BATCH_RECORD_SIZE",
    });
    expect(await engine.rows("process_instance")).toEqual([]);
    await engine.create("p");
    await engine.close();
  });

  it("should try the commands of a batch one by one when the store refuses it, and go on", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store });
    await engine.deploy(PROCESS);
    store.beforeCommit = ({ log }) => {
      if (log.events.includes("poison")) throw new Error("the row is too long");
    };
    const create = (a: string) =>
      engine.engine.submit({ type: "process-instance.create", processDefinitionId: "p", variables: { a } });
    const outcomes = await Promise.all([create("fine"), create("poison"), create("fine")]);
    expect(outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.rejection.code))).toEqual([
      "ok",
      "UNAVAILABLE",
      "ok",
    ]);
    expect(store.rows("process_instance")).toHaveLength(2);
    expect(await engine.jobs("work")).toHaveLength(2);
    await engine.close();
  });

  it("should not do twice what the store has written although the commit failed", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store });
    await engine.deploy(PROCESS);
    const commit = store.commit.bind(store);
    store.commit = async (batch) => {
      store.commit = commit;
      await commit(batch);
      throw new Error("the connection was lost after the commit");
    };
    await engine.create("p");
    expect(store.rows("process_instance")).toHaveLength(1);
    expect(await engine.jobs("work")).toHaveLength(1);
    await engine.close();
  });

  it("should give the same results on a store that answers with promises, with next to nothing kept in memory", async () => {
    const engine = await EngineUnderTest.start({
      store: memoryEngineStore({ asynchronous: true }),
      limits: { maxWarmRows: 0 },
    });
    await engine.deploy(PROCESS);
    const keys = await Promise.all(Array.from({ length: 20 }, (_, index) => engine.create("p", { index })));
    const jobs = await engine.jobs("work");
    expect(jobs.map(({ variables }) => variables["index"])).toEqual(keys.map((_key, index) => index));
    await Promise.all(jobs.map(({ jobKey }) => engine.ok({ type: "job.complete", jobKey })));
    for (const key of keys) expect(await engine.state(key)).toBe("COMPLETED");
    await engine.close();
  });

  it("should hand out keys that grow, also after a restart", async () => {
    const engine = await EngineUnderTest.start();
    const [first] = (await engine.deploy(PROCESS)).deployments;
    expect(first?.kind === "processDefinition" && BigInt(first.processDefinitionKey) >= 2n ** 51n).toBe(true);
    const one = await engine.create("p");
    await engine.restart();
    expect(BigInt(await engine.create("p")) > BigInt(one)).toBe(true);
    await engine.close();
  });

  it("should refuse commands after it was closed", async () => {
    const engine = await EngineUnderTest.start();
    await engine.close();
    expect(await engine.refused({ type: "process-instance.create", processDefinitionId: "p" })).toMatchObject({
      code: "UNAVAILABLE",
    });
  });

  it("should make the versions of a deployment together, and nothing when all is unchanged", async () => {
    const engine = await EngineUnderTest.start();
    const two = bpmn("two", `<bpmn:startEvent id="s" />${userTask("t")}${path("s", "t")}`);
    const versions = async (...files: string[]) =>
      (await engine.deploy(...files)).deployments.map((entry) =>
        entry.kind === "processDefinition" ? entry.processDefinitionVersion : 0,
      );
    expect(await versions(PROCESS, two)).toEqual([1, 1]);
    expect(await versions(PROCESS, two)).toEqual([1, 1]);
    expect(await versions(PROCESS, two.replace("Name of t", "Another name"))).toEqual([2, 2]);
    const [latest] = (await engine.rows("process_definition")).filter(
      ({ version, processDefinitionId }) => version === 2 && processDefinitionId === "p",
    );
    await engine.ok({ type: "resource.delete", resourceKey: latest?.processDefinitionKey ?? "" });
    expect(
      (await engine.ok({ type: "process-instance.create", processDefinitionId: "p" })).processDefinitionVersion,
    ).toBe(1);
    expect(
      await engine.refused({ type: "resource.delete", resourceKey: latest?.processDefinitionKey ?? "" }),
    ).toMatchObject({ code: "NOT_FOUND" });
    expect(await versions(PROCESS, two)).toEqual([3, 3]);
    await engine.close();
  });
});

describe("commands of one batch", () => {
  const signal = `<bpmn:signal id="sig" name="go" />`;
  const waiting = bpmn(
    "waiting",
    `<bpmn:startEvent id="s" /><bpmn:intermediateCatchEvent id="w"><bpmn:signalEventDefinition signalRef="sig" /></bpmn:intermediateCatchEvent><bpmn:endEvent id="e" />${path("s", "w", "e")}`,
    signal,
  );

  it("should see what earlier ones have done, also where the store was not asked yet", async () => {
    const engine = await EngineUnderTest.start();
    await engine.deploy(waiting);
    await engine.restart();
    const [key] = await Promise.all([
      engine.create("waiting"),
      engine.ok({ type: "signal.broadcast", signalName: "go" }),
    ]);
    expect(await engine.state(key)).toBe("COMPLETED");
    await engine.close();
  });

  it("should answer who awaits an instance that ends at once, and forget the others", async () => {
    const engine = await EngineUnderTest.start();
    await engine.deploy(bpmn("quick", `<bpmn:startEvent id="s" /><bpmn:endEvent id="e" />${path("s", "e")}`), PROCESS);
    const create = (processDefinitionId: string, awaitCompletion: boolean) =>
      engine.ok({ type: "process-instance.create", processDefinitionId, awaitCompletion, variables: { a: 1 } });
    const answers = await Promise.all([create("quick", true), create("quick", false), create("quick", true)]);
    expect(answers.map(({ variables }) => variables)).toEqual([{ a: 1 }, {}, { a: 1 }]);
    await engine.close();
  });

  it("should not hand out a job twice", async () => {
    const engine = await EngineUnderTest.start();
    await engine.deploy(PROCESS);
    await engine.create("p");
    const jobs = await Promise.all([engine.jobs("work"), engine.jobs("work"), engine.jobs("work")]);
    expect(jobs.flat()).toHaveLength(1);
    await engine.close();
  });
});

describe("an engine that closes", () => {
  it("should answer everybody who still waits", async () => {
    const engine = await EngineUnderTest.start();
    const listener = `<zeebe:taskListeners><zeebe:taskListener eventType="completing" type="check" /></zeebe:taskListeners>`;
    await engine.deploy(
      PROCESS,
      bpmn("listened", `<bpmn:startEvent id="s" />${userTask("t", listener)}${path("s", "t")}`),
    );
    const awaiting = engine.engine.submit({
      type: "process-instance.create",
      processDefinitionId: "p",
      awaitCompletion: true,
    });
    await engine.create("listened");
    const { userTaskKey } = await engine.userTask("t");
    const completing = engine.engine.submit({ type: "user-task.complete", userTaskKey });
    const polling = engine.engine.activateJobs({
      jobType: "none",
      worker: "w",
      timeout: 1,
      maxJobs: 1,
      requestTimeout: 60_000,
    });
    await engine.engine.settle();
    await engine.close();
    expect(await awaiting).toMatchObject({ ok: false, rejection: { code: "TIMEOUT" } });
    expect(await completing).toMatchObject({ ok: false, rejection: { code: "UNAVAILABLE" } });
    expect((await polling).ok).toBe(false);
  });
});
