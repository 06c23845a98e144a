import type { UserTask, UserTaskFilter } from "../../camunda-client/index.js";
import { groupsOf } from "../../http/index.js";
import { AppError } from "../../platform/index.js";
import type { TasksDeps } from "../tasks-deps.js";
import type { Caller } from "./caller.js";
import { decodeCursor, type MergedPage, mergePages, type SortOrder, type Source } from "./merge-pages.js";

export interface TaskQuery {
  readonly view: "mine" | "group" | "all" | "done";
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

const mineFilter = ({ actor }: Caller): UserTaskFilter => ({ state: "CREATED", assignee: actor.username });

/** Searches that together are a view; the first of them wins where they overlap. */
const filtersOf = (view: TaskQuery["view"], caller: Caller): readonly UserTaskFilter[] => {
  const groups = groupsOf(caller.actor);
  switch (view) {
    case "mine":
      return [mineFilter(caller)];
    case "done":
      return [{ state: "COMPLETED", assignee: caller.actor.username }];
    case "group":
      return groups.length === 0 ? [] : [{ state: "CREATED", assignee: null, candidateGroups: groups }];
    case "all":
      if (caller.ability.can("oversee", "Task")) return [{ state: "CREATED" }];
      return groups.length === 0
        ? [mineFilter(caller)]
        : [mineFilter(caller), { state: "CREATED", candidateGroups: groups }];
  }
};

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
    { ...filter, nameContains: text },
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
  (filter.nameContains === undefined || task.name.toLowerCase().includes(filter.nameContains.toLowerCase())) &&
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
  const sum = await sumOf(deps, filters, totals);
  return { ...page, total: sum - (await overlapOf(deps.client, narrowed)) };
};

/** Sum over the searches; those that this page did not read are counted. Overlaps of a text search count twice, which is rare. */
const sumOf = async (
  { client }: Pick<TasksDeps, "client">,
  filters: readonly UserTaskFilter[],
  known: readonly (number | undefined)[],
): Promise<number> => {
  let sum = 0;
  for (const [index, filter] of filters.entries()) {
    sum += known[index] ?? (await client.searchUserTasks({ filter, page: { limit: 1 } })).total;
  }
  return sum;
};

/** Tasks of the view "all" that are both one's own and the group's. */
const overlapOf = async (client: TasksDeps["client"], filters: readonly UserTaskFilter[]): Promise<number> => {
  const [mine, group] = filters;
  if (filters.length !== 2 || mine?.assignee === undefined || group?.candidateGroups === undefined) return 0;
  if (mine.candidateGroups !== undefined) return 0;
  return (await client.searchUserTasks({ filter: { ...group, ...mine }, page: { limit: 1 } })).total;
};

/** Numbers beside the views. */
export const countTasks = async (
  { client }: Pick<TasksDeps, "client">,
  caller: Caller,
  now: number,
): Promise<{ readonly mine: number; readonly group: number; readonly overdue: number }> => {
  const count = async (filters: readonly UserTaskFilter[]): Promise<number> => {
    const found = await Promise.all(filters.map((filter) => client.searchUserTasks({ filter, page: { limit: 1 } })));
    return found.reduce((sum, { total }) => sum + total, 0);
  };
  const [mine, group, overdue] = await Promise.all([
    count(filtersOf("mine", caller)),
    count(filtersOf("group", caller)),
    count([{ ...mineFilter(caller), dueBefore: now }]),
  ]);
  return { mine, group, overdue };
};
