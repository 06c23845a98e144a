import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import Database from "better-sqlite3";
import { makeBackup } from "../../../src/cli/archive/make-backup.js";
import { restoreBackup } from "../../../src/cli/archive/restore-backup.js";
import { openSqliteEngineStore } from "../../../src/engine-store/index.js";
import { INSERT_LOG } from "../../../src/engine-store/sqlite/insert-log.js";
import { readConfig } from "../../../src/platform/index.js";
import { databaseKinds, freshMariadb, type FreshMariadb } from "../../support/database.js";
import { buildEngine, startEngine, startFailing, type EngineProcess } from "./engine-process.js";
import { serviceProcess, timerProcess } from "./models.js";

const CREATORS = 8;
const JOB_TIMEOUT_MS = 60_000;

/** What the clients of the load were told. */
interface Acknowledged {
  readonly created: Set<string>;
  readonly completed: Set<string>;
  /** Requests that had no answer when the process died: done or not, but not twice. */
  uncertain: number;
}

async function deploy({ url }: EngineProcess): Promise<void> {
  const form = new FormData();
  form.append("resources", serviceProcess());
  form.append("resources", timerProcess());
  const response = await fetch(`${url}/v2/deployments`, { method: "POST", body: form });
  expect(response.status).toBe(200);
}

/** Creates and completes until the process is gone; `enough` is called once when so many creations are acknowledged. */
async function load(engine: EngineProcess, told: Acknowledged, count: number, enough: () => void): Promise<void> {
  const goal = told.created.size + count;
  let reached = false;
  const until = async (step: () => Promise<void>): Promise<void> => {
    try {
      for (;;) await step();
    } catch {
      told.uncertain++;
    }
  };
  const create = async (): Promise<void> => {
    const { status, body } = await engine.call("POST", "/process-instances", {
      processDefinitionId: "service",
      variables: { n: told.created.size },
    });
    expect(status).toBe(200);
    told.created.add(body["processInstanceKey"] as string);
    if (!reached && told.created.size >= goal) {
      reached = true;
      enough();
    }
  };
  const work = async (): Promise<void> => {
    const { body } = await engine.call("POST", "/jobs/activation", {
      type: "work",
      timeout: JOB_TIMEOUT_MS,
      maxJobsToActivate: 10,
    });
    await Promise.all(
      (body["jobs"] as { jobKey: string; processInstanceKey: string }[]).map((job) => complete(engine, told, job)),
    );
  };
  await Promise.all([...Array.from({ length: CREATORS }, () => until(create)), until(work)]);
}

async function complete(
  engine: EngineProcess,
  told: Acknowledged,
  job: { jobKey: string; processInstanceKey: string },
): Promise<void> {
  const { status } = await engine.call("POST", `/jobs/${job.jobKey}/completion`, { variables: { done: true } });
  expect(status).toBe(204);
  told.completed.add(job.processInstanceKey);
}

async function all(engine: EngineProcess, path: string, filter: object): Promise<Record<string, unknown>[]> {
  const { body } = await engine.call("POST", path, { filter, page: { limit: 10_000 } });
  return body["items"] as Record<string, unknown>[];
}

/** Moves the clock beyond the time-outs of the dead worker's jobs and completes what is left. */
async function drain(engine: EngineProcess): Promise<void> {
  await engine.call("PUT", "/clock", { timestamp: Date.now() + 10 * JOB_TIMEOUT_MS });
  for (;;) {
    const { body } = await engine.call("POST", "/jobs/activation", {
      type: "work",
      timeout: JOB_TIMEOUT_MS,
      maxJobsToActivate: 100,
      requestTimeout: -1,
    });
    const jobs = body["jobs"] as { jobKey: string }[];
    if (jobs.length === 0) return;
    await Promise.all(jobs.map(({ jobKey }) => engine.call("POST", `/jobs/${jobKey}/completion`)));
  }
}

