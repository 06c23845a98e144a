import type { JsonValue } from "./rows.js";

/** Characters, or members and items, of a value that count as much as a row without one. */
const CHARACTERS_PER_ROW = 512;
const ITEMS_PER_ROW = 16;

/**
 * What a row with a value counts for in the bound of what is kept in memory: 1 for a small one, more for one that is as
 * large as many rows. Without it, a few instances with large variables would fill the memory that is meant for thousands.
 */
export function rowWeight(value: JsonValue): number {
  if (typeof value === "string") return 1 + Math.floor(value.length / CHARACTERS_PER_ROW);
  if (typeof value !== "object" || value === null) return 1;
  let [items, characters] = [0, 0];
  // A list of what is still to be looked at, not a recursion: values may be deep.
  const open: JsonValue[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") characters += next.length;
    else if (typeof next === "object" && next !== null) {
      for (const item of Object.values(next)) {
        items += 1;
        open.push(item);
      }
    }
  }
  return 1 + Math.floor(characters / CHARACTERS_PER_ROW + items / ITEMS_PER_ROW);
}
