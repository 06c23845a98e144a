import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import Database from "better-sqlite3";
import { openSqliteEngineStore } from "../../../src/engine-store/index.js";
import { WriterThread } from "../../../src/engine-store/sqlite/writer-thread.js";
import { batch, sampleRow, upserts } from "./sample-rows.js";

describe("the thread that writes a SQLite file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "engine-thread-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("should show what it has written to the thread that reads", async () => {
    const store = openSqliteEngineStore({ file: join(folder, "engine.db") });
    const row = sampleRow("job", { jobKey: "1" });

    await store.commit(batch(1, upserts("job", row)));
    expect(store.select({ table: "job" })).toEqual([row]);

    // Sent together, written in order.
    const changed = { ...row, retries: 7 };
    const update = {
      table: "job",
      upserts: [],
      updates: [{ row: changed, columns: ["retries"] }],
      deletes: [],
    } as const;
    await Promise.all([store.commit(batch(2, update)), store.commit(batch(3))]);
    expect(store.head().position).toBe(3);
    expect(store.select({ table: "job" })).toEqual([changed]);
    await store.close();
  });

  it("should leave nothing of a commit that the database refuses, and go on", async () => {
    const store = openSqliteEngineStore({ file: join(folder, "engine.db") });
    await store.commit(batch(1));
    const taken = batch(1, upserts("job", sampleRow("job")));

    await expect(Promise.resolve(store.commit(taken))).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringContaining("SQLITE_CONSTRAINT") as unknown,
    });
    expect(store.select({ table: "job" })).toEqual([]);

    await store.commit(batch(2, upserts("job", sampleRow("job"))));
    expect(store.select({ table: "job" })).toHaveLength(1);
    await store.close();
  });

  it("should remove entries of the log, so that nobody else waits for the database", async () => {
    const file = join(folder, "engine.db");
    const store = openSqliteEngineStore({ file });
    for (const position of [1, 2, 3, 4]) await store.commit(batch(position));
    const backup = new Database(file);
    backup.exec("BEGIN IMMEDIATE");

    const removing = Promise.resolve(store.removeLog(3, 2));
    expect(store.readLog(0, 10)).toHaveLength(4); // whoever asks meanwhile is answered
    backup.exec("COMMIT");
    backup.close();

    expect(await removing).toBe(2);
    expect(store.readLog(0, 10).map(({ position }) => position)).toEqual([3, 4]);
    await store.close();
  });

  it("should say why a statement was refused, and go on", async () => {
    await openSqliteEngineStore({ file: join(folder, "engine.db") }).close();
    const writer = new WriterThread(join(folder, "engine.db"));

    await expect(writer.run({ sql: "DELETE FROM nowhere", values: [] })).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringContaining("no such table: nowhere") as unknown,
    });
    await writer.write({ log: [1, 1000, 5, "[]"], runs: [] });
    await writer.close();
  });

  it("should be replaced after it has died", async () => {
    const late = join(folder, "later");
    const writer = new WriterThread(join(late, "engine.db"));
    const write = () => writer.write({ log: [1, 1000, 5, "[]"], runs: [] });

    await expect(write()).rejects.toMatchObject({ code: "UNAVAILABLE" });

    mkdirSync(late);
    await openSqliteEngineStore({ file: join(late, "engine.db") }).close();
    await write();
    await writer.close();
    const store = openSqliteEngineStore({ file: join(late, "engine.db") });
    expect(store.head().position).toBe(1);
    await store.close();
  });
});
