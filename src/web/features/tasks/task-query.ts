import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from "@tanstack/react-query";
import type { TaskList } from "../../../http/contract/tasks.js";
import { api, queryOf } from "../../shared/api/client.js";

export const taskViews = ["mine", "group", "all", "done"] as const;
export type TaskView = (typeof taskViews)[number];
export const taskSorts = ["due", "created", "name"] as const;
export type TaskSort = (typeof taskSorts)[number];

/** What the list shows; lives in the address of the page. */
export interface TaskFilter {
  readonly view: TaskView;
  readonly search: string;
  readonly sort: TaskSort;
  readonly order: "asc" | "desc";
  readonly process: string;
}

const oneOf = <T extends string>(values: readonly T[], text: string | null, otherwise: T): T =>
  values.find((value) => value === text) ?? otherwise;

/** Reads the filter from the address; unknown values fall back. */
export const filterFrom = (query: URLSearchParams): TaskFilter => ({
  view: oneOf(taskViews, query.get("view"), "mine"),
  search: query.get("search") ?? "",
  sort: oneOf(taskSorts, query.get("sort"), "due"),
  order: oneOf(["asc", "desc"] as const, query.get("order"), "asc"),
  process: query.get("process") ?? "",
});

/** The address of a filter, without what is the default anyway. */
export function filterTo(filter: TaskFilter): URLSearchParams {
  const query = new URLSearchParams();
  if (filter.view !== "mine") query.set("view", filter.view);
  if (filter.search !== "") query.set("search", filter.search);
  if (filter.sort !== "due") query.set("sort", filter.sort);
  if (filter.order !== "asc") query.set("order", filter.order);
  if (filter.process !== "") query.set("process", filter.process);
  return query;
}

const PAGE = 25;

/** The task list, page after page. */
export const useTaskList = (filter: TaskFilter): UseInfiniteQueryResult<InfiniteData<TaskList>> =>
  useInfiniteQuery({
    queryKey: ["tasks", filter],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      api.get<TaskList>(`/tasks${queryOf({ ...filter, after: pageParam, limit: PAGE })}`, { signal }),
    getNextPageParam: (last) => last.next,
    placeholderData: (previous) => previous,
    refetchInterval: 60_000,
  });
