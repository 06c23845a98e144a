import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { UserTaskRow } from "../../../src/engine/index.js";
import Database from "better-sqlite3";
import {
  type Condition,
  migrationScripts,
  type PageRequest,
  type RecordQuery,
  type SortBy,
} from "../../../src/engine-store/index.js";
import { lookupCountSql, lookupName, lookupsOf } from "../../../src/engine-store/search/item-lookup.js";
import { searchSql } from "../../../src/engine-store/search/search-sql.js";
import type { SqlFragment } from "../../../src/engine-store/search/sql-fragment.js";
import { sqliteDialect } from "../../../src/engine-store/sqlite/sqlite-dialect.js";
import { databaseKinds, openStore, type TestStore } from "./open-store.js";
import { batch, sampleRow, upserts } from "./sample-rows.js";

const task = (key: number, changes: Partial<UserTaskRow>): UserTaskRow =>
  sampleRow("user_task", {
    userTaskKey: String(key),
    processInstanceKey: String(100 + key),
    elementInstanceKey: String(200 + key),
    assignee: null,
    dueDate: null,
    candidateGroups: [],
    state: "CREATED",
    priority: 50,
    ...changes,
  });

const TASKS = [
  task(1, { assignee: "budi", name: "Periksa", dueDate: 300, candidateGroups: ["tpi", "tpp"] }),
  task(2, { assignee: "Budi", name: "periksa", dueDate: 100, candidateGroups: ["tpp"] }),
  task(3, { name: "Periksa_1", dueDate: null, priority: 10 }),
  task(4, { name: "Periksa*1", dueDate: 100, state: "COMPLETED", candidateGroups: ["tpi-pusat"] }),
  task(5, { assignee: "siti", name: "100%", dueDate: null }),
];

type UserTaskCondition = Condition<"user_task">;
const compare = (
  column: keyof UserTaskRow,
  by: "eq" | "neq" | "gt" | "gte" | "lt" | "lte",
  value: string | number | boolean,
): UserTaskCondition => ({
  kind: "compare",
  column,
  by,
  value,
});

const hasVariable = (name: string, ...values: readonly string[]): UserTaskCondition => ({
  kind: "rowExists",
  table: "variable",
  column: "processInstanceKey",
  equals: "processInstanceKey",
  where: {
    kind: "all",
    of: [
      { kind: "compare", column: "name", by: "eq", value: name },
      values.length === 1
        ? { kind: "compare", column: "value", by: "eq", value: values[0] ?? "" }
        : { kind: "in", column: "value", values },
    ],
  },
});

