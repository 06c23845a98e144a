/** Data of a validated form. */
export type FormData = Readonly<Record<string, unknown>>;

/** Text of a field, trimmed; empty when absent. */
export const textOf = (data: FormData, key: string): string => {
  const value = data[key];
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
};

/** ISO date of a date field; empty when absent. */
export const dateOf = (data: FormData, key: string): string => textOf(data, key).slice(0, 10);

/** Whether a check box is ticked. */
export const ticked = (data: FormData, key: string): boolean => data[key] === true;

/** The one file of a file field. */
export const fileOf = (data: FormData, key: string): { readonly id: string; readonly name: string } | undefined => {
  const value: unknown = data[key];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "string") return { id: first, name: "" };
  if (typeof first !== "object" || first === null) return undefined;
  const { id, name } = first as { id?: unknown; name?: unknown };
  return typeof id === "string" ? { id, name: typeof name === "string" ? name : "" } : undefined;
};

/** Value of a file field that shows a file chosen before. */
export const fileValue = (file: { readonly id: string; readonly name: string } | undefined): readonly unknown[] =>
  file === undefined
    ? []
    : [{ id: file.id, name: file.name, originalName: file.name, url: `/api/files/${file.id}`, storage: "url" }];

/** Lines of a text area without empty ones. */
export const linesOf = (data: FormData, key: string): readonly string[] =>
  textOf(data, key)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
