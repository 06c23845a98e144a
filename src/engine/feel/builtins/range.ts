import { equal, inInterval, order } from "../compare.js";
import type { FeelValue } from "../value.js";
import { FeelInterval, isInterval } from "../value.js";
import type { Builtin, BuiltinTable } from "./builtin.js";
import { fixed } from "./builtin.js";

/** How two points or ranges lie to each other. A point counts as a range of one value. */
export const rangeBuiltins: BuiltinTable = {
  before: relation(["point1", "point2"], isBefore),
  after: relation(["point1", "point2"], (a, b) => isBefore(b, a)),
  meets: relation(["range1", "range2"], meets),
  "met by": relation(["range1", "range2"], (a, b) => meets(b, a)),
  overlaps: relation(["range1", "range2"], (a, b) => !isBefore(a, b) && !isBefore(b, a)),
  "overlaps before": relation(["range1", "range2"], overlapsBefore),
  "overlaps after": relation(["range1", "range2"], (a, b) => overlapsBefore(b, a)),
  finishes: relation(["range1", "range2"], finishes),
  "finished by": relation(["range1", "range2"], (a, b) => finishes(b, a)),
  includes: relation(["range", "point"], includes),
  during: relation(["point", "range"], (a, b) => includes(b, a)),
  starts: relation(["range1", "range2"], starts),
  "started by": relation(["range1", "range2"], (a, b) => starts(b, a)),
  coincides: relation(["range1", "range2"], (a, b) => sameStart(a, b) && sameEnd(a, b)),
};

function relation(parameters: readonly string[], holds: (a: FeelInterval, b: FeelInterval) => boolean): Builtin {
  return fixed(parameters, ([first = null, second = null]) => {
    const a = asRange(first);
    const b = asRange(second);
    return first === null || second === null || order(a.start, b.start) === null ? undefined : holds(a, b);
  });
}

function asRange(value: FeelValue): FeelInterval {
  if (isInterval(value)) return value;
  return new FeelInterval(value, true, value, true);
}

function isBefore(a: FeelInterval, b: FeelInterval): boolean {
  const distance = order(a.end, b.start) ?? 0;
  return distance < 0 || (distance === 0 && !(a.endIncluded && b.startIncluded));
}

function meets(a: FeelInterval, b: FeelInterval): boolean {
  return a.endIncluded && b.startIncluded && equal(a.end, b.start) === true;
}

function sameStart(a: FeelInterval, b: FeelInterval): boolean {
  return a.startIncluded === b.startIncluded && equal(a.start, b.start) === true;
}

function sameEnd(a: FeelInterval, b: FeelInterval): boolean {
  return a.endIncluded === b.endIncluded && equal(a.end, b.end) === true;
}

function startsNoEarlier(inner: FeelInterval, outer: FeelInterval): boolean {
  const distance = order(inner.start, outer.start) ?? -1;
  return distance > 0 || (distance === 0 && (outer.startIncluded || !inner.startIncluded));
}

function endsNoLater(inner: FeelInterval, outer: FeelInterval): boolean {
  const distance = order(inner.end, outer.end) ?? 1;
  return distance < 0 || (distance === 0 && (outer.endIncluded || !inner.endIncluded));
}

function includes(outer: FeelInterval, inner: FeelInterval): boolean {
  const isPoint = inner.startIncluded && inner.endIncluded && equal(inner.start, inner.end) === true;
  return isPoint ? inInterval(inner.start, outer) === true : startsNoEarlier(inner, outer) && endsNoLater(inner, outer);
}

function overlapsBefore(a: FeelInterval, b: FeelInterval): boolean {
  return !isBefore(a, b) && !isBefore(b, a) && !startsNoEarlier(a, b) && endsNoLater(a, b) && !sameEnd(a, b);
}

function starts(a: FeelInterval, b: FeelInterval): boolean {
  return sameStart(a, b) && endsNoLater(a, b) && !sameEnd(a, b);
}

function finishes(a: FeelInterval, b: FeelInterval): boolean {
  return sameEnd(a, b) && startsNoEarlier(a, b) && !sameStart(a, b);
}
