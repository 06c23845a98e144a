/** How a number is shown: the sheet stores dates and percentages as plain numbers. */
export type NumberLook = "plain" | "date" | "percent";

/** A cell as it is stored, before anything is made of it. Never the result of a formula. */
export type RawCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string; readonly look: NumberLook }
  | { readonly kind: "formula" | "error" | "boolean" | "merged"; readonly text: string };

/** A row as it is stored: cells by column number from 1. */
export interface RawRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, RawCell>;
}

/** One sheet of a file; `rows` may be asked more than once and starts anew each time. */
export interface RawSheet {
  readonly name: string;
  /** True when day 0 of dates is 1 January 1904 (files of old Macs). */
  readonly isDate1904: boolean;
  rows(): AsyncIterable<RawRow>;
}
