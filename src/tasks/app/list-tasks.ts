import type { UserTask, UserTaskFilter } from "../../camunda-client/index.js";
import { AppError } from "../../platform/index.js";
import type { TasksDeps } from "../tasks-deps.js";
import type { Caller } from "./caller.js";
import { fitsPattern, namePatterns } from "./name-patterns.js";
import { countOf, unionTotal } from "./union-total.js";
import { filtersOf, mineFilter, type View } from "./views.js";
import { decodeCursor, type MergedPage, mergePages, type SortOrder, type Source } from "./merge-pages.js";

export interface TaskQuery {
  readonly view: View;
  readonly search?: string | undefined;
  readonly sort: "due" | "created" | "name";
  readonly order: "asc" | "desc";
  readonly process?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface TaskPageOfList extends MergedPage {
  readonly total: number;
}

/** Case files that a text search looks for first; more means that the text says too little. */
const MOST_CASES = 500;

/** Narrows each search by the text: the task's name, or the case files that it finds among those one may read. */
const withText = async (
  { db, cases }: Pick<TasksDeps, "db" | "cases">,
  filters: readonly UserTaskFilter[],
  text: string,
  { ability }: Caller,
): Promise<readonly UserTaskFilter[]> => {
  const found = await db.read((tx) => cases.search(tx, ability, { search: text, offset: 0, limit: MOST_CASES }));
  const caseIds = found.items.map(({ id }) => id);
  return filters.flatMap((filter) => [
    ...namePatterns(text).map((nameLike) => ({ ...filter, nameLike })),
    ...(caseIds.length === 0 ? [] : [{ ...filter, caseIds }]),
  ]);
};

/** The engine puts tasks without a due date first; here they stand last. */
const dueOnesFirst = (filters: readonly UserTaskFilter[]): readonly UserTaskFilter[] => [
  ...filters.map((filter) => ({ ...filter, hasDueDate: true })),
  ...filters.map((filter) => ({ ...filter, hasDueDate: false })),
];

const sortOf = ({ sort, order, view }: TaskQuery): SortOrder => ({
  field: sort === "due" ? "dueDate" : sort === "name" ? "name" : view === "done" ? "completionDate" : "creationDate",
  order: order === "asc" ? "ASC" : "DESC",
});

/** True when a task that a later search gives belongs to an earlier one too. */
const matches = (task: UserTask, filter: UserTaskFilter): boolean =>
  (filter.assignee === undefined || filter.assignee === task.assignee) &&
  (filter.candidateGroups === undefined ||
    filter.candidateGroups.some((group) => task.candidateGroups.includes(group))) &&
  (filter.candidateUser === undefined || task.candidateUsers.includes(filter.candidateUser)) &&
  (filter.nameLike === undefined || fitsPattern(task.name, filter.nameLike)) &&
  (filter.caseIds === undefined || filter.caseIds.some((id) => task.tags.includes(`case:${id}`))) &&
  (filter.hasDueDate === undefined || filter.hasDueDate === (task.dueAt !== null));

const badCursor = (): AppError => {
  const message = {
    id: "Penunjuk halaman tidak dikenal. Mulai dari halaman pertama",
    en: "Unknown page. Start from the first one",
  };
  return new AppError("BAD_INPUT", "Expected a cursor of this list, but it is another text", {
    detail: message,
    errors: [{ path: "after", message }],
  });
};

/**
 * A page of the engine's tasks.
 * @throws {AppError} BAD_INPUT for a cursor that is not one of this list.
 */
export const listTasks = async (
  deps: Pick<TasksDeps, "db" | "cases" | "client">,
  query: TaskQuery,
  caller: Caller,
): Promise<TaskPageOfList> => {
  const views = filtersOf(query.view, caller);
  const text = query.search ?? "";
  const worded = text === "" ? views : await withText(deps, views, text, caller);
  const narrowed =
    query.process === undefined ? worded : worded.map((filter) => ({ ...filter, processId: query.process ?? "" }));
  const filters = query.sort === "due" ? dueOnesFirst(narrowed) : narrowed;
  const sort = sortOf(query);

  const totals: number[] = [];
  const sources: Source[] = filters.map((filter, index) => async (page) => {
    const found = await deps.client.searchUserTasks({ filter, sort: [sort], page });
    totals[index] = found.total;
    return found;
  });
  const positions = query.after === undefined ? undefined : decodeCursor(query.after, sources.length);
  if (query.after !== undefined && positions === undefined) throw badCursor();
  const isFirst = (task: UserTask, source: number): boolean =>
    !filters.slice(0, source).some((earlier) => matches(task, earlier));
  const page = await mergePages(sources, sort, query.limit, positions, isFirst);
  const isWhole = positions === undefined && page.next === null;
  if (isWhole) return { ...page, total: page.items.length };
  return { ...page, total: await totalOf(deps, { narrowed, read: filters }, totals, text) };
};

/** Tasks that a text search counts one by one; above, a task found in two ways counts twice. */
const MOST_COUNTED = 500;

/**
 * Tasks of the whole list. What a text finds by name and by case file, the engine cannot search for together: such tasks are
 * read and counted once, as long as they are few.
 */
const totalOf = async (
  { client }: Pick<TasksDeps, "client">,
  searches: { readonly narrowed: readonly UserTaskFilter[]; readonly read: readonly UserTaskFilter[] },
  counted: readonly (number | undefined)[],
  text: string,
): Promise<number> => {
  const { narrowed, read } = searches;
  if (text === "") return unionTotal(client, narrowed, narrowed === read ? counted : []);
  let sum = 0;
  for (const [index, filter] of read.entries()) sum += counted[index] ?? (await countOf(client, filter));
  if (sum > MOST_COUNTED) return sum;
  const keys = new Set<string>();
  for (const filter of narrowed) {
    const { items } = await client.searchUserTasks({ filter, page: { limit: MOST_COUNTED } });
    for (const { key } of items) keys.add(key);
  }
  return keys.size;
};

/** Numbers beside the views. */
export const countTasks = async (
  { client }: Pick<TasksDeps, "client">,
  caller: Caller,
  now: number,
): Promise<{ readonly mine: number; readonly group: number; readonly overdue: number }> => {
  const [mine, group, overdue] = await Promise.all([
    countOf(client, mineFilter(caller)),
    unionTotal(client, filtersOf("group", caller)),
    countOf(client, { ...mineFilter(caller), dueBefore: now }),
  ]);
  return { mine, group, overdue };
};
