import type { ReadState } from "./read.js";
import type { MessageRow } from "./rows.js";
import type { TableName, TableRows } from "./tables.js";

/** What appliers may do. Every call can be undone until the command has ended. */
export interface MutableState extends ReadState {
  /** Puts a new row into its table, and into memory when it is open. */
  insert<Name extends TableName>(table: Name, row: TableRows[Name]): void;
  /** Changes columns of a row; `open: false` takes it out of memory (the row stays in its table). */
  update<Name extends TableName>(table: Name, row: TableRows[Name], patch: Partial<TableRows[Name]>): void;
  /** Takes a closed row out of its table: nothing of it is left. */
  remove(table: TableName, key: string): void;
  /** A buffered message. */
  message(key: string): MessageRow | undefined;
}
