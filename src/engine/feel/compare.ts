import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from "feelin";
import { compareNumbers } from "./number.js";
import { type FeelInstant, comparableMs, instantKind, offsetMs, totalMonths, totalMs } from "./temporal.js";
import type { FeelContext, FeelInterval, FeelValue } from "./value.js";
import { entryOf, isContext, isInterval, isList, isNumber } from "./value.js";

/** Equality: null when the types do not fit each other; null equals only null. Date-times of different offsets are not equal. */
export function equal(a: FeelValue, b: FeelValue): boolean | null {
  if (typeof a === "string" && typeof b === "string") return a === b;
  if (typeof a === "number" && typeof b === "number") return a === b;
  if (a === null || b === null) return a === b;
  if (typeof a === "boolean" && typeof b === "boolean") return a === b;
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b) === 0;
  if (a instanceof FeelDuration && b instanceof FeelDuration) return equalDurations(a, b);
  if (isInstant(a) && isInstant(b)) return instantKind(a) === instantKind(b) ? equalInstants(a, b) : null;
  if (isList(a) && isList(b)) return equalLists(a, b);
  if (isInterval(a) && isInterval(b)) return equalIntervals(a, b);
  return isContext(a) && isContext(b) ? equalContexts(a, b) : null;
}

/** The same on the clock and at the same distance from UTC; the name of the zone does not count. */
function equalInstants(a: FeelInstant, b: FeelInstant): boolean {
  if (a.unwrap().toString() !== b.unwrap().toString()) return false;
  return a instanceof FeelDate || b instanceof FeelDate || offsetMs(a) === offsetMs(b);
}

/** Order: negative, zero or positive; null when the two cannot be put in order. */
export function order(a: FeelValue, b: FeelValue): number | null {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return compareTexts(a, b);
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (a instanceof FeelDuration && b instanceof FeelDuration) {
    if (a.yearsMonths !== b.yearsMonths) return null;
    return a.yearsMonths ? totalMonths(a) - totalMonths(b) : totalMs(a) - totalMs(b);
  }
  if (!isInstant(a) || !isInstant(b) || instantKind(a) !== instantKind(b)) return null;
  const left = comparableMs(a);
  const right = comparableMs(b);
  return left === null || right === null ? null : left - right;
}

/** Whether a value lies in a range; null when it cannot be compared with its ends. */
export function inInterval(value: FeelValue, interval: FeelInterval): boolean | null {
  const above = interval.start === null ? 1 : order(value, interval.start);
  const below = interval.end === null ? -1 : order(value, interval.end);
  if (above === null || below === null || value === null) return null;
  return (above > 0 || (above === 0 && interval.startIncluded)) && (below < 0 || (below === 0 && interval.endIncluded));
}

/** Whether the value is a date, time or date-time. */
export function isInstant(value: FeelValue): value is FeelDate | FeelTime | FeelDateTime {
  return value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function equalDurations(a: FeelDuration, b: FeelDuration): boolean | null {
  return a.yearsMonths === b.yearsMonths ? order(a, b) === 0 : null;
}

function equalLists(a: readonly FeelValue[], b: readonly FeelValue[]): boolean | null {
  if (a.length !== b.length) return false;
  return a.every((item, index) => equal(item, b[index] ?? null) === true);
}

function equalContexts(a: FeelContext, b: FeelContext): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const other = entryOf(b, name);
    return other !== undefined && equal(entryOf(a, name) ?? null, other) === true;
  });
}

function equalIntervals(a: FeelInterval, b: FeelInterval): boolean {
  return (
    a.startIncluded === b.startIncluded &&
    a.endIncluded === b.endIncluded &&
    equal(a.start, b.start) === true &&
    equal(a.end, b.end) === true
  );
}
