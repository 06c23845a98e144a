import type { TableName } from "../../engine/index.js";
import type { Condition, ItemTest } from "../record-search.js";
import { itemColumnsOf, itemTable } from "../schema/item-index.js";
import type { SqlDialect } from "../sql-dialect.js";
import type { SqlFragment } from "./sql-fragment.js";

/** A test for items of a list that its item index can answer. */
export interface ItemLookup {
  readonly table: TableName;
  readonly column: string;
  readonly items: readonly string[];
}

/**
 * Up to so many rows are fetched through the item index and sorted. Where more rows have the item, it is cheaper to read
 * rows in the order of the page and to look into their lists: the page is soon full.
 */
const MAX_ROWS = 5000;

/** Longer items are cut in the index of MariaDB. */
const MAX_ITEM_CHARACTERS = 256;

/** Identifies a look-up among those of one search. */
export const lookupName = ({ table, column, items }: ItemLookup): string => JSON.stringify([table, column, items]);

/** The look-up of a test, when there is one. */
export function itemLookup(table: TableName, column: string, test: ItemTest): ItemLookup | undefined {
  const items = wantedItems(test);
  if (items === undefined || !itemColumnsOf(table).includes(column)) return undefined;
  return items.some((item) => item.length > MAX_ITEM_CHARACTERS) ? undefined : { table, column, items };
}

function wantedItems(test: ItemTest): readonly string[] | undefined {
  switch (test.kind) {
    case "eq":
      return [test.value];
    case "in":
      return test.values;
    case "all":
      return test.of.map(wantedItems).find((items) => items !== undefined);
    case "neq":
    case "notIn":
    case "like":
      return undefined;
  }
}

/** All look-ups of a condition. */
export function itemLookups<Name extends TableName>(
  table: Name,
  condition: Condition<Name> | undefined,
): readonly ItemLookup[] {
  if (condition === undefined) return [];
  if (condition.kind === "all" || condition.kind === "any")
    return condition.of.flatMap((part) => itemLookups(table, part));
  if (condition.kind !== "someItem") return [];
  const lookup = itemLookup(table, condition.column, condition.test);
  return lookup === undefined ? [] : [lookup];
}

/** Counts the entries of a look-up, at most one more than are worth fetching. */
export function lookupCountSql(dialect: SqlDialect, lookup: ItemLookup): SqlFragment {
  const { sql, values } = entriesSql(dialect, lookup);
  return { sql: `SELECT COUNT(*) FROM (${sql} LIMIT ?) entries`, values: [...values, MAX_ROWS + 1] };
}

/** True for a count of {@link lookupCountSql} that is worth fetching. */
export const isWorthFetching = (count: number): boolean => count <= MAX_ROWS;

/** The keys of the rows that have, or had, one of the items. */
export function entriesSql(dialect: SqlDialect, { table, column, items }: ItemLookup): SqlFragment {
  const [listColumn, item, rowKey] = ["listColumn", "item", "rowKey"].map(dialect.quote) as [string, string, string];
  const list = items.length === 0 ? "NULL" : items.map(() => "?").join(", ");
  return {
    sql: `SELECT ${rowKey} FROM ${dialect.quote(itemTable(table))} WHERE ${listColumn} = ? AND ${item} IN (${list})`,
    values: [column, ...items],
  };
}
