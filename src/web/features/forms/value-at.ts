/** The value that a renderer's path leads to: `rows[0].volume`; undefined where there is none. */
export function valueAt(values: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== "")
    .reduce<unknown>(
      (value, part) =>
        typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[part] : undefined,
      values,
    );
}
