import type { Found, TaskSortField, UserTask } from "../../camunda-client/index.js";

/** One search whose pages are merged with others in the same order. */
export type Source = (page: { readonly limit: number; readonly after?: string }) => Promise<Found<UserTask>>;

/** Where one source stands: `skip` items of the page behind `after` were given out already; null = at its end. */
type Position = { readonly after?: string; readonly skip: number } | null;

export interface SortOrder {
  readonly field: TaskSortField;
  readonly order: "ASC" | "DESC";
}

export interface MergedPage {
  readonly items: readonly UserTask[];
  /** Opaque; null at the end. */
  readonly next: string | null;
}

const valueOf = (task: UserTask, field: TaskSortField): number | string | null => {
  switch (field) {
    case "creationDate":
      return task.createdAt;
    case "completionDate":
      return task.completedAt;
    case "dueDate":
      return task.dueAt;
    case "priority":
      return task.priority;
    case "name":
      return task.name;
  }
};

/** Order of two tasks: tasks without a value last, ties by key, that is by age. */
const compare = (a: UserTask, b: UserTask, { field, order }: SortOrder): number => {
  const [x, y] = [valueOf(a, field), valueOf(b, field)];
  if (x === null || y === null) {
    if (x !== y) return x === null ? 1 : -1;
  } else if (x !== y) {
    return (x < y ? -1 : 1) * (order === "ASC" ? 1 : -1);
  }
  return a.key.length === b.key.length ? (a.key < b.key ? -1 : 1) : a.key.length - b.key.length;
};

const encode = (positions: readonly Position[]): string => Buffer.from(JSON.stringify(positions)).toString("base64url");

/** @returns undefined for a text that is no cursor of this many sources. */
export const decodeCursor = (text: string, count: number): readonly Position[] | undefined => {
  try {
    const positions = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown;
    if (!Array.isArray(positions) || positions.length !== count) return undefined;
    const isPosition = (value: unknown): value is Position =>
      value === null ||
      (typeof value === "object" &&
        Number.isInteger((value as { skip?: unknown }).skip) &&
        ["undefined", "string"].includes(typeof (value as { after?: unknown }).after));
    return positions.every(isPosition) ? positions : undefined;
  } catch {
    return undefined;
  }
};

interface Reading {
  readonly items: readonly UserTask[];
  readonly limit: number;
  readonly endCursor: string | null;
  readonly position: Position;
}

/** The same place with less to skip: hops over whole pages that were given out. */
const closer = async (source: Source, position: NonNullable<Position>, limit: number): Promise<Position> => {
  let { after, skip } = position;
  while (skip >= limit) {
    const { endCursor } = await source({ limit, ...(after === undefined ? {} : { after }) });
    if (endCursor === null) return null;
    after = endCursor;
    skip -= limit;
  }
  return { skip, ...(after === undefined ? {} : { after }) };
};

const read = async (source: Source, from: Position, limit: number): Promise<Reading> => {
  const position = from === null ? null : await closer(source, from, limit);
  if (position === null) return { items: [], limit: 0, endCursor: null, position };
  const asked = limit + position.skip;
  const page = await source({ limit: asked, ...(position.after === undefined ? {} : { after: position.after }) });
  return { items: page.items.slice(position.skip), limit: asked, endCursor: page.endCursor, position };
};

/** Where a source stands after `used` of its items. */
const advance = ({ items, limit, endCursor, position }: Reading, used: number): Position => {
  if (position === null) return null;
  const read = position.skip + items.length;
  if (used < items.length) return { ...position, skip: position.skip + used };
  return read < limit || endCursor === null ? null : { after: endCursor, skip: 0 };
};

/**
 * A page over several searches in one order, as the engine has no OR over tasks. Each request reads a few
 * pages from each source, however far down the list it is.
 * @param isKept false for a task that another source gives too.
 */
export const mergePages = async (
  sources: readonly Source[],
  sort: SortOrder,
  limit: number,
  positions: readonly Position[] = sources.map(() => ({ skip: 0 })),
  isKept: (task: UserTask, source: number) => boolean = () => true,
): Promise<MergedPage> => {
  const readings = await Promise.all(sources.map((source, i) => read(source, positions[i] ?? null, limit)));
  const used = sources.map(() => 0);
  const items: UserTask[] = [];
  while (items.length < limit) {
    let best: { readonly task: UserTask; readonly source: number } | undefined;
    for (const [source, reading] of readings.entries()) {
      const task = reading.items[used[source] ?? 0];
      if (task !== undefined && (best === undefined || compare(task, best.task, sort) < 0)) best = { task, source };
    }
    if (best === undefined) break;
    used[best.source] = (used[best.source] ?? 0) + 1;
    if (isKept(best.task, best.source)) items.push(best.task);
  }
  const next = readings.map((reading, i) => advance(reading, used[i] ?? 0));
  return { items, next: next.every((position) => position === null) ? null : encode(next) };
};
