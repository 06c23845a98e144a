import { FeelDuration } from "feelin";
import { isInstant } from "./compare.js";
import { add, divide, exact, multiply, power, simplest, subtract, toPlainNumber } from "./number.js";
import type { Run } from "./run.js";
import { between, durationOfMonths, durationOfMs, shift, totalMonths, totalMs } from "./temporal.js";
import type { FeelValue } from "./value.js";
import { isNumber } from "./value.js";
import { shortText } from "./value-text.js";

/** An operation of two values: null with a warning when the types do not fit. */
export type Operation = (a: FeelValue, b: FeelValue, run: Run) => FeelValue;

/** The operations by their sign. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  "+": (a, b, run) => plus(a, b, run) ?? unfit("add", a, b, run),
  "-": (a, b, run) => minus(a, b) ?? unfit("subtract", a, b, run),
  "*": (a, b, run) => times(a, b) ?? unfit("multiply", a, b, run),
  "/": (a, b, run) => over(a, b) ?? unfit("divide", a, b, run),
  "**": (a, b, run) => (isNumber(a) && isNumber(b) ? power(a, b) : null) ?? unfit("raise", a, b, run),
};

/** The negative number; everything else has none. */
export function negate(value: FeelValue, run: Run): FeelValue {
  if (isNumber(value)) return simplest(exact(value).negated().plus(0));
  return run.warn("INVALID_TYPE", `Expected a number to negate, but found '${shortText(value)}'`);
}

function plus(a: FeelValue, b: FeelValue, run: Run): FeelValue {
  if (isNumber(a) && isNumber(b)) return add(a, b);
  if (typeof a === "string" && typeof b === "string") return run.text(a + b);
  if (a instanceof FeelDuration && b instanceof FeelDuration) return addDurations(a, b, 1);
  if (isInstant(a) && b instanceof FeelDuration) return shift(a, b, 1);
  return a instanceof FeelDuration && isInstant(b) ? shift(b, a, 1) : null;
}

function minus(a: FeelValue, b: FeelValue): FeelValue {
  if (isNumber(a) && isNumber(b)) return subtract(a, b);
  if (a instanceof FeelDuration && b instanceof FeelDuration) return addDurations(a, b, -1);
  if (isInstant(a) && b instanceof FeelDuration) return shift(a, b, -1);
  return isInstant(a) && isInstant(b) ? between(a, b) : null;
}

function times(a: FeelValue, b: FeelValue): FeelValue {
  if (isNumber(a) && isNumber(b)) return multiply(a, b);
  if (a instanceof FeelDuration && isNumber(b)) return scale(a, toPlainNumber(b));
  return isNumber(a) && b instanceof FeelDuration ? scale(b, toPlainNumber(a)) : null;
}

function over(a: FeelValue, b: FeelValue): FeelValue {
  if (isNumber(a) && isNumber(b)) return divide(a, b);
  if (a instanceof FeelDuration && isNumber(b)) return toPlainNumber(b) === 0 ? null : scale(a, 1 / toPlainNumber(b));
  if (!(a instanceof FeelDuration) || !(b instanceof FeelDuration) || a.yearsMonths !== b.yearsMonths) return null;
  return a.yearsMonths ? divide(totalMonths(a), totalMonths(b)) : divide(totalMs(a), totalMs(b));
}

function addDurations(a: FeelDuration, b: FeelDuration, sign: 1 | -1): FeelValue {
  if (a.yearsMonths !== b.yearsMonths) return null;
  return a.yearsMonths
    ? durationOfMonths(totalMonths(a) + sign * totalMonths(b))
    : durationOfMs(totalMs(a) + sign * totalMs(b));
}

function scale(value: FeelDuration, factor: number): FeelValue {
  return value.yearsMonths ? durationOfMonths(totalMonths(value) * factor) : durationOfMs(totalMs(value) * factor);
}

function unfit(verb: string, a: FeelValue, b: FeelValue, run: Run): null {
  return run.warn("INVALID_TYPE", `Can't ${verb} '${shortText(a)}' and '${shortText(b)}'`);
}
