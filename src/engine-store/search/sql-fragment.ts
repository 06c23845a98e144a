import type { SqlValue } from "../schema/column-codec.js";

/** A piece of SQL with the values of its placeholders, in order. */
export interface SqlFragment {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}
