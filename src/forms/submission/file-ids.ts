import { childrenOf, type FormComponent, kindOf } from "../definition/component.js";

type Row = Readonly<Record<string, unknown>>;

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? (value as readonly { readonly id: string }[]).map(({ id }) => id) : [];

/** Ids of the files that read data refer to, those in rows and groups included. */
export const fileIdsIn = (components: readonly FormComponent[], row: Row): string[] =>
  components.flatMap((component) => {
    const value = row[component.key];
    const kind = kindOf(component);
    const inside = (each: Row): string[] => fileIdsIn(childrenOf(component), each);
    if (kind === "layout") return inside(row);
    if (kind === "files") return idsOf(value);
    if (kind === "rows") return Array.isArray(value) ? (value as Row[]).flatMap(inside) : [];
    return kind === "object" && typeof value === "object" && value !== null ? inside(value as Row) : [];
  });
