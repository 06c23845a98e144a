import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { LogBatch } from "../../../src/engine/index.js";
import {
  archiveLog,
  type MariadbEngineStore,
  openMariadbEngineStore,
  openSqliteEngineStore,
  readArchivedLog,
  readNewestBase,
  type SqliteEngineStore,
  startLogArchiver,
} from "../../../src/engine-store/index.js";
import { makeBackup } from "../../../src/cli/archive/make-backup.js";
import { restoreBackup } from "../../../src/cli/archive/restore-backup.js";
import { readConfig, silentLogger } from "../../../src/platform/index.js";
import { databaseKinds, freshMariadb } from "../../support/database.js";
import { assertReplayEquals, bpmn, EngineUnderTest, path, serviceTask, userTask } from "../../support/engine-dsl.js";

const CALLED = bpmn(
  "called",
  `<bpmn:startEvent id="s" />${userTask("ask")}<bpmn:endEvent id="e" />${path("s", "ask", "e")}`,
);
const PROCESS = bpmn(
  "p",
  `<bpmn:startEvent id="s" />${serviceTask("work")}<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="called" /></bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id="e" />
  <bpmn:boundaryEvent id="late" attachedToRef="call"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id="e2" />${path("s", "work", "call", "e")}${path("late", "e2")}`,
);
const SMALL = { keep: 3, entriesPerFile: 5 } as const;

type Store = SqliteEngineStore | MariadbEngineStore;

describe.each(databaseKinds)("archiving the record log on %s", (kind) => {
  let folder: string;
  let archive: string;
  let engine: EngineUnderTest;
  let store: Store;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "alur-archive-"));
    archive = join(folder, "engine-archive");
    if (kind === "sqlite") {
      store = openSqliteEngineStore({ file: join(folder, "engine.db") });
      drop = () => Promise.resolve();
    } else {
      const schema = await freshMariadb();
      store = await openMariadbEngineStore({ url: schema.url });
      drop = () => schema.drop();
    }
    engine = await EngineUnderTest.start({ store });
    await engine.deploy(PROCESS, CALLED);
  }, 120_000);
  afterEach(async () => {
    await engine.engine.close();
    await store.close();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Instances in all states: at the service task, in the called process, finished, canceled. */
  const work = async (): Promise<void> => {
    for (let count = 0; count < 4; count++) await engine.create("p", { count });
    const jobs = await engine.jobs("work", 3);
    for (const { jobKey } of jobs) await engine.ok({ type: "job.complete", jobKey, variables: { done: true } });
    const [task] = (await engine.rows("user_task")).filter(({ open }) => open);
    await engine.ok({ type: "user-task.complete", userTaskKey: task?.userTaskKey ?? "", variables: {} });
    const key = await engine.create("p");
    await engine.ok({ type: "process-instance.cancel", processInstanceKey: key });
  };
  const firstInLog = async (): Promise<number | undefined> => (await store.readLog(0, 1))[0]?.position;
  const archived = async (): Promise<LogBatch[]> => {
    const entries: LogBatch[] = [];
    for await (const entry of readArchivedLog(archive)) entries.push(entry);
    return entries;
  };
  const entryNames = (): string[] => readdirSync(archive).filter((name) => name.startsWith("entries-"));

  /** From the files and from the base, with what is still in the database. */
  const requireReplay = async (): Promise<void> => {
    await assertReplayEquals(store, { entries: await archived() });
    const base = await readNewestBase(archive);
    await assertReplayEquals(store, base === undefined ? {} : { base });
  };

  it("should move whole files, keep the newest entries, and replay from base and from files alike", async () => {
    await work();
    const { position, lastKey } = await store.head();

    const { entries, files } = await archiveLog(store, { folder: archive, ...SMALL });

    expect(files).toBe(Math.floor((position - SMALL.keep) / SMALL.entriesPerFile));
    expect(entries).toBe(files * SMALL.entriesPerFile);
    expect(await firstInLog()).toBe(entries + 1);
    expect(await store.head()).toEqual({ position, lastKey });
    await requireReplay();

    await engine.restart();
    await work();
    await engine.advance(3_600_000);
    expect(await archiveLog(store, { folder: archive, ...SMALL })).not.toMatchObject({ files: 0 });
    await requireReplay();
    expect(readdirSync(archive).filter((name) => name.startsWith("base-"))).toHaveLength(1);
  });

  it("should delete history whose beginning is only in the archive, and replay that", async () => {
    await work();
    await archiveLog(store, { folder: archive, ...SMALL });
    const ended = (await engine.rows("process_instance")).filter(
      ({ open, parentProcessInstanceKey }) => !open && parentProcessInstanceKey === null,
    );
    expect(ended.length).toBeGreaterThan(1);
    for (const { processInstanceKey } of ended)
      await engine.ok({ type: "process-instance.delete", processInstanceKey });
    await requireReplay();
  });

  it("should let the engine work between the slices", async () => {
    await work();
    const created: string[] = [];
    const pause = async (): Promise<void> => {
      if (created.length < 30) created.push(await engine.create("p"));
    };

    await archiveLog(store, { folder: archive, ...SMALL, pause });

    expect(created.length).toBeGreaterThan(2);
    await requireReplay();
  });

  it("should take entries away while requests come in at the same time", async () => {
    await work();
    const archiver = startLogArchiver(store, { folder: archive, ...SMALL, logger: silentLogger });
    const rounds = Array.from({ length: 6 }, (_, round) => round);
    for (const round of rounds) {
      const load = Promise.all(Array.from({ length: 20 }, (_, count) => engine.create("p", { round, count })));
      const [keys] = await Promise.all([load, archiver.run()]);
      expect(new Set(keys).size).toBe(20);
    }
    await archiver.run();
    await archiver.stop();

    expect(await firstInLog()).toBeGreaterThan(SMALL.entriesPerFile);
    expect(
      (await engine.rows("process_instance")).filter(({ processDefinitionId }) => processDefinitionId === "p"),
    ).toHaveLength(125);
    await requireReplay();
  });

  it("should do nothing while there is no whole file", async () => {
    await work();
    const before = await firstInLog();
    expect(await archiveLog(store, { folder: archive, keep: 3 })).toEqual({ entries: 0, files: 0 });
    expect([await firstInLog(), readdirSync(archive)]).toEqual([before, []]);
  });

  it.each(["packing", "copying", "removing"])("should go on after a crash while %s", async (stage) => {
    await work();
    let turns = 0;
    const crash = async (): Promise<void> => {
      turns += 1;
      const at = { packing: 1, copying: 5, removing: 0 }[stage];
      if (turns === at) throw new Error("power cut");
    };
    // While entries are removed: some of a file's entries are gone, others are not.
    const attempt =
      stage === "removing" ? removePartly() : archiveLog(store, { folder: archive, ...SMALL, pause: crash });
    await expect(attempt).rejects.toThrow("power cut");

    await engine.restart();
    await engine.create("p");
    const { position } = await store.head();
    await archiveLog(store, { folder: archive, ...SMALL });

    expect(await firstInLog()).toBe(
      Math.floor((position - SMALL.keep) / SMALL.entriesPerFile) * SMALL.entriesPerFile + 1,
    );
    expect(new Set(entryNames()).size).toBe(Math.floor((position - SMALL.keep) / SMALL.entriesPerFile));
    await requireReplay();
  });

  const removePartly = async (): Promise<void> => {
    const cut = Object.assign(Object.create(store) as Store, {
      head: () => store.head(),
      readLog: (after: number, limit: number) => store.readLog(after, limit),
      snapshot: () => store.snapshot(),
      removeLog: async (upTo: number): Promise<number> => {
        await store.removeLog(upTo, 2);
        throw new Error("power cut");
      },
    });
    await archiveLog(cut, { folder: archive, ...SMALL });
  };

  it.each([
    ["entries", (names: readonly string[]) => names.find((name) => name.startsWith("entries-"))],
    ["base", (names: readonly string[]) => names.find((name) => name.startsWith("base-"))],
  ])("should remove nothing whose %s file is damaged", async (_what, find) => {
    await work();
    await expect(removePartly()).rejects.toThrow("power cut");
    const before = await firstInLog();
    const found = join(archive, find(readdirSync(archive)) ?? "");
    const file = found.endsWith(".gz") ? found : join(found, "process_instance.ndjson.gz");
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, bytes.length - 20), Buffer.alloc(20)]));

    await expect(archiveLog(store, { folder: archive, ...SMALL })).rejects.toThrow(`Expected '${file}'`);

    expect(await firstInLog()).toBe(before);
  });
});

