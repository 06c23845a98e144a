import { describe, expect, it } from "@jest/globals";
import { JobPolls } from "../../../src/engine/writer/job-polls.js";
import { bpmn, EngineUnderTest, path, serviceTask } from "../../support/engine-dsl.js";
import { memoryEngineStore } from "../../support/engine-memory-store.js";

const PROCESS = bpmn(
  "p",
  `<bpmn:startEvent id="start" />${serviceTask("work")}<bpmn:endEvent id="end" />${path("start", "work", "end")}`,
);

/** Lets a request come to where it waits. */
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

async function world() {
  const store = memoryEngineStore();
  const engine = await EngineUnderTest.start({ store });
  await engine.deploy(PROCESS);
  const ask = (maxJobs: number, signal?: AbortSignal) =>
    engine.engine.activateJobs(
      { jobType: "work", worker: "w", timeout: 60_000, maxJobs, requestTimeout: 60_000 },
      signal,
    );
  return { store, engine, ask };
}

describe("a request that waits for jobs", () => {
  it("should get a new job with the commit that makes it", async () => {
    const { store, engine, ask } = await world();
    const waiting = ask(1);
    await turns();
    const before = store.log.length;

    await engine.create("p");
    const outcome = await waiting;

    expect(outcome).toMatchObject({ ok: true, value: [{ type: "work" }] });
    expect(store.log.length - before).toBe(1);
    expect(store.rows("job").map(({ availability, worker }) => [availability, worker])).toEqual([["ACTIVATED", "w"]]);
    await engine.close();
  });

  it("should share the jobs of a batch with others, the longest waiting first, and leave what nobody takes", async () => {
    const { store, engine, ask } = await world();
    const first = ask(2);
    await turns();
    const second = ask(2);
    await turns();

    await Promise.all([1, 2, 3, 4, 5].map(() => engine.create("p")));
    const [a, b] = await Promise.all([first, second]);

    const keys = store.rows("job").map(({ jobKey }) => jobKey);
    expect([a, b].map((outcome) => (outcome.ok ? outcome.value.map(({ jobKey }) => jobKey) : []))).toEqual([
      keys.slice(0, 2),
      keys.slice(2, 4),
    ]);
    expect(await ask(5)).toMatchObject({ ok: true, value: [{ jobKey: keys[4] }] });
    await engine.close();
  });

  it("should leave jobs of processes that it does not want to others who wait", async () => {
    const { engine, ask } = await world();
    const picky = new AbortController();
    const other = { jobType: "work", worker: "w", timeout: 60_000, maxJobs: 1, processDefinitionIds: ["q"] };
    const unserved = [1, 2].map(() => engine.engine.activateJobs({ ...other, requestTimeout: 60_000 }, picky.signal));
    await turns();
    const waiting = ask(1);
    await turns();

    await engine.create("p");

    expect(await waiting).toMatchObject({ ok: true, value: [{ type: "work" }] });
    picky.abort();
    expect(await Promise.all(unserved)).toEqual([1, 2].map(() => ({ ok: true, value: [] })));
    await engine.close();
  });

  it("should get the job after all when the store did not take the batch with it", async () => {
    const { store, engine, ask } = await world();
    const waiting = ask(1);
    await turns();
    let failures = 1;
    store.beforeCommit = () => (failures-- > 0 ? Promise.reject(new Error("the disk is full")) : undefined);

    await engine.create("p");

    expect(await waiting).toMatchObject({ ok: true, value: [{ type: "work" }] });
    expect(store.rows("job").map(({ availability }) => availability)).toEqual(["ACTIVATED"]);
    await engine.close();
  });

  it("should give back what it gets after its caller has gone", async () => {
    const { store, engine, ask } = await world();
    const caller = new AbortController();
    let commit: () => void = () => undefined;
    const waiting = ask(1, caller.signal);
    await turns();
    store.beforeCommit = () => {
      store.beforeCommit = () => undefined;
      return new Promise((resolve) => (commit = resolve));
    };
    const created = engine.create("p");
    await turns();

    caller.abort();
    await turns();
    commit();

    expect(await waiting).toEqual({ ok: true, value: [] });
    await created;
    expect(store.rows("job").map(({ availability }) => availability)).toEqual(["ACTIVATABLE"]);
    expect(await ask(1)).toMatchObject({ ok: true, value: [{ type: "work" }] });
    await engine.close();
  });
});

describe("the line of requests that wait for jobs", () => {
  it("should pass a turn on to those who stood there when the jobs came, and to nobody twice", async () => {
    const polls = new JobPolls();
    const woken: string[] = [];
    const join = (name: string) => {
      const place = polls.join("work");
      void place.woken().then(() => woken.push(name));
      return place;
    };
    const [first, second] = [join("first"), join("second")];

    polls.wake("work", 1);
    first.leave(false);
    const again = join("first again");
    second.leave(false);
    await turns();
    expect(woken).toEqual(["first", "second"]);

    polls.wake("work", 1);
    await turns();
    expect(woken).toEqual(["first", "second", "first again"]);
    again.leave(true);
  });
});
