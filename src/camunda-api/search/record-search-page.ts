import type { ColumnOf, Condition, PageRequest, RecordSearch, SortBy } from "../../engine-store/index.js";
import { TABLES, type TableName, type TableRows } from "../../engine/index.js";
import { decodeCursor, encodeCursor, type Position } from "./cursor.js";
import { filterCondition } from "./filter-condition.js";
import type { FilterFields } from "./filter-field.js";

/** Totals are counted up to here; then `hasMoreTotalItems` says that there are more. */
export const MAX_TOTAL = 10_000;
const DEFAULT_LIMIT = 100;

/** The body of a search request, as far as all searches share it. */
export interface SearchBody {
  readonly filter?: unknown;
  readonly sort?: readonly { readonly field: string; readonly order?: string | undefined }[] | undefined;
  readonly page?: unknown;
}

/** Paging part of every search answer. */
export interface PageInfo {
  readonly totalItems: number;
  readonly hasMoreTotalItems: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A search answer. */
export interface SearchAnswer<Item> {
  readonly items: readonly Item[];
  readonly page: PageInfo;
}

/** How the records of one kind are searched. */
export interface SearchDefinition<Name extends TableName, Item> {
  readonly table: Name;
  readonly filter: FilterFields<Name>;
  /** Columns of the sort fields that are not named like their column. */
  readonly sort?: Readonly<Record<string, ColumnOf<Name>>>;
  readonly toItem: (row: TableRows[Name]) => Item;
}

/** Runs a search; `where` is what the operation itself asks for, beside the filter. */
export async function searchPage<Name extends TableName, Item>(
  store: RecordSearch,
  definition: SearchDefinition<Name, Item>,
  body: SearchBody | undefined,
  where?: Condition<Name>,
): Promise<SearchAnswer<Item>> {
  const sort = sortOf(definition, body?.sort ?? []);
  const order = orderOf(definition.table, sort);
  const condition = both(where, filterCondition(definition.filter, body?.filter));
  const found = await store.search<Name>({
    table: definition.table,
    ...(condition === undefined ? {} : { where: condition }),
    sort,
    page: pageOf(body?.page as PageBody | undefined, order),
    maxTotal: MAX_TOTAL,
  });
  return {
    items: found.rows.map(definition.toItem),
    page: {
      totalItems: found.total,
      hasMoreTotalItems: found.hasMoreThanTotal,
      startCursor: cursorOf(order, found.rows.at(0)),
      endCursor: cursorOf(order, found.rows.at(-1)),
    },
  };
}

function sortOf<Name extends TableName, Item>(
  definition: SearchDefinition<Name, Item>,
  sort: NonNullable<SearchBody["sort"]>,
): readonly SortBy<Name>[] {
  return sort.map(({ field, order }) => ({
    column: definition.sort?.[field] ?? (field as ColumnOf<Name>),
    descending: order === "DESC",
  }));
}

interface Order {
  /** Table and columns with their directions: a cursor of another order is refused. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Sorted by their JSON text, as the database keeps them. */
  readonly jsonColumns: ReadonlySet<string>;
}

const sortValue = (value: unknown, isJson: boolean): string | number | boolean | null =>
  isJson ? JSON.stringify(value) : (value as string | number | boolean | null);

function orderOf<Name extends TableName>(table: Name, sort: readonly SortBy<Name>[]): Order {
  const key: string = TABLES[table].primaryKey;
  const columns: string[] = sort.map(({ column }) => column);
  if (!columns.includes(key)) columns.push(key);
  const specs: Readonly<Record<string, string>> = TABLES[table].columns;
  const jsonColumns = new Set(columns.filter((column) => specs[column]?.startsWith("json") === true));
  return {
    jsonColumns,
    name: `${table}:${sort.map(({ column, descending }) => (descending === true ? `-${column}` : column)).join(",")}`,
    columns,
  };
}

interface PageBody {
  readonly limit?: number;
  readonly from?: number;
  readonly after?: string;
  readonly before?: string;
}

function pageOf(page: PageBody | undefined, order: Order): PageRequest {
  const limit = page?.limit ?? DEFAULT_LIMIT;
  const position = (cursor: string): Position => decodeCursor(order.name, cursor, order.columns.length);
  if (page?.after !== undefined) return { limit, after: position(page.after) };
  if (page?.before !== undefined) return { limit, before: position(page.before) };
  return page?.from === undefined ? { limit } : { limit, from: page.from };
}

function cursorOf(order: Order, row: object | undefined): string | null {
  if (row === undefined) return null;
  const values = row as Readonly<Record<string, unknown>>;
  return encodeCursor(
    order.name,
    order.columns.map((column) => sortValue(values[column] ?? null, order.jsonColumns.has(column))),
  );
}

/** Both conditions, where there are both. */
export function both<Name extends TableName>(
  first: Condition<Name> | undefined,
  second: Condition<Name> | undefined,
): Condition<Name> | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return { kind: "all", of: [first, second] };
}
