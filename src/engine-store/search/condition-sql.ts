import type { TableName } from "../../engine/index.js";
import type { ComparedValue, Comparison, Condition, ItemTest } from "../record-search.js";
import { keyToSql, type SqlValue } from "../schema/column-codec.js";
import { columnOf, layoutOf, type ColumnLayout, type TableLayout } from "../schema/table-layout.js";
import type { SqlDialect } from "../sql-dialect.js";
import { nearCopyCondition, originalOf } from "../schema/near-copies.js";
import type { SqlFragment } from "./sql-fragment.js";
import { isIndexed } from "../schema/value-index.js";
import { entriesSql, itemLookup, lookupName } from "./item-lookup.js";
import { valueLookup } from "./value-lookup.js";

/** Holds for no row; written where a value fits no column. */
const NEVER: SqlFragment = { sql: "1 = 0", values: [] };
const ALWAYS: SqlFragment = { sql: "1 = 1", values: [] };

const OPERATOR: Readonly<Record<Comparison, string>> = { eq: "=", neq: "<>", gt: ">", gte: ">=", lt: "<", lte: "<=" };

interface Scope {
  readonly dialect: SqlDialect;
  readonly layout: TableLayout;
  /** Alias of the table; sub-queries count on from it. */
  readonly alias: string;
  readonly depth: number;
  /** Look-ups whose rows are worth fetching through their index. */
  readonly rareItems: ReadonlySet<string>;
}

const NO_ITEMS: ReadonlySet<string> = new Set();

/** Alias of the table that is searched. */
export const OUTER_ALIAS = "t0";

/** The WHERE part of a condition over `table`. */
export function conditionSql<Name extends TableName>(
  dialect: SqlDialect,
  table: Name,
  condition: Condition<Name>,
  rareItems = NO_ITEMS,
): SqlFragment {
  return compile({ dialect, layout: layoutOf(table), alias: OUTER_ALIAS, depth: 0, rareItems }, condition);
}

/** Conditions of any table: column names are checked against the layout before they go into SQL. */
type AnyCondition =
  | { readonly kind: "all" | "any"; readonly of: readonly AnyCondition[] }
  | { readonly kind: "compare"; readonly column: string; readonly by: Comparison; readonly value: ComparedValue }
  | { readonly kind: "in" | "notIn"; readonly column: string; readonly values: readonly ComparedValue[] }
  | { readonly kind: "isNull" | "isNotNull"; readonly column: string }
  | { readonly kind: "like"; readonly column: string; readonly pattern: string }
  | { readonly kind: "someItem"; readonly column: string; readonly test: ItemTest }
  | { readonly kind: "longerThan" | "notLongerThan"; readonly column: string; readonly characters: number }
  | {
      readonly kind: "rowExists";
      readonly table: TableName;
      readonly column: string;
      readonly equals: string;
      readonly where?: AnyCondition;
    };

function compile(scope: Scope, condition: AnyCondition): SqlFragment {
  switch (condition.kind) {
    case "all":
    case "any":
      return join(
        condition.kind,
        condition.of.map((part) => compile(scope, part)),
      );
    case "compare":
      return compare(scope, condition.column, condition.by, condition.value);
    case "in":
    case "notIn":
      return membership(scope, condition.column, condition.kind, condition.values);
    case "isNull":
    case "isNotNull":
      return {
        sql: `${reference(scope, condition.column)} IS ${condition.kind === "isNull" ? "" : "NOT "}NULL`,
        values: [],
      };
    case "like":
      return like(scope.dialect, reference(scope, condition.column), condition.pattern);
    case "someItem":
      return someItem(scope, condition.column, condition.test);
    case "longerThan":
    case "notLongerThan": {
      const operator = condition.kind === "longerThan" ? ">" : "<=";
      return {
        sql: `${scope.dialect.lengthFunction}(${reference(scope, condition.column)}) ${operator} ?`,
        values: [condition.characters],
      };
    }
    case "rowExists":
      return rowExists(scope, condition);
  }
}

function join(kind: "all" | "any", parts: readonly SqlFragment[]): SqlFragment {
  const [only] = parts;
  if (only === undefined) return kind === "all" ? ALWAYS : NEVER;
  if (parts.length === 1) return only;
  return {
    sql: `(${parts.map((part) => part.sql).join(kind === "all" ? " AND " : " OR ")})`,
    values: parts.flatMap((part) => part.values),
  };
}

const reference = ({ dialect, layout, alias }: Scope, column: string): string =>
  `${alias}.${dialect.quote(columnOf(layout, column).name)}`;

/** The value as the column keeps it; undefined when no row can have it. */
export function comparedToSql(dialect: SqlDialect, column: ColumnLayout, value: ComparedValue): SqlValue | undefined {
  if (column.type === "key") return keyToSql(dialect, String(value));
  return typeof value === "boolean" ? Number(value) : value;
}

function compare(scope: Scope, name: string, by: Comparison, value: ComparedValue): SqlFragment {
  const column = columnOf(scope.layout, name);
  const bound = comparedToSql(scope.dialect, column, value);
  if (bound === undefined) return by === "neq" ? ALWAYS : NEVER;
  const left = reference(scope, name);
  // A literal lets the planner use an index that holds only such rows.
  if (column.type === "bool" && by === "eq") return { sql: `${left} = ${String(bound)}`, values: [] };
  if (by === "eq") return keyed(scope, name, (key) => ({ sql: `${key} = ?`, values: [bound] }));
  const sql = `${left} ${OPERATOR[by]} ?`;
  return { sql: by === "neq" && column.isNullable ? `(${sql} OR ${left} IS NULL)` : sql, values: [bound] };
}

