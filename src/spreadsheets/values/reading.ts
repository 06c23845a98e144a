import type { Localised } from "../../platform/index.js";

/** What became of a cell: its value, or what is expected instead. */
export type Reading<T> = { readonly value: T } | { readonly expected: Localised };

export const expected = (id: string, en: string): { readonly expected: Localised } => ({ expected: { id, en } });
