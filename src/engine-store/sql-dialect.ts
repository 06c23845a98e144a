import type { ColumnLayout } from "./schema/table-layout.js";

/** All differences between the databases in one value. */
export interface SqlDialect {
  readonly name: "sqlite" | "mariadb";
  /** Quotes the name of a table or column. */
  readonly quote: (name: string) => string;
  /** Type of a column in CREATE TABLE. */
  columnType(column: ColumnLayout, isIndexed: boolean): string;
  /**
   * The key that is kept as 0. Keys begin at 2^51: where small numbers take less room, their distance from there is kept,
   * which is a quarter of a finished instance.
   */
  readonly keyOrigin: number;
  /** Indexes may hold some of the rows only. */
  readonly hasPartialIndexes: boolean;
  /** What follows the closing bracket of CREATE TABLE. */
  readonly tableOptions: string;
  /** Equality that also holds between nulls. */
  readonly sameOperator: "IS" | "<=>";
  /** Comparison of a text with a pattern, and the pattern (`*`, `?`, `\`) in the database's own notation. */
  readonly likeOperator: string;
  likePattern(pattern: string): string;
  /** Test whether a JSON list contains a text; undefined where looking into {@link listItems} is as fast. */
  readonly listContains: ((column: string) => string) | undefined;
  /** A table expression with one column `value`: the texts of a JSON list. */
  listItems(column: string): string;
  /** The number behind LIMIT: SQLite plans a statement again each time it is run when that number is bound. */
  limit(rows: number): { readonly sql: string; readonly values: readonly number[] };
  /** Division of whole numbers that leaves out what is behind the point. */
  readonly wholeDivision: "/" | "DIV";
  /** Function that counts characters, not bytes. */
  readonly lengthFunction: "LENGTH" | "CHAR_LENGTH";
}