describe("an archiver of the record log", () => {
  let folder: string;
  let engine: EngineUnderTest;
  let store: SqliteEngineStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "alur-archiver-"));
    store = openSqliteEngineStore({ file: join(folder, "engine.db") });
    engine = await EngineUnderTest.start({ store });
    await engine.deploy(CALLED);
    for (let count = 0; count < 20; count++) await engine.create("called", { count });
  });
  afterEach(async () => {
    await engine.engine.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const archive = (): string => join(folder, "engine-archive");

  it("should move entries when it starts and when it is told to, and end between two slices", async () => {
    const archiver = startLogArchiver(store, { folder: archive(), ...SMALL, logger: silentLogger });
    await archiver.run();
    const first = store.readLog(0, 1)[0]?.position ?? 0;
    expect(first).toBeGreaterThan(1);
    for (let count = 0; count < 20; count++) await engine.create("called", { count });
    await archiver.run();
    expect(store.readLog(0, 1)[0]?.position).toBeGreaterThan(first);

    for (let count = 0; count < 20; count++) await engine.create("called", { count });
    const before = store.readLog(0, 1)[0]?.position;
    const running = archiver.run();
    await archiver.stop();
    await running;
    expect(store.readLog(0, 1)[0]?.position).toBe(before);
    await archiver.run();
    expect(store.readLog(0, 1)[0]?.position).toBe(before);
  });

  it("should come back with a backup, as the database does", async () => {
    await archiveLog(store, { folder: archive(), ...SMALL });
    writeFileSync(join(archive(), "entries-000000009999-000000010000.ndjson.gz.half"), "half written");
    await makeBackup(readConfig({ ALUR_DATA_DIR: folder }), join(folder, "saved.tar.gz"));
    const other = join(folder, "other");
    await restoreBackup(join(folder, "saved.tar.gz"), readConfig({ ALUR_DATA_DIR: other }));

    const restored = openSqliteEngineStore({ file: join(other, "engine.db") });
    const base = await readNewestBase(join(other, "engine-archive"));
    expect(base?.position).toBeGreaterThan(1);
    await assertReplayEquals(restored, base === undefined ? {} : { base });
    const entries: LogBatch[] = [];
    for await (const entry of readArchivedLog(join(other, "engine-archive"))) entries.push(entry);
    await assertReplayEquals(restored, { entries });
    expect(readdirSync(join(other, "engine-archive")).filter((name) => name.endsWith(".half"))).toEqual([]);
    await restored.close();
  });
});

describe("archiving a store in memory", () => {
  it("should be refused in a sentence", async () => {
    const store = openSqliteEngineStore({ memory: true });
    expect(() => store.snapshot()).toThrow("Expected a database in a file to be archived, but this one is in memory");
    await store.close();
  });
});
