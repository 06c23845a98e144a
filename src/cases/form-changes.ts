import type { FieldChange } from "../history/index.js";

const isFile = (value: unknown): value is { readonly name: string } =>
  typeof value === "object" && value !== null && "id" in value && "name" in value && typeof value.name === "string";

const textOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.length > 0 && value.every(isFile)) return value.map(({ name }) => name).join(", ");
  return JSON.stringify(value);
};

/** Form data of a process without code, as changes for the history: whose they are is not known, so they count as personal. */
export const formChanges = (data: Readonly<Record<string, unknown>>): FieldChange[] =>
  Object.entries(data).map(([field, value]) => ({
    field: `data.${field}`,
    label: field,
    from: null,
    to: textOf(value),
    personal: true,
  }));
