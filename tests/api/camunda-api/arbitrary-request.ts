import * as fc from "fast-check";

/** A JSON Schema by keyword. */
export type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Texts that look like what the API knows, and texts that have broken servers. */
const TEXTS: readonly string[] = [
  "",
  "0",
  "-1",
  "2251799813685249",
  "99999999999999999999",
  "review",
  "payment",
  "2026-01-05T08:00:00Z",
  "2026-13-45T99:00:00Z",
  "= 1 + ",
  "=for i in 1..3 return i",
  "[*\\",
  "%",
  "__proto__",
  "\u0000",
  "\ud800",
  "ş".repeat(300),
  Buffer.from('["x"]').toString("base64"),
];

const anyText = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: "binary", maxLength: 12 }));
const anyNumber = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, 1, -1, 100, 10_000, 10_001, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1e308, 0.5),
);
const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), anyText, anyNumber, fc.constant({}), fc.constant([]));

/** Values that fit a schema more or less: most parts do, some do not, some are absent or too many. */
export function likeSchema(schema: unknown, known: readonly string[]): fc.Arbitrary<unknown> {
  return like(schema, isSchema(schema) && isSchema(schema["$defs"]) ? schema["$defs"] : {}, known, 0);
}

function like(schema: unknown, definitions: Schema, known: readonly string[], depth: number): fc.Arbitrary<unknown> {
  if (!isSchema(schema) || depth > 6) return anything;
  return fc.oneof(
    { weight: 7, arbitrary: fitting(schema, definitions, known, depth) },
    { weight: 1, arbitrary: anything },
  );
}

function fitting(schema: Schema, definitions: Schema, known: readonly string[], depth: number): fc.Arbitrary<unknown> {
  const next = (part: unknown): fc.Arbitrary<unknown> => like(part, definitions, known, depth + 1);
  const reference = schema["$ref"];
  if (typeof reference === "string") return next(definitions[reference.split("/").at(-1) ?? ""]);
  for (const keyword of ["anyOf", "oneOf"]) {
    const members = schema[keyword];
    if (Array.isArray(members) && members.length > 0) return fc.oneof(...members.map(next));
  }
  const parts = schema["allOf"];
  if (Array.isArray(parts))
    return fc.tuple(...parts.map(next)).map((values) => Object.assign({}, ...values.filter(isSchema)) as unknown);
  if (Array.isArray(schema["enum"])) return fc.constantFrom(...(schema["enum"] as unknown[]));
  switch (schema["type"]) {
    case "object":
      return object(schema, next);
    case "array":
      return fc.array(next(schema["items"]), { maxLength: 3 });
    case "string":
      return fc.oneof(fc.constantFrom(...known), anyText);
    case "integer":
    case "number":
      return anyNumber;
    case "boolean":
      return fc.boolean();
    default:
      return anything;
  }
}

function object(schema: Schema, next: (part: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = isSchema(schema["properties"]) ? schema["properties"] : {};
  const required = Array.isArray(schema["required"]) ? (schema["required"] as string[]) : [];
  const members = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, next(part)]));
  const requiredKeys = required.filter((name) => name in members);
  return fc
    .record(members, { requiredKeys })
    .chain((value) =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constant(value) },
        { weight: 1, arbitrary: fc.record({ unknownProperty: anything }).map((extra) => ({ ...value, ...extra })) },
      ),
    );
}
