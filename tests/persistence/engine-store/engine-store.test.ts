import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { TABLES, type Selection, type TableName } from "../../../src/engine/index.js";
import { databaseKinds, openStore, type TestStore } from "./open-store.js";
import { batch, sampleRow, sparseRow, upserts } from "./sample-rows.js";

const tables = Object.keys(TABLES) as TableName[];

describe.each(databaseKinds)("engine store on %s", (kind) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await openStore(kind);
  });
  afterEach(() => store.close());

  it("should have an empty log at first", async () => {
    expect(await store.head()).toEqual({ position: 0, lastKey: undefined });
    expect(await store.readLog(0, 10)).toEqual([]);
    expect(await store.nextDue()).toBeUndefined();
  });

  it("should give back the log in order", async () => {
    for (const position of [1, 2, 3]) await store.commit(batch(position));

    expect(await store.head()).toEqual({ position: 3, lastKey: "2251799813685251" });
    expect(await store.readLog(1, 1)).toEqual([batch(2).log]);
    expect(await store.readLog(1, 9)).toEqual([batch(2).log, batch(3).log]);
  });

  it("should give back a long log entry letter by letter", async () => {
    const events = JSON.stringify(Array.from({ length: 500 }, (_, n) => ({ n, text: "Ünïcode '\\ \u{1F600}" })));
    const { log } = batch(1);

    await store.commit({ log: { ...log, events }, changes: [] });

    expect(await store.readLog(0, 1)).toEqual([{ ...log, events }]);
  });

  it.each(tables)("should give back rows of %s as they were written", async (table) => {
    const primaryKey = TABLES[table].primaryKey as string;
    const isKey = (TABLES[table].columns as Record<string, string>)[primaryKey] === "key";
    const [full, sparse] = isKey ? ["11", "12"] : ["11-1", "11-2"];
    const rows = [sampleRow(table, { [primaryKey]: full }), sparseRow(table, { [primaryKey]: sparse })];

    await store.commit(batch(1, upserts(table, ...rows)));

    expect(await store.select({ table })).toEqual(rows);
  });

  it("should change the named columns of a row", async () => {
    const before = sampleRow("job", { jobKey: "1", state: "CREATED", worker: "", dueAt: null });
    await store.commit(batch(1, upserts("job", before, sampleRow("job", { jobKey: "2" }))));
    const row = { ...before, state: "COMPLETED", worker: "b", dueAt: 7 } as const;

    await store.commit(
      batch(2, { table: "job", upserts: [], updates: [{ row, columns: ["worker", "state", "dueAt"] }], deletes: [] }),
    );

    expect(await store.select({ table: "job" })).toEqual([row, sampleRow("job", { jobKey: "2" })]);
  });

  it("should write many rows of one table", async () => {
    const rows = Array.from({ length: 39 }, (_, n) => sampleRow("job", { jobKey: String(100 + n) }));

    await store.commit(batch(1, upserts("job", ...rows)));

    expect(await store.select({ table: "job" })).toEqual(rows);
  });

  it("should replace a row with the same key and remove deleted ones", async () => {
    await store.commit(
      batch(1, upserts("job", sampleRow("job", { jobKey: "1", worker: "a" }), sampleRow("job", { jobKey: "2" }))),
    );
    await store.commit(
      batch(2, {
        table: "job",
        upserts: [sampleRow("job", { jobKey: "1", worker: "b", retries: 2 })],
        updates: [],
        deletes: ["2"],
      }),
    );

    expect(
      (await store.select({ table: "job" })).map(({ jobKey, worker, retries }) => [jobKey, worker, retries]),
    ).toEqual([["1", "b", 2]]);
  });

  it("should leave nothing of a commit that fails", async () => {
    await store.commit(batch(1));

    await expect(
      Promise.resolve().then(() => store.commit(batch(1, upserts("job", sampleRow("job"))))),
    ).rejects.toMatchObject({ message: expect.stringMatching(/UNIQUE|Duplicate/u) });

    expect(await store.select({ table: "job" })).toEqual([]);
    await store.commit(batch(2, upserts("job", sampleRow("job"))));
    expect(await store.head()).toMatchObject({ position: 2 });
  });

  it("should load the open rows of one aggregate with the variables of its open scopes", async () => {
    const own = { rootProcessInstanceKey: "1", processInstanceKey: "1" };
    await store.commit(
      batch(
        1,
        upserts(
          "process_instance",
          sampleRow("process_instance", { ...own, open: true }),
          sampleRow("process_instance", { processInstanceKey: "2", rootProcessInstanceKey: "2", open: true }),
        ),
        upserts(
          "element_instance",
          sampleRow("element_instance", { ...own, elementInstanceKey: "3", open: true }),
          sampleRow("element_instance", { ...own, elementInstanceKey: "4", open: false }),
        ),
        upserts(
          "job",
          sampleRow("job", { ...own, jobKey: "5", elementInstanceKey: "3", open: true }),
          sampleRow("job", { ...own, jobKey: "6", elementInstanceKey: "3", open: false }),
        ),
        upserts(
          "variable",
          sampleRow("variable", { ...own, variableKey: "7", scopeKey: "1" }),
          sampleRow("variable", { ...own, variableKey: "8", scopeKey: "3" }),
          sampleRow("variable", { ...own, variableKey: "9", scopeKey: "4" }),
          sampleRow("variable", {
            rootProcessInstanceKey: "2",
            processInstanceKey: "2",
            variableKey: "10",
            scopeKey: "2",
          }),
        ),
      ),
    );

    const loaded = await store.loadAggregate("1");

    expect(loaded.process_instance).toEqual([sampleRow("process_instance", { ...own, open: true })]);
    expect(loaded.element_instance?.map((row) => row.elementInstanceKey)).toEqual(["3"]);
    expect(loaded.job?.map((row) => row.jobKey)).toEqual(["5"]);
    expect(loaded.variable?.map((row) => row.variableKey)).toEqual(["7", "8"]);
    expect(loaded.timer).toEqual([]);
    expect(loaded.message).toBeUndefined();
  });

  it("should look rows up by their index columns", async () => {
    const job = (jobKey: string, availability: "ACTIVATABLE" | "ENDED", dueAt: number | null) =>
      sampleRow("job", { jobKey, type: "cetak", availability, dueAt });
    await store.commit(
      batch(
        1,
        upserts(
          "job",
          job("3", "ACTIVATABLE", 30),
          job("1", "ACTIVATABLE", null),
          job("2", "ENDED", 10),
          job("4", "ACTIVATABLE", 20),
        ),
      ),
    );
    const keys = async (selection: Selection<"job">) => (await store.select(selection)).map(({ jobKey }) => jobKey);

    expect(await keys({ table: "job", equals: { type: "cetak", availability: "ACTIVATABLE" } })).toEqual([
      "1",
      "3",
      "4",
    ]);
    expect(
      await keys({ table: "job", equals: { type: "cetak", availability: "ACTIVATABLE" }, after: "1", limit: 1 }),
    ).toEqual(["3"]);
    expect(await keys({ table: "job", atMost: { column: "dueAt", value: 20 }, orderBy: "dueAt" })).toEqual(["2", "4"]);
    expect(await keys({ table: "job", equals: { dueAt: null } })).toEqual(["1"]);
    expect(await keys({ table: "job", equals: { jobKey: "99999999999999999999999" } })).toEqual([]);
  });

  it("should know the earliest time at which something is due", async () => {
    await store.commit(
      batch(
        1,
        upserts("job", sampleRow("job", { jobKey: "1", dueAt: 500 }), sampleRow("job", { jobKey: "2", dueAt: null })),
        upserts("timer", sampleRow("timer", { timerKey: "3", dueAt: 400 })),
      ),
    );

    expect(await store.nextDue()).toBe(400);
  });

  it("should take a commit of many and of long rows", async () => {
    const rows = Array.from({ length: 700 }, (_, index) =>
      sampleRow("variable", { variableKey: String(index + 1), value: "x".repeat(8000) }),
    );

    await store.commit(batch(1, upserts("variable", ...rows)));

    const { groups } = await store.countBy({ table: "variable", by: ["name"] });
    expect(groups).toMatchObject([{ values: [rows[0]?.name], count: 700 }]);
    expect((await store.select({ table: "variable", after: "699" }))[0]?.value).toHaveLength(8000);
  });
});
