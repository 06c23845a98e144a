/** What the cells of a column hold. */
export type SpreadsheetKind = "text" | "integer" | "decimal" | "date" | "month";

/** A column to be read: found by its heading, wherever it stands. */
export interface SpreadsheetColumn {
  readonly key: string;
  /** Ways in which the heading is written; case, spaces, line breaks and a closing `*` or `:` do not count. */
  readonly headings: readonly [string, ...string[]];
  readonly kind: SpreadsheetKind;
  /** True when the column must be there and each row needs a value in it. */
  readonly required: boolean;
}

/** A cell's value as read; exact, hence decimals as text. Null for an empty cell, and for one with a problem. */
export type SpreadsheetValue<K extends SpreadsheetKind = SpreadsheetKind> =
  null | (K extends "integer" ? number : string);

/** Values of a row by the columns' keys; decimals as `12.5`, dates as `2026-01-31`, months as `2026-01`. */
export type SpreadsheetValues<C extends readonly SpreadsheetColumn[]> = {
  readonly [Column in C[number] as Column["key"]]: SpreadsheetValue<Column["kind"]>;
};
