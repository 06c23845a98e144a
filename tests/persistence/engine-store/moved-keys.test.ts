import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, describe, expect, it } from "@jest/globals";
import { migrationScripts, openSqliteEngineStore } from "../../../src/engine-store/index.js";

describe("a SQLite file of before keys were kept as distances", () => {
  const folder = mkdtempSync(join(tmpdir(), "engine-keys-"));
  const file = join(folder, "engine.db");
  afterAll(() => rmSync(folder, { recursive: true }));

  it("should give the same keys, and take less room for them", async () => {
    const old = new Sqlite(file);
    for (const { sql } of migrationScripts().filter(({ name }) => /^000[1-4]\.sqlite/u.test(name))) old.exec(sql);
    old.exec(`CREATE TABLE engine_migration (number INTEGER NOT NULL PRIMARY KEY); INSERT INTO engine_migration VALUES (4);
      INSERT INTO record_log VALUES (1, 1000, 2251799813685260, '[]');
      INSERT INTO correlated_message VALUES (2251799813685259, 'a', 1000, 'e', NULL, 2251799813685250, 'm', 1, 'p', 2251799813685249, 2251799813685251, 2251799813685251, 2251799813685252, '<default>');
      INSERT INTO user_task_item VALUES ('candidateGroups', 'loket', 2251799813685253);`);
    old.close();

    const store = openSqliteEngineStore({ file });

    expect(store.head()).toEqual({ position: 1, lastKey: "2251799813685260" });
    const [row] = store.select({ table: "correlated_message", equals: { messageKey: "2251799813685250" } });
    expect(row).toMatchObject({
      correlationRecordKey: "2251799813685259",
      elementInstanceKey: null,
      processInstanceKey: "2251799813685251",
      subscriptionKey: "2251799813685252",
    });
    await store.close();
    const raw = new Sqlite(file, { readonly: true });
    expect(raw.prepare("SELECT rowKey FROM user_task_item").pluck().all()).toEqual([5]);
    raw.close();
  });
});
