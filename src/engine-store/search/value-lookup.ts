import type { TableName } from "../../engine/index.js";
import { MAX_INDEXED_CHARACTERS } from "../schema/value-index.js";

/** A test for variables of one name and value that the index over both can answer. */
export interface ValueLookup {
  readonly table: "variable";
  readonly name: string;
  /** As the column keeps it: JSON. */
  readonly value: string;
}

/** A condition as far as it is looked into here. */
interface Part {
  readonly kind: string;
  readonly column?: string;
  readonly by?: string;
  readonly value?: unknown;
  readonly of?: readonly unknown[];
}

/** The look-up of a test for rows of another table, when there is one. */
export function valueLookup(table: TableName, where: unknown): ValueLookup | undefined {
  if (table !== "variable" || where === undefined) return undefined;
  const parts = allOf(where as Part);
  const equalTo = (column: string): string | undefined => {
    const part = parts.find((some) => some.kind === "compare" && some.by === "eq" && some.column === column);
    return typeof part?.value === "string" ? part.value : undefined;
  };
  const [name, value] = [equalTo("name"), equalTo("value")];
  if (name === undefined || value === undefined || value.length > MAX_INDEXED_CHARACTERS) return undefined;
  return { table, name, value };
}

/** The parts that all have to hold. */
const allOf = (part: Part): readonly Part[] =>
  part.kind === "all" ? (part.of ?? []).flatMap((inner) => allOf(inner as Part)) : [part];
