import type { TableName, TableRows } from "../../engine/index.js";
import type { SqlDialect } from "../sql-dialect.js";

/**
 * Key columns that hold the same as another column in most rows: most variables and elements stand directly in their process
 * instance, most instances are roots. Where the database allows it, their index has only the other rows, and a look-up asks
 * both indexes.
 */
const NEAR_COPIES: {
  readonly [Name in TableName]?: { readonly column: ColumnOf<Name>; readonly original: ColumnOf<Name> };
} = {
  process_instance: { column: "rootProcessInstanceKey", original: "processInstanceKey" },
  element_instance: { column: "scopeKey", original: "processInstanceKey" },
  variable: { column: "scopeKey", original: "processInstanceKey" },
};

type ColumnOf<Name extends TableName> = keyof TableRows[Name] & string;

/** The column that `column` mostly repeats; undefined when it is indexed in all rows. */
export function originalOf(dialect: SqlDialect, table: TableName, column: string): string | undefined {
  const copy: { readonly column: string; readonly original: string } | undefined = NEAR_COPIES[table];
  return dialect.hasPartialIndexes && copy?.column === column ? copy.original : undefined;
}

/**
 * The condition that a near copy has certain values, so that indexes serve both kinds of rows. `holds` writes the condition
 * for a column; its values come twice.
 */
export const nearCopyCondition = (column: string, original: string, holds: (column: string) => string): string =>
  `((${holds(column)} AND ${column} <> ${original}) OR (${holds(original)} AND ${column} = ${original}))`;

/** The statements that leave equal keys out of the indexes, and drop those that other indexes stand in for. */
export function leaveOutCopies(dialect: SqlDialect): readonly string[] {
  if (!dialect.hasPartialIndexes) return [];
  const drop = (name: string): string => `DROP INDEX ${dialect.quote(name)}`;
  return [
    ...Object.entries(NEAR_COPIES).flatMap(([table, { column, original }]) => {
      const name = `${table}_by_${column}`;
      const [of, copy, other] = [table, column, original].map(dialect.quote) as [string, string, string];
      return [drop(name), `CREATE INDEX ${dialect.quote(name)} ON ${of} (${copy}) WHERE ${copy} <> ${other}`];
    }),
    // Aggregates are loaded by their open scopes, and ids of processes stand for the keys of their versions.
    drop("variable_by_rootProcessInstanceKey"),
    drop("job_by_rootProcessInstanceKey"),
    drop("user_task_by_rootProcessInstanceKey"),
    drop("process_instance_by_processDefinitionId_state"),
  ];
}
