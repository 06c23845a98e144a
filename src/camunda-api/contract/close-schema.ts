import { declaredProperties, isSchemaObject, members, type JsonSchema } from "./json-schema.js";

/** Keywords that only document; dropping them keeps the compiled validators small. */
const DOCUMENTING = new Set(["$schema", "title", "description", "default", "examples", "deprecated"]);

const PAGE: JsonSchema = {
  type: "object",
  properties: {
    limit: { type: "integer", minimum: 1, maximum: 10_000 },
    from: { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    after: { type: "string" },
    before: { type: "string" },
  },
  additionalProperties: false,
  onlyOnePosition: true,
};

/** Rule 29: a change set names attributes of a task; those this server does not know are ignored. */
const OPEN_PROPERTIES = new Set(["UpdateUserTask.changeset"]);

/** Rule 29: in changes of a user task an empty text resets a date. */
const RESETS_DATES = new Set(["UpdateUserTask", "CompleteJob"]);

/**
 * Turns a published request schema into the one the server enforces.
 *
 * The published schemas leave objects open and let alternatives of `page` overlap; the server refuses unknown properties,
 * takes enum values in any case, and checks paging by hand (see README, "The contract").
 */
export function closeSchema(schema: unknown, name = ""): unknown {
  return rewrite(schema, name, false);
}

function rewrite(schema: unknown, name: string, partOfComposition: boolean): unknown {
  if (!isSchemaObject(schema)) return schema;
  if (schema["format"] === "date-time") {
    return { type: "string", format: RESETS_DATES.has(name) ? "date-time-or-empty" : "date-time" };
  }
  const result: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (!DOCUMENTING.has(keyword)) result[keyword] = rewriteKeyword(keyword, value, name, partOfComposition);
  }
  if (Array.isArray(schema["enum"]) && schema["type"] === "string") {
    delete result["enum"];
    result["enumInAnyCase"] = schema["enum"];
  }
  return close(result, schema, partOfComposition);
}

function close(result: Record<string, unknown>, schema: JsonSchema, partOfComposition: boolean): JsonSchema {
  if (partOfComposition) return result;
  if (composesObjects(schema)) return { ...result, unevaluatedProperties: false };
  const isOpen = schema["additionalProperties"] !== undefined || declaredProperties(schema) === undefined;
  return isOpen ? result : { ...result, additionalProperties: false };
}

/** An `allOf` of objects describes one object in parts: it is closed as a whole, never part by part. */
function composesObjects(schema: JsonSchema): boolean {
  return members(schema, "allOf").some(describesObject);
}

function describesObject(schema: JsonSchema): boolean {
  return (
    declaredProperties(schema) !== undefined ||
    [...members(schema, "allOf"), ...members(schema, "anyOf")].some(describesObject)
  );
}

function rewriteKeyword(keyword: string, value: unknown, name: string, partOfComposition: boolean): unknown {
  switch (keyword) {
    case "properties":
      return rewriteProperties(value, name);
    case "allOf":
      return list(value).map((member) => rewrite(member, name, true));
    case "anyOf":
    case "oneOf":
      return list(value).map((member) => rewrite(member, name, partOfComposition));
    case "items":
    case "additionalProperties":
    case "propertyNames":
    case "not":
      return rewrite(value, name, false);
    default:
      return value;
  }
}

function rewriteProperties(value: unknown, name: string): unknown {
  if (!isSchemaObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([property, schema]) => {
      if (property === "page" && describesPaging(schema)) return [property, PAGE];
      return [property, rewrite(schema, name, OPEN_PROPERTIES.has(`${name}.${property}`))];
    }),
  );
}

function describesPaging(schema: unknown): boolean {
  if (!isSchemaObject(schema)) return false;
  return [schema, ...members(schema, "anyOf")].some(
    (alternative) => declaredProperties(alternative)?.["limit"] !== undefined,
  );
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
