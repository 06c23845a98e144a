import type { ColumnType } from "../../engine/index.js";
import type { SqlDialect } from "../sql-dialect.js";
import type { ColumnLayout, TableLayout } from "./table-layout.js";

/** What both drivers bind and give back. */
export type SqlValue = string | number | bigint | null;

const LARGEST = 2n ** 63n - 1n;

/**
 * A key as an integer column keeps it. Keys made here stay below 2^53; those that callers send may be any digits.
 *
 * @returns undefined when no 64-bit column can hold it: no row has such a key.
 */
export function keyToSql({ keyOrigin }: SqlDialect, key: string): number | bigint | undefined {
  const number = wholeNumber(key);
  if (Number.isSafeInteger(number) && Number.isSafeInteger(number - keyOrigin)) return number - keyOrigin;
  if (!/^-?\d+$/u.test(key)) return undefined;
  const big = BigInt(key) - BigInt(keyOrigin);
  return big <= LARGEST && big >= -LARGEST ? big : undefined;
}

/** Digits of the keys that are made here. */
const USUAL_DIGITS = 16;

/** The number that a text of digits stands for: several times faster than `Number`, and every row has some ten keys. */
function wholeNumber(text: string): number {
  const { length } = text;
  if (length === 0 || length > USUAL_DIGITS) return Number(text);
  let number = 0;
  for (let index = 0; index < length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number(text);
    number = number * 10 + digit;
  }
  return number;
}

/** A key from what an integer column keeps. */
export const keyFromSql = ({ keyOrigin }: SqlDialect, value: number): string => `${value + keyOrigin}`;

/** A row's value as the column keeps it. */
export function toSql(dialect: SqlDialect, value: unknown, type: ColumnType): SqlValue {
  if (value === null || value === undefined) return null;
  switch (type) {
    case "key":
      return keyToSql(dialect, value as string) ?? null;
    case "bool":
      return value === true ? 1 : 0;
    case "json":
      return JSON.stringify(value);
    case "text":
    case "longtext":
    case "int":
    case "time":
      return value as string | number;
  }
}

/** A column's value as the row holds it. */
export function fromSql(dialect: SqlDialect, value: unknown, type: ColumnType): unknown {
  if (value === null) return null;
  switch (type) {
    case "key":
      return keyFromSql(dialect, value as number);
    case "bool":
      return value === 1;
    case "json":
      return JSON.parse(value as string) as unknown;
    case "text":
    case "longtext":
    case "int":
    case "time":
      return value;
  }
}

/** The values of rows in column order, one row behind the other. */
export function encodeRows(dialect: SqlDialect, rows: readonly object[], columns: readonly ColumnLayout[]): SqlValue[] {
  const values: SqlValue[] = new Array<SqlValue>(rows.length * columns.length);
  let index = 0;
  for (const row of rows) {
    for (const { name, type, isNullable } of columns) {
      const value = toSql(dialect, (row as Record<string, unknown>)[name], type);
      // JSON has a null of its own, which is a value where the column must not be empty.
      values[index++] = value === null && type === "json" && !isNullable ? "null" : value;
    }
  }
  return values;
}

/** A row from values in column order. */
export function decodeRow(
  dialect: SqlDialect,
  values: readonly unknown[],
  layout: TableLayout,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  let index = 0;
  for (const { name, type } of layout.columns) row[name] = fromSql(dialect, values[index++], type);
  return row;
}