describe("the engine as a process", () => {
  let folder: string;
  beforeAll(buildEngine, 60_000);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "engine-process-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  describe.each(databaseKinds)("on %s", (kind) => {
    let schema: FreshMariadb | undefined;
    beforeEach(async () => {
      schema = kind === "mariadb" ? await freshMariadb() : undefined;
    });
    afterEach(() => schema?.drop());
    const start = () =>
      startEngine("--clock", "controlled", ...(schema === undefined ? ["--data", folder] : ["--database", schema.url]));

    it("should lose nothing that it acknowledged and do nothing twice when it is killed under load", async () => {
      const told: Acknowledged = { created: new Set(), completed: new Set(), uncertain: 0 };
      let engine = await start();
      await deploy(engine);

      for (let round = 0; round < 3; round++) {
        const killed = engine;
        await load(killed, told, 150, () => void killed.end("SIGKILL"));
        await killed.end("SIGKILL");
        engine = await start();
        const states = new Map(
          (await all(engine, "/process-instances/search", {})).map((row) => [row["processInstanceKey"], row["state"]]),
        );
        expect([...told.created].filter((key) => !states.has(key))).toEqual([]);
        expect([...told.completed].filter((key) => states.get(key) !== "COMPLETED")).toEqual([]);
        expect(states.size).toBeLessThanOrEqual(told.created.size + told.uncertain);
      }

      expect(told.completed.size).toBeGreaterThan(0);
      await drain(engine);
      const instances = await all(engine, "/process-instances/search", {});
      const completedJobs = await all(engine, "/jobs/search", { state: "COMPLETED" });
      const ends = await all(engine, "/element-instances/search", { elementId: "End", state: "COMPLETED" });
      expect(instances.filter(({ state }) => state !== "COMPLETED")).toEqual([]);
      expect(new Set(completedJobs.map(({ processInstanceKey }) => processInstanceKey)).size).toBe(instances.length);
      expect([completedJobs.length, ends.length]).toEqual([instances.length, instances.length]);
      expect(await engine.end("SIGTERM")).toBe(0);
    }, 120_000);
  });

  it("should stop cleanly while a worker waits, and go on where it was", async () => {
    const engine = await startEngine("--data", folder);
    await deploy(engine);
    const poll = engine
      .call("POST", "/jobs/activation", { type: "work", timeout: 1, maxJobsToActivate: 1, requestTimeout: 60_000 })
      .catch(() => undefined);
    const awaited = engine.call("POST", "/process-instances", { processDefinitionId: "pause", awaitCompletion: true });
    await engine.call("GET", "/topology");

    expect(await engine.end("SIGINT")).toBe(0);
    await poll;
    expect((await awaited).status).toBe(503);

    const again = await startEngine("--data", folder);
    expect((await again.call("POST", "/process-instances", { processDefinitionId: "service" })).status).toBe(200);
    expect(await again.end("SIGTERM")).toBe(0);
  });

  it("should move old entries of its log to files while it works, and come back with them from a backup", async () => {
    await fillLog(join(folder, "engine.db"), 10_200);
    const engine = await startEngine("--data", folder, "--keep-log", "100", "--log-level", "info");
    await deploy(engine);
    const create = (of: EngineProcess) => of.call("POST", "/process-instances", { processDefinitionId: "service" });
    const { body } = await create(engine);
    await engine.logged("engine-store.log-archived");

    await makeBackup(readConfig({ ALUR_DATA_DIR: folder }), join(folder, "saved.tar.gz"));
    expect((await create(engine)).status).toBe(200);
    expect(await engine.end("SIGTERM")).toBe(0);
    const other = join(folder, "other");
    await restoreBackup(join(folder, "saved.tar.gz"), readConfig({ ALUR_DATA_DIR: other }));

    expect(readdirSync(join(other, "engine-archive"))).toContain("entries-000000000001-000000010000.ndjson.gz");
    const restored = await startEngine("--data", other, "--keep-log", "100");
    const [instance, ...more] = await all(restored, "/process-instances/search", {});
    expect([instance?.["processInstanceKey"], more]).toEqual([body["processInstanceKey"], []]);
    expect((await create(restored)).status).toBe(200);
    expect(await restored.end("SIGTERM")).toBe(0);
    const store = openSqliteEngineStore({ file: join(other, "engine.db") });
    expect(store.readLog(0, 1)[0]?.position).toBe(10_001);
    await store.close();
  }, 120_000);

  /** Entries that say nothing, as many as an engine writes in a day. */
  async function fillLog(file: string, entries: number): Promise<void> {
    await openSqliteEngineStore({ file }).close();
    const database = new Database(file);
    const insert = database.prepare(INSERT_LOG);
    database.transaction(() => {
      for (let position = 1; position <= entries; position++) insert.run(position, 1000, position, "[]");
    })();
    database.close();
  }

  it("should say in one sentence why it does not start", async () => {
    const engine = await startEngine("--data", folder, "--auth", "basic", "--user", "demo:demo");
    const { port } = new URL(engine.url);
    expect((await engine.call("GET", "/topology")).status).toBe(401);

    for (const [args, sentence] of [
      [
        ["--port", port, "--memory"],
        `Expected port ${port} to be free, but another program listens on it. Choose one with --port`,
      ],
      [
        ["--port", "0", "--data", folder],
        `Expected to be the only engine on '${join(folder, "engine.db")}', but another process has it open`,
      ],
      [["--port", "http"], "Expected --port to be a number from 0 to 65535, but it is 'http'. Try --help"],
      [["--keep-log", "many"], "Expected --keep-log to be a whole number, but it is 'many'. Try --help"],
      [
        ["--keep-log", "5", "--memory"],
        "Expected --keep-log without --memory: what is in memory has no files. Try --help",
      ],
      [["--clock", "moon"], "Expected --clock to be one of system, controlled, but it is 'moon'. Try --help"],
      [
        ["--auth", "basic"],
        "Expected --auth basic to come with --user name:password, but no user is given. Try --help",
      ],
    ] as const) {
      expect(await startFailing(...args)).toEqual({ code: 1, error: `${sentence}\n` });
    }
    expect((await startFailing("--nonsense")).error).toContain("--nonsense");
    expect(await engine.end("SIGTERM")).toBe(0);
  });
});
