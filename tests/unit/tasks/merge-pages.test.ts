import { describe, expect, it } from "@jest/globals";
import { array, assert, asyncProperty, integer, nat, option, record } from "fast-check";
import type { UserTask } from "../../../src/camunda-client/index.js";
import { decodeCursor, mergePages, type Source } from "../../../src/tasks/app/merge-pages.js";

const SORT = { field: "dueDate", order: "ASC" } as const;

const aTask = (n: number, dueAt: number | null): UserTask => ({
  key: String(1_000_000 + n),
  name: `Tugas ${n}`,
  state: "CREATED",
  assignee: null,
  elementId: "E",
  elementInstanceKey: "1",
  candidateGroups: [],
  candidateUsers: [],
  processId: "p",
  processName: "P",
  processVersion: 1,
  processInstanceKey: "1",
  rootProcessInstanceKey: null,
  createdAt: n,
  completedAt: null,
  dueAt,
  followUpAt: null,
  priority: 50,
  formKey: null,
  tags: [],
});

const inOrder = (tasks: readonly UserTask[]): UserTask[] =>
  tasks.toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || Number(a.key) - Number(b.key));

/** A search over tasks in order, with cursors as the engine gives them; counts what it hands out. */
const aSource = (tasks: readonly UserTask[]): { source: Source; read: () => number } => {
  const ordered = inOrder(tasks);
  let read = 0;
  const source: Source = async ({ limit, after }) => {
    const start = after === undefined ? 0 : ordered.findIndex(({ key }) => key === after) + 1;
    const items = ordered.slice(start, start + limit);
    read += items.length;
    return { items, total: ordered.length, isCapped: false, endCursor: items.at(-1)?.key ?? null };
  };
  return { source, read: () => read };
};

const readAll = async (sources: readonly Source[], limit: number): Promise<UserTask[][]> => {
  const pages: UserTask[][] = [];
  let next: string | null = null;
  do {
    const positions = next === null ? undefined : decodeCursor(next, sources.length);
    const page = await mergePages(sources, SORT, limit, positions);
    pages.push([...page.items]);
    next = page.next;
  } while (next !== null);
  return pages;
};

describe("mergePages", () => {
  it("should give every task of all sources once, in order, for any division of them", async () => {
    await assert(
      asyncProperty(
        array(record({ source: nat(2), dueAt: option(nat(20)) }), { maxLength: 60 }),
        integer({ min: 1, max: 7 }),
        async (tasks, limit) => {
          const made = tasks.map(({ source, dueAt }, n) => ({ source, task: aTask(n, dueAt) }));
          const sources = [0, 1, 2].map((index) =>
            aSource(made.filter(({ source }) => source === index).map(({ task }) => task)),
          );
          const pages = await readAll(
            sources.map(({ source }) => source),
            limit,
          );
          expect(pages.flat().map(({ key }) => key)).toEqual(
            inOrder(made.map(({ task }) => task)).map(({ key }) => key),
          );
          expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("should read a bounded number of tasks for a page far down the list", async () => {
    // given two searches of which one is used up slowly
    const slow = aSource(Array.from({ length: 500 }, (_, n) => aTask(n * 20, n * 20)));
    const quick = aSource(Array.from({ length: 9_000 }, (_, n) => aTask(n * 20 + 1, n + 1)));
    // when
    const pages = await readAll([slow.source, quick.source], 25);
    // then
    expect((slow.read() + quick.read()) / pages.length).toBeLessThan(150);
  });

  it.each(["", "bukan", Buffer.from("{}").toString("base64url"), Buffer.from('[{"skip":"1"}]').toString("base64url")])(
    "should not take %p for a cursor",
    (text) => {
      expect(decodeCursor(text, 1)).toBeUndefined();
    },
  );
});
