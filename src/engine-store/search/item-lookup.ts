import type { TableName } from "../../engine/index.js";
import type { Condition, ItemTest } from "../record-search.js";
import { itemColumnsOf, itemTable } from "../schema/item-index.js";
import type { SqlDialect } from "../sql-dialect.js";
import { isIndexed } from "../schema/value-index.js";
import type { SqlFragment } from "./sql-fragment.js";
import { type ValueLookup, valueLookup } from "./value-lookup.js";

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

/** What is counted first: where few rows are found, the search begins with them. */
export type Lookup = ItemLookup | ValueLookup;

/** Identifies a look-up among those of one search. */
export const lookupName = (lookup: Lookup): string =>
  JSON.stringify("items" in lookup ? [lookup.table, lookup.column, lookup.items] : [lookup.name, lookup.values]);

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
export function lookupsOf<Name extends TableName>(
  table: Name,
  condition: Condition<Name> | undefined,
): readonly Lookup[] {
  if (condition === undefined) return [];
  if (condition.kind === "all" || condition.kind === "any")
    return condition.of.flatMap((part) => lookupsOf(table, part));
  const lookup =
    condition.kind === "someItem"
      ? itemLookup(table, condition.column, condition.test)
      : condition.kind === "rowExists"
        ? valueLookup(condition.table, condition.where)
        : undefined;
  return lookup === undefined ? [] : [lookup];
}

/** Counts the entries of a look-up, at most one more than are worth fetching. */
export function lookupCountSql(dialect: SqlDialect, lookup: Lookup): SqlFragment {
  const { sql, values } = "items" in lookup ? entriesSql(dialect, lookup) : variablesSql(dialect, lookup);
  const limit = dialect.limit(MAX_ROWS + 1);
  return { sql: `SELECT COUNT(*) FROM (${sql} LIMIT ${limit.sql}) entries`, values: [...values, ...limit.values] };
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

function variablesSql(dialect: SqlDialect, { table, name, values }: ValueLookup): SqlFragment {
  const [nameColumn, valueColumn] = ["name", "value"].map(dialect.quote) as [string, string];
  const list = values.map(() => "?").join(", ");
  const where = `${nameColumn} = ? AND ${valueColumn} IN (${list}) AND ${isIndexed(dialect, valueColumn)}`;
  return { sql: `SELECT 1 FROM ${dialect.quote(table)} WHERE ${where}`, values: [name, ...values] };
}
