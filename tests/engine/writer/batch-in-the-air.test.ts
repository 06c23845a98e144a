import { describe, expect, it } from "@jest/globals";
import { bpmn, EngineUnderTest, path, serviceTask } from "../../support/engine-dsl.js";
import { memoryEngineStore, type MemoryEngineStore } from "../../support/engine-memory-store.js";

const PROCESS = bpmn(
  "p",
  `<bpmn:startEvent id="start" />${serviceTask("work")}<bpmn:endEvent id="end" />${path("start", "work", "end")}`,
);

/** Lets everything happen that does not wait for the store. */
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A commit that waits for the test to let it end. */
interface HeldCommit {
  readonly isThere: Promise<void>;
  end(error?: Error): void;
}

function holdNextCommit(store: MemoryEngineStore): HeldCommit {
  let end: HeldCommit["end"] = () => undefined;
  const isThere = new Promise<void>((reached) => {
    store.beforeCommit = () =>
      new Promise((resolve, reject) => {
        store.beforeCommit = () => undefined;
        end = (error) => (error === undefined ? resolve() : reject(error));
        reached();
      });
  });
  return { isThere, end: (error) => end(error) };
}

async function world() {
  const store = memoryEngineStore();
  const engine = await EngineUnderTest.start({ store });
  await engine.deploy(PROCESS);
  return { store, engine };
}

describe("while the store writes a batch", () => {
  it("should process what comes in, and answer it only after a commit of its own", async () => {
    const { store, engine } = await world();
    const before = store.log.length;
    const held = holdNextCommit(store);
    const answered: string[] = [];
    const first = engine.create("p").then(() => answered.push("first"));
    await held.isThere;
    const second = engine.create("p").then(() => answered.push("second"));
    await turns();
    const takenUpAt = engine.clock.now();
    void engine.advance(1000);
    await turns();
    expect(answered).toEqual([]);

    held.end();
    await Promise.all([first, second]);

    expect(answered).toEqual(["first", "second"]);
    // The second was taken up before the first was written: its batch has the time of then.
    expect(store.log.slice(before).map(({ time }) => time)).toEqual([takenUpAt, takenUpAt]);
    await engine.close();
  });

  it("should process again what was built on a batch that the store did not take", async () => {
    const { store, engine } = await world();
    await engine.create("p");
    const { jobKey } = await engine.job("work");
    const complete = () => engine.engine.submit({ type: "job.complete", jobKey });
    const held = holdNextCommit(store);
    const first = complete();
    await held.isThere;
    const second = complete(); // in memory the job is gone
    await turns();

    held.end(new Error("the disk is full"));

    expect(await first).toMatchObject({ ok: false, rejection: { code: "UNAVAILABLE" } });
    expect(await second).toMatchObject({ ok: true });
    expect(store.rows("job").map(({ state }) => state)).toEqual(["COMPLETED"]);
    await engine.close();
  });

  it("should load nothing before the batch is there", async () => {
    const store = memoryEngineStore();
    const engine = await EngineUnderTest.start({ store, limits: { maxWarmRows: 0 } });
    await engine.deploy(PROCESS);
    await engine.create("p");
    const { jobKey } = await engine.job("work");
    const held = holdNextCommit(store);
    const creating = engine.create("p");
    await held.isThere;
    const completing = engine.ok({ type: "job.complete", jobKey });
    const selects: string[] = [];
    const loadAggregate = store.loadAggregate.bind(store);
    store.loadAggregate = (root) => {
      selects.push(root);
      return loadAggregate(root);
    };
    await turns();
    expect(selects).toEqual([]);

    held.end();
    await Promise.all([creating, completing]);
    expect(selects.length).toBeGreaterThan(0);
    await engine.close();
  });

  it("should give a store that is idle one half and process the other meanwhile", async () => {
    const { store, engine } = await world();
    store.beforeCommit = () => Promise.resolve();
    await engine.create("p"); // shows that the store writes aside
    const before = store.log.length;

    await Promise.all(Array.from({ length: 40 }, () => engine.create("p")));

    expect(store.log.length - before).toBe(2);
    expect(store.rows("process_instance")).toHaveLength(41);
    await engine.close();
  });
});
