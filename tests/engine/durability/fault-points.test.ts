import { createConnection } from "mysql2/promise";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openMariadbEngineStore } from "../../../src/engine-store/index.js";
import { databaseKinds, freshMariadb, type FreshMariadb } from "../../support/database.js";
import { dropEngineStores, openEngineStore } from "../../support/engine-stores.js";
import { failingStore, type FailingStore } from "../../support/failing-store.js";
import { bpmn, EngineUnderTest, path, serviceTask } from "../../support/engine-dsl.js";

const PROCESS = bpmn(
  "p",
  `<bpmn:startEvent id="s" />${serviceTask("t")}<bpmn:endEvent id="e" />${path("s", "t", "e")}`,
);
const LATER = bpmn(
  "later",
  `<bpmn:startEvent id="s" /><bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition id="d"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent><bpmn:endEvent id="e" />${path("s", "t", "e")}`,
);
const create = (engine: EngineUnderTest) =>
  engine.engine.submit({ type: "process-instance.create", processDefinitionId: "p" });
const codes = (outcomes: readonly { ok: boolean; rejection?: { code: string } }[]): string[] =>
  outcomes.map(({ ok, rejection }) => (ok ? "ok" : (rejection?.code ?? "")));

describe.each(databaseKinds)("a store that fails on %s", (kind) => {
  let store: FailingStore;
  let engine: EngineUnderTest;
  beforeEach(async () => {
    store = failingStore(await openEngineStore(kind));
    engine = await EngineUnderTest.start({ store });
    await engine.deploy(PROCESS, LATER);
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  it("should have nothing acknowledged while the disk is full, and go on when there is room", async () => {
    store.fate = () => "refused";
    expect(codes(await Promise.all(Array.from({ length: 20 }, () => create(engine))))).toEqual(
      new Array(20).fill("UNAVAILABLE"),
    );
    expect(await engine.rows("process_instance")).toEqual([]);
    store.fate = () => "written";
    expect(codes(await Promise.all([create(engine), create(engine)]))).toEqual(["ok", "ok"]);
    expect(await engine.jobs("t")).toHaveLength(2);
  });

  it("should not ask a locked database for each of many commands", async () => {
    let asked = 0;
    store.error = Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" });
    store.fate = () => {
      asked += 1;
      return "refused";
    };
    await Promise.all(Array.from({ length: 50 }, () => create(engine)));
    expect(asked).toBe(4);
    store.fate = () => "written";
    await engine.create("p");
  });

  it("should write everything when only one commit fails", async () => {
    store.fate = (number) => (number === 2 ? "refused" : "written");
    expect(codes(await Promise.all([create(engine), create(engine), create(engine)]))).toEqual(["ok", "ok", "ok"]);
    expect(await engine.rows("process_instance")).toHaveLength(3);
  });

  it("should do nothing twice when the answer of a commit is lost", async () => {
    store.fate = (number) => (number === 2 ? "answer lost" : "written");
    expect(codes(await Promise.all([create(engine), create(engine)]))).toEqual(["ok", "ok"]);
    expect(await engine.rows("process_instance")).toHaveLength(2);
    for (const { jobKey } of await engine.jobs("t")) await engine.ok({ type: "job.complete", jobKey });
  });

  it("should acknowledge nothing when another writer has used the place of its batch", async () => {
    const others = await EngineUnderTest.start({ store: { ...store, close: () => undefined }, clock: engine.clock });
    const commit = store.commit.bind(store);
    store.commit = async () => {
      store.commit = commit;
      await others.create("p", { theirs: true });
      throw store.error;
    };
    expect(codes([await create(engine)])).toEqual(["UNAVAILABLE"]);
    await others.engine.close();
    expect(await engine.rows("process_instance")).toHaveLength(1);
    expect(await engine.jobs("t")).toMatchObject([{ variables: { theirs: true } }]);
  });

  it("should fire a timer later when its commit has failed", async () => {
    const key = await engine.create("later");
    store.fate = () => "refused";
    await engine.advance(3_600_000);
    expect(await engine.state(key)).toBe("ACTIVE");
    store.fate = () => "written";
    await engine.advance(120_000);
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should answer UNAVAILABLE when a look-up fails, and go on", async () => {
    const key = await engine.create("p");
    await engine.restart();
    const load = store.loadAggregate.bind(store);
    store.loadAggregate = () => {
      throw new Error("disk I/O error");
    };
    expect(await engine.refused({ type: "process-instance.cancel", processInstanceKey: key })).toMatchObject({
      code: "UNAVAILABLE",
    });
    store.loadAggregate = load;
    await engine.ok({ type: "process-instance.cancel", processInstanceKey: key });
  });

  it("should take a job's result once: twice at the same time, late, and after its instance was canceled", async () => {
    const complete = (jobKey: string) => engine.engine.submit({ type: "job.complete", jobKey });
    await engine.create("p");
    const { jobKey } = await engine.job("t");
    expect(codes(await Promise.all([complete(jobKey), complete(jobKey)]))).toEqual(["ok", "NOT_FOUND"]);
    await engine.create("p");
    const late = await engine.job("t");
    await engine.advance(61_000);
    const again = await engine.job("t");
    expect(again.jobKey).toBe(late.jobKey);
    expect(codes([await complete(late.jobKey), await complete(again.jobKey)])).toEqual(["ok", "NOT_FOUND"]);
    const key = await engine.create("p");
    const canceled = await engine.job("t");
    expect(
      codes(
        await Promise.all([
          engine.engine.submit({ type: "process-instance.cancel", processInstanceKey: key }),
          complete(canceled.jobKey),
        ]),
      ),
    ).toEqual(["ok", "NOT_FOUND"]);
    expect(await engine.state(key)).toBe("TERMINATED");
  });

  it("should live with a clock that jumps forth and back", async () => {
    const start = engine.clock.now();
    const first = await engine.create("later");
    await engine.create("p");
    await engine.job("t");
    engine.clock.set(start - 30 * 86_400_000);
    await engine.engine.settle();
    expect(await engine.state(first)).toBe("ACTIVE");
    const second = await engine.create("later");
    expect(await engine.jobs("t")).toEqual([]); // its deadline is far away now
    engine.clock.set(start - 30 * 86_400_000 + 3_600_000);
    await engine.engine.settle();
    expect([await engine.state(first), await engine.state(second)]).toEqual(["ACTIVE", "COMPLETED"]);
    engine.clock.set(start + 365 * 86_400_000);
    await engine.engine.settle();
    expect(await engine.state(first)).toBe("COMPLETED");
    expect(await engine.jobs("t")).toHaveLength(1);
  });
});

/** What only a server can suffer; nothing when the suites are narrowed to SQLite. */
const withMariadb = (): void => {
  let schema: FreshMariadb;
  beforeEach(async () => {
    schema = await freshMariadb();
  });
  afterEach(() => schema.drop());

  /** Ends the session of the engine that writes. */
  const cut = async (): Promise<void> => {
    const connection = await createConnection(schema.url);
    const name = new URL(schema.url).pathname.slice(1);
    const [rows] = await connection.query("SELECT IS_USED_LOCK(?) AS id", [`engine.${name}`]);
    await connection.query(`KILL ${String((rows as [{ id: number }])[0].id)}`);
    await connection.end();
  };

  it("should lose nothing and do nothing twice when the connection is cut in the middle of load", async () => {
    const engine = await EngineUnderTest.start({ store: await openMariadbEngineStore({ url: schema.url }) });
    await engine.deploy(PROCESS);
    const answers: Promise<{ ok: boolean }>[] = [];
    for (let round = 0; round < 10; round += 1) {
      answers.push(...Array.from({ length: 10 }, () => create(engine)));
      if (round % 3 === 1) await cut();
      else await answers.at(-1);
    }
    const acknowledged = (await Promise.all(answers)).filter(({ ok }) => ok).length;
    expect(acknowledged).toBeGreaterThan(0);
    expect(await engine.rows("process_instance")).toHaveLength(acknowledged);
    await engine.create("p");
    await engine.close();
  });

  it("should be left alone by an engine whose lease another one has taken", async () => {
    const engine = await EngineUnderTest.start({ store: await openMariadbEngineStore({ url: schema.url }) });
    await engine.deploy(PROCESS);
    await cut();
    const successor = await EngineUnderTest.start({ store: await openMariadbEngineStore({ url: schema.url }) });
    const outcomes = await Promise.all(Array.from({ length: 3 }, () => create(engine)));
    expect(codes(outcomes)).toEqual(["UNAVAILABLE", "UNAVAILABLE", "UNAVAILABLE"]);
    expect(codes([await create(engine)])).toEqual(["UNAVAILABLE"]);
    expect(await engine.rows("process_instance")).toEqual([]);
    await successor.create("p");
    await successor.engine.close();
    await successor.store.close();
    expect(await create(engine)).toMatchObject({ rejection: { reason: expect.stringContaining("taken over") } });
    await engine.engine.close();
    await engine.store.close();
  });
};

if (databaseKinds.includes("mariadb")) describe("a MariaDB server", withMariadb);
