import type { TableName } from "../../engine/index.js";
import type { Condition } from "../../engine-store/index.js";
import { isSchemaObject } from "../contract/json-schema.js";
import { invalidArgument } from "../problem.js";
import type { FilterFields } from "./filter-field.js";

/**
 * The condition of a whole filter: all its properties hold; `$or` is a list of filters of which one holds.
 *
 * @throws {ApiProblem} 400 for a property this server cannot filter by.
 */
export function filterCondition<Name extends TableName>(
  fields: FilterFields<Name>,
  filter: unknown,
): Condition<Name> | undefined {
  if (!isSchemaObject(filter)) return undefined;
  const parts = Object.entries(filter).map(([name, value]) => propertyCondition(fields, name, value));
  if (parts.length === 0) return undefined;
  return { kind: "all", of: parts };
}

function propertyCondition<Name extends TableName>(
  fields: FilterFields<Name>,
  name: string,
  value: unknown,
): Condition<Name> {
  if (name === "$or" && Array.isArray(value)) {
    const alternatives = value.map(
      (alternative) => filterCondition(fields, alternative) ?? { kind: "all" as const, of: [] },
    );
    return alternatives.length === 0 ? { kind: "all", of: [] } : { kind: "any", of: alternatives };
  }
  const field = fields[name];
  if (field === undefined)
    throw invalidArgument(`Expected to filter by one of [${Object.keys(fields).join(", ")}], but it is '${name}'`);
  return field(value);
}
