import { decodeCursor, encodeCursor } from "./cursor.js";
import type { SearchAnswer, SearchBody } from "./record-search-page.js";

const DEFAULT_LIMIT = 100;

interface PageBody {
  readonly limit?: number;
  readonly from?: number;
  readonly after?: string;
  readonly before?: string;
}

type Sortable = string | number | boolean | null;

/**
 * Sorts and pages items that were put together in memory, such as counts.
 *
 * @param name what the items are; a cursor of other items is refused.
 * @param tieBreaker member that tells items with equal sort values apart.
 * @param hasMoreItems there are more than could be put together.
 */
export function inMemoryPage<Item extends object>(
  name: string,
  items: readonly Item[],
  body: SearchBody | undefined,
  tieBreaker: keyof Item & string,
  hasMoreItems = false,
): SearchAnswer<Item> {
  const orders = [...(body?.sort ?? []), { field: tieBreaker, order: "ASC" }];
  const sorted = items.toSorted((left, right) => compareBy(orders, left, right));
  const page = (body?.page ?? {}) as PageBody;
  const limit = page.limit ?? DEFAULT_LIMIT;
  const positionOf = (cursor: string): number => Number(decodeCursor(name, cursor, 1)[0]);
  const [from, to] = rangeOf(page, limit, positionOf);
  const shown = sorted.slice(from, to);
  const cursor = (index: number): string | null => (shown.length === 0 ? null : encodeCursor(name, [index]));
  return {
    items: shown,
    page: {
      totalItems: items.length,
      hasMoreTotalItems: hasMoreItems,
      startCursor: cursor(from),
      endCursor: cursor(from + shown.length - 1),
    },
  };
}

function rangeOf(
  { from, after, before }: PageBody,
  limit: number,
  positionOf: (cursor: string) => number,
): readonly [number, number] {
  if (after !== undefined) return [positionOf(after) + 1, positionOf(after) + 1 + limit];
  if (before !== undefined) return [Math.max(0, positionOf(before) - limit), positionOf(before)];
  return [from ?? 0, (from ?? 0) + limit];
}

function compareBy(orders: NonNullable<SearchBody["sort"]>, left: object, right: object): number {
  for (const { field, order } of orders) {
    const [a, b] = [valueOf(left, field), valueOf(right, field)];
    if (a === b) continue;
    const isBefore = a === null || (b !== null && a < b);
    return (isBefore ? -1 : 1) * (order === "DESC" ? -1 : 1);
  }
  return 0;
}

const valueOf = (item: object, field: string): Sortable => (item as Readonly<Record<string, Sortable>>)[field] ?? null;
