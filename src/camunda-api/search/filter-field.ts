import type { TableName } from "../../engine/index.js";
import type { ColumnOf, ComparedValue, Condition, ItemTest } from "../../engine-store/index.js";
import { isSchemaObject } from "../contract/json-schema.js";
import { toEpochMs } from "../instant.js";

/** How one property of a filter becomes a condition over the table's rows. */
export type FilterField<Name extends TableName> = (value: unknown) => Condition<Name>;

/** The properties of a filter by name. */
export type FilterFields<Name extends TableName> = Readonly<Record<string, FilterField<Name>>>;

type ToCompared = (value: unknown) => ComparedValue;

const asIs: ToCompared = (value) => value as ComparedValue;
const asTime: ToCompared = (value) => toEpochMs(String(value));

const COMPARISONS = { $eq: "eq", $neq: "neq", $gt: "gt", $gte: "gte", $lt: "lt", $lte: "lte" } as const;

/** A column compared as it is: text, key, number, boolean or enum; a plain value means equality. */
export const field =
  <Name extends TableName>(column: ColumnOf<Name>): FilterField<Name> =>
  (value) =>
    columnCondition(column, value, asIs);

/** A column of times: the filter names them as date-time text. */
export const timeField =
  <Name extends TableName>(column: ColumnOf<Name>): FilterField<Name> =>
  (value) =>
    columnCondition(column, value, asTime);

/** A column with a list of texts: at least one of them fulfils the filter. */
export const itemField =
  <Name extends TableName>(column: ColumnOf<Name>): FilterField<Name> =>
  (value) => {
    if (isSchemaObject(value) && "$exists" in value) {
      const { $exists, ...others } = value;
      // An absent list is kept as an empty one.
      const presence: Condition<Name> = { kind: "compare", column, by: $exists === true ? "neq" : "eq", value: "[]" };
      if (Object.keys(others).length === 0) return presence;
      return { kind: "all", of: [presence, itemField<Name>(column)(others)] };
    }
    return { kind: "someItem", column, test: itemTest(value) };
  };

/** A column with a list of texts that has to hold all of those in the filter. */
export const allItemsField =
  <Name extends TableName>(column: ColumnOf<Name>): FilterField<Name> =>
  (value) => ({
    kind: "all",
    of: (value as readonly string[]).map((item) => ({ kind: "someItem", column, test: { kind: "eq", value: item } })),
  });

/** The condition of a column for a plain value or an object of operators. */
export function columnCondition<Name extends TableName>(
  column: ColumnOf<Name>,
  value: unknown,
  toCompared: ToCompared,
): Condition<Name> {
  if (value === null) return { kind: "isNull", column };
  if (!isSchemaObject(value)) return { kind: "compare", column, by: "eq", value: toCompared(value) };
  const parts = Object.entries(value).map(([operator, operand]) =>
    operatorCondition(column, operator, operand, toCompared),
  );
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: "all", of: parts };
}

function operatorCondition<Name extends TableName>(
  column: ColumnOf<Name>,
  operator: string,
  operand: unknown,
  toCompared: ToCompared,
): Condition<Name> {
  switch (operator) {
    case "$exists":
      return { kind: operand === true ? "isNotNull" : "isNull", column };
    case "$in":
    case "$notIn":
      return {
        kind: operator === "$in" ? "in" : "notIn",
        column,
        values: (operand as readonly unknown[]).map(toCompared),
      };
    case "$like":
      return { kind: "like", column, pattern: String(operand) };
    default:
      return {
        kind: "compare",
        column,
        by: COMPARISONS[operator as keyof typeof COMPARISONS],
        value: toCompared(operand),
      };
  }
}

function itemTest(value: unknown): ItemTest {
  if (!isSchemaObject(value)) return { kind: "eq", value: String(value) };
  return { kind: "all", of: Object.entries(value).map(([operator, operand]) => itemOperator(operator, operand)) };
}

function itemOperator(operator: string, operand: unknown): ItemTest {
  switch (operator) {
    case "$neq":
      return { kind: "neq", value: String(operand) };
    case "$in":
    case "$notIn":
      return { kind: operator === "$in" ? "in" : "notIn", values: operand as readonly string[] };
    case "$like":
      return { kind: "like", pattern: String(operand) };
    default:
      return { kind: "eq", value: String(operand) };
  }
}
