import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { UserTaskRow } from "../../../src/engine/index.js";
import {
  type Counts,
  MAX_GROUPS,
  openSqliteEngineStore,
  type SqliteEngineStore,
} from "../../../src/engine-store/index.js";
import { ReaderThread } from "../../../src/engine-store/sqlite/reader-thread.js";
import { databaseKinds, openStore, type TestStore } from "./open-store.js";
import { batch, sampleRow, upserts } from "./sample-rows.js";

const task = (key: number, changes: Partial<UserTaskRow>): UserTaskRow =>
  sampleRow("user_task", { userTaskKey: String(key), assignee: null, state: "CREATED", ...changes });

const TASKS = [
  task(1, { assignee: "budi", creationDate: 1000, priority: 10 }),
  task(2, { assignee: "Budi", creationDate: 1999, priority: 30 }),
  task(3, { assignee: "", creationDate: 2000, priority: 20 }),
  task(4, { assignee: null, creationDate: 3500, state: "COMPLETED", priority: 40 }),
  task(5, { assignee: "budi", creationDate: 3999, state: "COMPLETED", priority: 50 }),
];

/** Groups of equally many rows come in any order. */
const sorted = ({ groups }: Counts) =>
  groups.toSorted((left, right) => JSON.stringify(left.values).localeCompare(JSON.stringify(right.values)));

/** A file is counted in a thread of its own, a database in memory in place. */
async function openFile(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), "engine-count-"));
  const store = openSqliteEngineStore({ file: join(folder, "engine.db") });
  const close = store.close.bind(store);
  return Object.assign(store, {
    close: async () => {
      await close();
      rmSync(folder, { recursive: true });
    },
  });
}

const places = [...databaseKinds, ...(databaseKinds.includes("sqlite") ? (["sqlite file"] as const) : [])];

describe.each(places)("counting rows on %s", (place) => {
  let store: TestStore;
  beforeAll(async () => {
    store = place === "sqlite file" ? await openFile() : await openStore(place);
    await store.commit(batch(1, upserts("user_task", ...TASKS)));
  });
  afterAll(() => store.close());

  it("should count each combination of values", async () => {
    const where = { kind: "compare", column: "priority", by: "lt", value: 50 } as const;
    const counts = await store.countBy({ table: "user_task", by: ["state", "assignee"], where });

    expect(sorted(counts).map(({ values, count }) => [...values, count])).toEqual([
      ["COMPLETED", null, 1],
      ["CREATED", "", 1],
      ["CREATED", "budi", 1],
      ["CREATED", "Budi", 1],
    ]);
    expect(counts.hasMoreGroups).toBe(false);
  });

  it("should give the groups of the most rows first, and say that there are more", async () => {
    const counts = await store.countBy({ table: "user_task", by: ["assignee"], maxGroups: 1 });

    expect(counts).toMatchObject({ groups: [{ values: ["budi"], count: 2 }], hasMoreGroups: true });
  });

  it("should count different values, of which nothing is none, and find the greatest", async () => {
    const counts = await store.countBy({
      table: "user_task",
      by: ["state"],
      different: "assignee",
      greatest: "priority",
    });

    expect(sorted(counts)).toEqual([
      { values: ["COMPLETED"], count: 2, different: 1, greatest: 50 },
      { values: ["CREATED"], count: 3, different: 2, greatest: 30 },
    ]);
  });

  it("should count all rows together, also none", async () => {
    const all = await store.countBy({ table: "user_task", by: [], different: "userTaskKey", greatest: "creationDate" });
    expect(all.groups).toEqual([{ values: [], count: 5, different: 5, greatest: 3999 }]);

    const none = await store.countBy({
      table: "user_task",
      by: [],
      where: { kind: "compare", column: "state", by: "eq", value: "FAILED" },
      greatest: "creationDate",
    });
    expect(none.groups).toEqual([{ values: [], count: 0, different: 0, greatest: null }]);
  });

  it("should count by slots of time", async () => {
    const counts = await store.countBy({
      table: "user_task",
      by: ["creationDate"],
      slots: { from: 500, lengthMs: 1500 },
      greatest: "creationDate",
    });

    expect(sorted(counts).map(({ values, count, greatest }) => [values[0], count, greatest])).toEqual([
      [2000, 1, 2000],
      [3500, 2, 3999],
      [500, 2, 1999],
    ]);
  });

  it("should count what was committed just now, several counts at a time", async () => {
    const count = async () => (await store.countBy({ table: "job", by: [] })).groups[0]?.count;
    const before = await Promise.all([count(), count()]);
    await store.commit(batch(2, upserts("job", sampleRow("job"))));
    expect([before, await Promise.all([count(), count()])]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});

describe("counting in many groups", () => {
  it("should leave out those beyond the bound", async () => {
    const store = openSqliteEngineStore({ memory: true });
    const rows = Array.from({ length: MAX_GROUPS + 1 }, (_, index) => task(index + 1, { assignee: `p${index}` }));
    await store.commit(batch(1, upserts("user_task", ...rows, task(MAX_GROUPS + 2, { assignee: "p7" }))));

    const { groups, hasMoreGroups } = await store.countBy({ table: "user_task", by: ["assignee"] });

    expect([groups.length, hasMoreGroups]).toEqual([MAX_GROUPS, true]);
    expect(groups[0]).toMatchObject({ values: ["p7"], count: 2 });
    await store.close();
  });
});

describe("the thread that counts in a SQLite file", () => {
  let folder: string;
  let store: SqliteEngineStore;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "engine-reader-"));
    store = openSqliteEngineStore({ file: join(folder, "engine.db") });
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** Takes a while. */
  const LONG = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT COUNT(*) FROM n`;

  it("should leave the main thread to others meanwhile", async () => {
    const reader = new ReaderThread(join(folder, "engine.db"));
    let isCounted = false;
    const counting = reader.all({ sql: LONG, values: [] }).then((rows) => {
      isCounted = true;
      return rows;
    });

    await new Promise((resolve) => setImmediate(resolve));
    expect([store.select({ table: "job" }), isCounted]).toEqual([[], false]);

    expect(await counting).toEqual([[3_000_000]]);
    await reader.close();
  });

  it("should refuse a statement with its reason, and go on", async () => {
    const reader = new ReaderThread(join(folder, "engine.db"));

    await expect(reader.all({ sql: "DELETE FROM job", values: [] })).rejects.toMatchObject({ code: "UNAVAILABLE" });

    expect(await reader.all({ sql: "SELECT ?", values: ["there"] })).toEqual([["there"]]);
    await reader.close();
  });

  it("should refuse whoever waits when it is closed, and begin anew afterwards", async () => {
    const reader = new ReaderThread(join(folder, "engine.db"));
    const counting = reader.all({ sql: LONG, values: [] });
    const refused = expect(counting).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringContaining("the thread that reads has ended") as unknown,
    });
    await reader.close();
    await refused;

    expect(await reader.all({ sql: "SELECT 1", values: [] })).toEqual([[1]]);
    await reader.close();
    await new ReaderThread(join(folder, "engine.db")).close();
  });
});