function membership(scope: Scope, name: string, kind: "in" | "notIn", values: readonly ComparedValue[]): SqlFragment {
  const column = columnOf(scope.layout, name);
  const bound = values
    .map((value) => comparedToSql(scope.dialect, column, value))
    .filter((value) => value !== undefined);
  if (bound.length === 0) return kind === "in" ? NEVER : ALWAYS;
  const left = reference(scope, name);
  const list = bound.map(() => "?").join(", ");
  if (kind === "in") return keyed(scope, name, (key) => ({ sql: `${key} IN (${list})`, values: bound }));
  const sql = `${left} NOT IN (${list})`;
  return { sql: column.isNullable ? `(${sql} OR ${left} IS NULL)` : sql, values: bound };
}

/** Equality with given values, written so that an index serves it. */
function keyed(scope: Scope, name: string, holds: (column: string) => SqlFragment): SqlFragment {
  const { dialect, layout } = scope;
  const column = reference(scope, name);
  const original = originalOf(dialect, layout.name, name);
  if (original !== undefined) {
    const { values } = holds(column);
    const sql = nearCopyCondition(column, reference(scope, original), (either) => holds(either).sql);
    return { sql, values: [...values, ...values] };
  }
  if (dialect.hasPartialIndexes && layout.name === "process_instance" && name === "processDefinitionId")
    return versionsOf(scope, holds);
  return holds(column);
}

/** Instances have an index over the keys of their definitions, which stand for the id: a definition's row is never deleted. */
function versionsOf(scope: Scope, holds: (column: string) => SqlFragment): SqlFragment {
  const [key, id, table] = ["processDefinitionKey", "processDefinitionId", "process_definition"].map(
    scope.dialect.quote,
  ) as [string, string, string];
  const { sql, values } = holds(id);
  return { sql: `${reference(scope, "processDefinitionKey")} IN (SELECT ${key} FROM ${table} WHERE ${sql})`, values };
}

const like = (dialect: SqlDialect, left: string, pattern: string): SqlFragment => ({
  sql: `${left} ${dialect.likeOperator} ?`,
  values: [dialect.likePattern(pattern)],
});

function someItem(scope: Scope, column: string, test: ItemTest): SqlFragment {
  const inList = listTest(scope, column, test);
  const lookup = itemLookup(scope.layout.name, column, test);
  if (lookup === undefined || !scope.rareItems.has(lookupName(lookup))) return inList;
  const entries = entriesSql(scope.dialect, lookup);
  const key = reference(scope, scope.layout.primaryKey.name);
  return { sql: `(${key} IN (${entries.sql}) AND ${inList.sql})`, values: [...entries.values, ...inList.values] };
}

function listTest(scope: Scope, column: string, test: ItemTest): SqlFragment {
  const { dialect, depth } = scope;
  const list = reference(scope, column);
  if (test.kind === "eq" && dialect.listContains !== undefined)
    return { sql: dialect.listContains(list), values: [test.value] };
  const alias = `i${depth}`;
  const { sql, values } = itemTest(dialect, `${alias}.${dialect.quote("value")}`, test);
  return { sql: `EXISTS (SELECT 1 FROM ${dialect.listItems(list)} ${alias} WHERE ${sql})`, values };
}

function itemTest(dialect: SqlDialect, left: string, test: ItemTest): SqlFragment {
  switch (test.kind) {
    case "all":
      return join(
        "all",
        test.of.map((part) => itemTest(dialect, left, part)),
      );
    case "eq":
      return { sql: `${left} = ?`, values: [test.value] };
    case "neq":
      return { sql: `${left} <> ?`, values: [test.value] };
    case "in":
    case "notIn": {
      if (test.values.length === 0) return test.kind === "in" ? NEVER : ALWAYS;
      const operator = test.kind === "in" ? "IN" : "NOT IN";
      return { sql: `${left} ${operator} (${test.values.map(() => "?").join(", ")})`, values: test.values };
    }
    case "like":
      return like(dialect, left, test.pattern);
  }
}

function rowExists(scope: Scope, condition: Extract<AnyCondition, { kind: "rowExists" }>): SqlFragment {
  const { dialect, depth } = scope;
  const inner: Scope = {
    dialect,
    layout: layoutOf(condition.table),
    alias: `t${depth + 1}`,
    depth: depth + 1,
    rareItems: NO_ITEMS,
  };
  const where = condition.where === undefined ? ALWAYS : compile(inner, condition.where);
  const lookup = valueLookup(condition.table, condition.where);
  if (lookup !== undefined && scope.rareItems.has(lookupName(lookup))) {
    const short = isIndexed(dialect, reference(inner, "value"));
    return {
      sql: `${reference(scope, condition.equals)} IN (SELECT ${reference(inner, condition.column)} FROM ${dialect.quote(condition.table)} ${inner.alias} WHERE ${short} AND ${where.sql})`,
      values: where.values,
    };
  }
  const { sql: link } = keyed(inner, condition.column, (column) => ({
    sql: `${column} = ${reference(scope, condition.equals)}`,
    values: [],
  }));
  return {
    sql: `EXISTS (SELECT 1 FROM ${dialect.quote(condition.table)} ${inner.alias} WHERE ${link} AND ${where.sql})`,
    values: where.values,
  };
}
