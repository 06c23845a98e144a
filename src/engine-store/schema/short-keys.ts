import { FIRST_KEY } from "../../engine/index.js";

/**
 * Keys in the log's events are sixteen digits each, and packing cannot shorten them: no two are alike. Written as their
 * distance from a key before, those of one instance look like those of the next. Control characters, which JSON text never
 * has, mark them:
 *
 * | mark | key |
 * | --- | --- |
 * | 01 | the one after the highest so far |
 * | 02 n 05 | n below the highest so far |
 * | 03 n 05 | n above the last one that was neither of these; may be negative |
 * | 04 n 05 | n above the first key, in base 36 |
 *
 * The text of the function is part of the writer thread's program. It takes the first key and a text.
 */
export const SHORTEN_KEYS = String.raw`(first, events) => {
  const near = 100;
  let last = first;
  let highest = first;
  return events.replace(/"([1-9]\d{15})"/g, (text, digits) => {
    const key = Number(digits);
    if (!Number.isSafeInteger(key)) return text;
    if (key === highest + 1) {
      highest = key;
      return "\x01";
    }
    const below = highest - key;
    if (below >= 0 && below < near) return "\x02" + below + "\x05";
    const above = key - last;
    last = key;
    if (key > highest) highest = key;
    return above > -near && above < near ? "\x03" + above + "\x05" : "\x04" + (key - first).toString(36) + "\x05";
  });
}`;

const [NEXT, BELOW, ABOVE, FAR, END] = ["\u0001", "\u0002", "\u0003", "\u0004", "\u0005"] as const;
const MARKED = new RegExp(`${NEXT}|([${BELOW}${ABOVE}${FAR}])([^${END}]*)${END}`, "gu");

/** The events with their keys as they were; a text without marks stays as it is. */
export function restoreKeys(events: string): string {
  let last: number = FIRST_KEY;
  let highest: number = FIRST_KEY;
  return events.replace(MARKED, (_text, mark: string | undefined, distance: string) => {
    if (mark === undefined) return `"${++highest}"`;
    if (mark === BELOW) return `"${highest - Number(distance)}"`;
    last = mark === ABOVE ? last + Number(distance) : FIRST_KEY + Number.parseInt(distance, 36);
    highest = Math.max(highest, last);
    return `"${last}"`;
  });
}
