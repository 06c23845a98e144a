import type { TableName } from "../../engine/index.js";
import { MAX_INDEXED_CHARACTERS } from "../schema/value-index.js";

/** A test for variables of one name and one of some values that the index over both can answer. */
export interface ValueLookup {
  readonly table: "variable";
  readonly name: string;
  /** As the column keeps them: JSON. */
  readonly values: readonly string[];
}

/** A condition as far as it is looked into here. */
interface Part {
  readonly kind: string;
  readonly column?: string;
  readonly by?: string;
  readonly value?: unknown;
  readonly values?: readonly unknown[];
  readonly of?: readonly unknown[];
}

/** The look-up of a test for rows of another table, when there is one. */
export function valueLookup(table: TableName, where: unknown): ValueLookup | undefined {
  if (table !== "variable" || where === undefined) return undefined;
  const parts = allOf(where as Part);
  const [name, ...otherNames] = equalToOneOf(parts, "name") ?? [];
  const values = equalToOneOf(parts, "value");
  if (name === undefined || otherNames.length > 0 || values === undefined) return undefined;
  return values.some((value) => value.length > MAX_INDEXED_CHARACTERS) ? undefined : { table, name, values };
}

/** The texts one of which a column has to have. */
function equalToOneOf(parts: readonly Part[], column: string): readonly string[] | undefined {
  for (const part of parts) {
    if (part.column !== column) continue;
    const values = part.kind === "compare" && part.by === "eq" ? [part.value] : part.kind === "in" ? part.values : [];
    const texts = (values ?? []).filter((value) => typeof value === "string");
    if (texts.length > 0 && texts.length === values?.length) return texts;
  }
  return undefined;
}

/** The parts that all have to hold. */
const allOf = (part: Part): readonly Part[] =>
  part.kind === "all" ? (part.of ?? []).flatMap((inner) => allOf(inner as Part)) : [part];
