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
    await writer.write({ log: [1, 1000, 5, "[]"], changes: [] });
    await writer.close();
  });

  it("should keep the events of its log as they are, whatever looks like a key in them", async () => {
    const store = openSqliteEngineStore({ file: join(folder, "engine.db") });
    const keys = [0, 1, 2, 2, 1, 50, 50_000, 50_001, 49_980, 3, 500_000, 1_000_000].map((above) =>
      String(2 ** 51 + above),
    );
    const strange = [
      "9007199254740991",
      "9007199254740993",
      "1234567890123456",
      "0000000000000012",
      "22517998136852481",
    ];
    const quoted = ['"2251799813685249"', "\u0001\u0004x\u0005", "é 🎉 2251799813685250", 'a"2251799813685251"b\\'];
    const short = JSON.stringify([{ t: "x", key: keys[1], name: keys[1] }]);
    const long = JSON.stringify([...keys, ...strange, ...quoted, ...keys.map((key) => ({ t: "job.completed", key }))]);

    await store.commit({ log: { ...batch(1).log, events: short }, changes: [] });
    await store.commit({ log: { ...batch(2).log, events: long }, changes: [] });

    expect(store.readLog(0, 10).map(({ events }) => events)).toEqual([short, long]);
    await store.close();
  });

  it("should write rows of every shape in one commit", async () => {
    const store = openSqliteEngineStore({ file: join(folder, "engine.db") });
    const states = ["ACTIVE", "COMPLETED", 'it\'s "new"', "ACTIVE"] as const;
    const rows = Array.from({ length: 90 }, (_, index) =>
      sampleRow("job", {
        jobKey: String(index + 1),
        worker: ["", "petugas", "?"][index % 3] ?? "",
        tags: index % 2 === 0 ? [] : ["é🎉"],
        customHeaders: index % 5 === 0 ? {} : { a: "b" },
        availability: index % 4 === 0 ? "ENDED" : "ACTIVATABLE",
        errorMessage: index % 7 === 0 ? null : (states[index % 4] ?? null),
        elementInstanceKey: index === 8 ? "9223372036854775807" : String(2 ** 51 + index),
      }),
    );

    await store.commit(batch(1, upserts("job", ...rows)));
    expect(store.select({ table: "job", equals: { elementInstanceKey: "9223372036854775807" } })).toHaveLength(1);
    expect(store.select({ table: "job" }).filter(({ jobKey }) => jobKey !== "9")).toEqual(
      rows.filter(({ jobKey }) => jobKey !== "9"),
    );
    await store.close();
  });

  it("should be replaced after it has died", async () => {
    const late = join(folder, "later");
    const writer = new WriterThread(join(late, "engine.db"));
    const write = () => writer.write({ log: [1, 1000, 5, "[]"], changes: [] });

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
