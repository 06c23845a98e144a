import type { SqlValue } from "../schema/column-codec.js";

/** A statement with its number of values. The same object stands for the same text. */
export interface Statement {
  readonly sql: string;
  readonly values: number;
}

/** A statement with its values. */
export interface StatementRun {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Takes the statements of a commit, in order: `begin`, then each of its values. */
export interface StatementSink {
  begin(statement: Statement): void;
  text(value: string): void;
  number(value: number): void;
  /** A whole number beyond what a JavaScript number counts exactly. */
  bigint(value: bigint): void;
  none(): void;
}
