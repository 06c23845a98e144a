import * as fc from "fast-check";

/** As much of JSON Schema as the routes' own descriptions use. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Texts that have broken programs before. */
export const NASTY_TEXTS = [
  "",
  " ",
  "' OR '1'='1",
  "x'; DROP TABLE case_file; --",
  "../../../../etc/passwd",
  "%00",
  "\u0000",
  "\uD800",
  "berkas-ünïcode-文件-🗂️",
  "a".repeat(3_000),
  "__proto__",
  "constructor",
  "null",
  "-1",
  "9".repeat(40),
  "9223372036854775808",
  "1e309",
  "{{7*7}}",
  "<script>alert(1)</script>",
] as const;

const nastyText = fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string(), fc.string({ unit: "binary" }));

const ofObject = ({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> => {
  const entries = Object.entries(properties);
  if (entries.length === 0) return fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 });
  const model = Object.fromEntries(entries.map(([name, schema]) => [name, fitting(schema)]));
  return fc.record(model, { requiredKeys: required.filter((name) => name in properties) });
};

const ofString = ({ pattern, minLength = 0, maxLength = 60 }: JsonSchema): fc.Arbitrary<unknown> => {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, "u"));
  const most = Math.min(maxLength, 60);
  return fc.oneof(fc.string({ minLength: Math.min(minLength, most), maxLength: most }), nastyText);
};

/** Values that a schema takes, as far as it says; nasty ones among them. */
const fitting = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if ("const" in schema) return fc.constant(schema.const);
  const [first] = schema.anyOf ?? schema.allOf ?? [];
  if (first !== undefined) return fc.oneof(...(schema.anyOf ?? schema.allOf ?? []).map(fitting));
  switch (schema.type) {
    case "object":
      return ofObject(schema);
    case "array":
      return fc.array(fitting(schema.items ?? {}), { maxLength: 4 });
    case "string":
      return ofString(schema);
    case "integer":
      return fc.oneof(fc.integer(), fc.nat({ max: 5 }), fc.maxSafeInteger());
    case "number":
      return fc.double({ noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case undefined:
    default:
      return fc.jsonValue();
  }
};

/** What somebody might send where `schema` is expected: mostly of the right shape, so that it gets past the first check. */
export const somethingLike = (schema: JsonSchema | undefined): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: fitting(schema ?? {}) },
    { weight: 2, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.constantFrom(undefined, null, [], "", 0, true, "teks") },
  );

/** An identifier in a path: one that exists, or any text. */
export const somethingLikeId = (known: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    ...(known.length === 0 ? [] : [{ weight: 3, arbitrary: fc.constantFrom(...known) }]),
    { weight: 1, arbitrary: nastyText },
    { weight: 1, arbitrary: fc.stringMatching(/^[0-9]{1,20}$/u) },
  );

/** A part of an address; half a surrogate pair cannot stand in one. */
export const inPath = (text: string): string => encodeURIComponent(Buffer.from(text, "utf8").toString("utf8")) || "%20";