describe.each(databaseKinds)("record search on %s", (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openStore(kind);
    const variable = (key: string, processInstanceKey: string, name: string, value: unknown) =>
      sampleRow("variable", {
        variableKey: key,
        processInstanceKey,
        scopeKey: processInstanceKey,
        name,
        value: value as string,
      });
    await store.commit(
      batch(
        1,
        upserts("user_task", ...TASKS),
        upserts(
          "variable",
          variable("1", "101", "kota", "Jakarta"),
          variable("2", "101", "n", 3),
          variable("3", "102", "kota", "Medan"),
        ),
      ),
    );
  });
  afterAll(() => store.close());

  const find = async (
    where?: UserTaskCondition,
    sort?: readonly SortBy<"user_task">[],
    page: PageRequest = { limit: 100 },
  ) => {
    const found = await store.search({
      table: "user_task",
      ...(where === undefined ? {} : { where }),
      ...(sort === undefined ? {} : { sort }),
      page,
      maxTotal: 3,
    });
    return {
      keys: found.rows.map((row) => Number(row.userTaskKey)),
      total: found.total,
      more: found.hasMoreThanTotal,
      rows: found.rows,
    };
  };
  const keysOf = async (where: UserTaskCondition) => (await find(where)).keys;

  it.each<[string, UserTaskCondition, number[]]>([
    ["equality, with case", compare("assignee", "eq", "budi"), [1]],
    ["inequality, which holds for null", compare("assignee", "neq", "budi"), [2, 3, 4, 5]],
    ["a range", { kind: "all", of: [compare("dueDate", "gte", 100), compare("dueDate", "lt", 300)] }, [2, 4]],
    ["a list", { kind: "in", column: "assignee", values: ["siti", "budi"] }, [1, 5]],
    ["an empty list", { kind: "in", column: "assignee", values: [] }, []],
    ["none of a list", { kind: "notIn", column: "assignee", values: ["siti", "budi"] }, [2, 3, 4]],
    ["absence", { kind: "isNull", column: "dueDate" }, [3, 5]],
    ["presence", { kind: "isNotNull", column: "dueDate" }, [1, 2, 4]],
    [
      "either of two",
      { kind: "any", of: [compare("priority", "lt", 20), compare("state", "eq", "COMPLETED")] },
      [3, 4],
    ],
    ["no condition of any", { kind: "any", of: [] }, []],
    ["a pattern with case", { kind: "like", column: "name", pattern: "Periksa*" }, [1, 3, 4]],
    ["a pattern for one character", { kind: "like", column: "name", pattern: "Periksa?1" }, [3, 4]],
    ["a pattern with an escaped wildcard", { kind: "like", column: "name", pattern: "Periksa\\*1" }, [4]],
    ["a pattern with characters special to SQL", { kind: "like", column: "name", pattern: "*%" }, [5]],
    ["an item of a list", { kind: "someItem", column: "candidateGroups", test: { kind: "eq", value: "tpi" } }, [1]],
    [
      "an item by pattern",
      { kind: "someItem", column: "candidateGroups", test: { kind: "like", pattern: "tpi*" } },
      [1, 4],
    ],
    [
      "an item of several",
      { kind: "someItem", column: "candidateGroups", test: { kind: "in", values: ["tpp", "x"] } },
      [1, 2],
    ],
    ["a key too large for any row", compare("userTaskKey", "eq", "99999999999999999999"), []],
    ["a text of characters", { kind: "longerThan", column: "name", characters: 7 }, [3, 4]],
  ])("should find rows by %s", async (_what, where, keys) => {
    expect(await keysOf(where)).toEqual(keys);
  });

  it("should find rows by an item they have now, whatever they had", async () => {
    const own = (candidateGroups: readonly string[]) =>
      upserts("user_task", task(9, { candidateGroups, state: "CANCELED" }));
    const withItem = (value: string): UserTaskCondition => ({
      kind: "someItem",
      column: "candidateGroups",
      test: { kind: "in", values: [value] },
    });
    await store.commit(batch(2, own(["baru", "lama"])));
    await store.commit(batch(3, own(["baru"])));

    expect([await keysOf(withItem("baru")), await keysOf(withItem("lama"))]).toEqual([[9], []]);

    await store.commit(batch(4, { table: "user_task", upserts: [], updates: [], deletes: ["9"] }));
    expect(await keysOf(withItem("baru"))).toEqual([]);
  });

  it("should find rows by an item that most of them have", async () => {
    const many = Array.from({ length: 5100 }, (_, index) =>
      task(1000 + index, { candidateGroups: ["umum"], state: "FAILED" }),
    );
    await store.commit(batch(5, upserts("user_task", ...many)));

    const found = await find(
      { kind: "someItem", column: "candidateGroups", test: { kind: "eq", value: "umum" } },
      [{ column: "userTaskKey", descending: true }],
      { limit: 2 },
    );

    expect(found).toMatchObject({ keys: [6099, 6098], total: 3, more: true });
    await store.commit(
      batch(6, { table: "user_task", upserts: [], updates: [], deletes: many.map(({ userTaskKey }) => userTaskKey) }),
    );
  });

  it("should find rows by rows of another table", async () => {
    const hasCity = (value: string) => hasVariable("kota", value);

    expect(await keysOf(hasCity('"Jakarta"'))).toEqual([1]);
    expect(await keysOf({ kind: "any", of: [hasCity('"Jakarta"'), hasCity('"Medan"')] })).toEqual([1, 2]);
    expect(await keysOf(hasCity("Jakarta"))).toEqual([]);
    expect(await keysOf(hasVariable("kota", '"Jakarta"', '"Medan"', '"Palu"'))).toEqual([1, 2]);
  });

  it("should find an item as it is written", async () => {
    const lists = [['a"b'], ['A"b'], ["é"], ["e\u0301", "\\n"], ["\n"], ["😀"]];
    const rows = lists.map((candidateUsers, index) => task(300 + index, { candidateUsers, candidateGroups: [] }));
    await store.commit(batch(101, upserts("user_task", ...rows)));
    const having = (value: string) =>
      keysOf({ kind: "someItem", column: "candidateUsers", test: { kind: "eq", value } });

    for (const [index, list] of lists.entries())
      for (const item of list) expect([item, await having(item)]).toEqual([item, [300 + index]]);
    expect(await having('a\\"b')).toEqual([]);
    await store.commit(
      batch(102, { table: "user_task", upserts: [], updates: [], deletes: rows.map((row) => row.userTaskKey) }),
    );
  });

  it("should find rows by a value that many variables have, and by one that is too long for the index", async () => {
    const many = Array.from({ length: 5001 }, (_, index) =>
      sampleRow("variable", {
        variableKey: String(10_000 + index),
        processInstanceKey: index % 2 === 0 ? "104" : "105",
        name: "status",
        value: "LENGKAP",
      }),
    );
    const [short, long] = ["a".repeat(62), "a".repeat(63)];
    const texts = [short, long].map((value, index) =>
      sampleRow("variable", {
        variableKey: String(20_000 + index),
        processInstanceKey: String(101 + index),
        name: "isi",
        value,
      }),
    );
    await store.commit(batch(100, upserts("variable", ...many, ...texts)));

    expect(await keysOf(hasVariable("status", '"LENGKAP"'))).toEqual([4, 5]);
    expect(await keysOf(hasVariable("isi", JSON.stringify(short)))).toEqual([1]);
    expect(await keysOf(hasVariable("isi", JSON.stringify(long)))).toEqual([2]);
    expect(await keysOf(hasVariable("isi", JSON.stringify(short), JSON.stringify(long)))).toEqual([1, 2]);
    expect(await keysOf(hasVariable("status", '"LENGKAP"', '"KURANG"'))).toEqual([4, 5]);
    expect(
      await keysOf({ kind: "all", of: [hasVariable("status", '"LENGKAP"'), hasVariable("kota", '"Medan"')] }),
    ).toEqual([]);
  });

  it("should count up to the limit and say that there are more", async () => {
    expect(await find(undefined, undefined, { limit: 2 })).toMatchObject({ keys: [1, 2], total: 3, more: true });
    expect(await find(compare("assignee", "eq", "siti"))).toMatchObject({ total: 1, more: false });
    expect(await find(undefined, undefined, { limit: 2, from: 4 })).toMatchObject({ keys: [5], total: 3, more: true });
    expect(await find(undefined, undefined, { limit: 2, from: 5000 })).toMatchObject({ keys: [], more: true });
  });

  it.each([
    ["ascending", [{ column: "dueDate" }], [3, 5, 2, 4, 1]],
    ["descending, equals too", [{ column: "dueDate", descending: true }], [1, 4, 2, 5, 3]],
    ["by two columns", [{ column: "state", descending: true }, { column: "dueDate" }], [3, 5, 2, 1, 4]],
    ["by key", [{ column: "userTaskKey", descending: true }], [5, 4, 3, 2, 1]],
  ] as [string, SortBy<"user_task">[], number[]][])(
    "should sort %s and turn pages in both directions",
    async (_how, sort, keys) => {
      expect((await find(undefined, sort)).keys).toEqual(keys);
      const position = (row: UserTaskRow | undefined) =>
        [
          ...sort.map(({ column }) => row?.[column] ?? null),
          ...(sort.some(({ column }) => column === "userTaskKey") ? [] : [row?.userTaskKey ?? null]),
        ] as (string | number | null)[];

      const first = await find(undefined, sort, { limit: 2 });
      const second = await find(undefined, sort, { limit: 2, after: position(first.rows.at(-1)) });
      const third = await find(undefined, sort, { limit: 2, after: position(second.rows.at(-1)) });
      const back = await find(undefined, sort, { limit: 2, before: position(third.rows.at(0)) });

      expect([first.keys, second.keys, third.keys]).toEqual([keys.slice(0, 2), keys.slice(2, 4), keys.slice(4)]);
      expect(back.keys).toEqual(second.keys);
    },
  );
});

