/** A JSON Schema as an open record: the derivation reads and rewrites keywords by name. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** True for a schema object; false for boolean schemas and everything else. */
export const isSchemaObject = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The properties a schema declares, or nothing. */
export const declaredProperties = (schema: JsonSchema): Readonly<Record<string, unknown>> | undefined => {
  const properties = schema["properties"];
  return isSchemaObject(properties) && Object.keys(properties).length > 0 ? properties : undefined;
};

/** The members of `allOf`, `anyOf` or `oneOf`. */
export const members = (schema: JsonSchema, keyword: "allOf" | "anyOf" | "oneOf"): readonly JsonSchema[] => {
  const list = schema[keyword];
  return Array.isArray(list) ? list.filter(isSchemaObject) : [];
};