describe("plans of searches on SQLite", () => {
  let database: Database.Database;
  beforeAll(() => {
    database = new Database(":memory:");
    for (const { name, sql } of migrationScripts()) if (name.endsWith(".sqlite.sql")) database.exec(sql);
  });
  afterAll(() => void database.close());
  const plan = (fragment: SqlFragment): string =>
    (database.prepare(`EXPLAIN QUERY PLAN ${fragment.sql}`).all(...fragment.values) as { detail: string }[])
      .map(({ detail }) => detail)
      .join("; ");

  it.each([
    ["the value", ['"Medan"']],
    ["one of the values", ['"Medan"', '"Palu"']],
  ])("should begin with the index over names and values where few variables have %s", (_which, values) => {
    const query: RecordQuery<"user_task"> = {
      table: "user_task",
      where: hasVariable("kota", ...values),
      page: { limit: 50 },
      maxTotal: 10,
    };
    const lookups = lookupsOf(query.table, query.where);
    expect(lookups).toHaveLength(1);

    for (const lookup of lookups)
      expect(plan(lookupCountSql(sqliteDialect, lookup))).toContain("variable_by_name_value");
    const { page, count } = searchSql(sqliteDialect, query, new Set(lookups.map(lookupName)));
    for (const fragment of [page, count]) expect(plan(fragment)).toContain("variable_by_name_value");
  });

  it("should enter an index where a deep page begins", () => {
    const tasks = searchSql(sqliteDialect, {
      table: "user_task",
      where: compare("state", "eq", "CREATED"),
      sort: [{ column: "creationDate", descending: true }],
      page: { limit: 50, after: [5000, "7"] },
      maxTotal: 10,
    });
    expect(plan(tasks.page)).toContain("user_task_by_state_creationDate (state=? AND creationDate<?)");

    const instances = searchSql(sqliteDialect, {
      table: "process_instance",
      sort: [{ column: "startDate" }],
      page: { limit: 50, after: [5000, "7"] },
      maxTotal: 10,
    });
    expect(plan(instances.page)).toContain("process_instance_by_startDate (startDate>?)");
  });
});
