import { Decimal } from "decimal.js";
import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from "feelin";

/** A context of FEEL: the names an object has itself, never those of its prototype. */
export interface FeelContext {
  readonly [name: string]: FeelValue;
}

/** A function value: a built-in, or one written in the expression. A class, so that no JSON can pass for one. */
export class FeelCallable {
  constructor(
    readonly parameters: readonly string[],
    readonly call: (args: readonly FeelValue[]) => FeelValue,
  ) {}
}

/** A range such as `[1..3)`. A missing end (null) is open, as in the range of `> 3`. A class, so that no JSON can pass for one. */
export class FeelInterval {
  constructor(
    readonly start: FeelValue,
    readonly startIncluded: boolean,
    readonly end: FeelValue,
    readonly endIncluded: boolean,
  ) {}
}

/** What an expression computes with. Whole numbers up to 2^53 and constants are plain numbers, everything else of numbers is exact decimal. */
export type FeelValue =
  | null
  | boolean
  | number
  | Decimal
  | string
  | FeelDate
  | FeelTime
  | FeelDateTime
  | FeelDuration
  | FeelInterval
  | FeelCallable
  | readonly FeelValue[]
  | FeelContext;

/** The type of a value, in the words of FEEL. */
export type FeelKind =
  | "null"
  | "boolean"
  | "number"
  | "string"
  | "date"
  | "time"
  | "date time"
  | "days-time-duration"
  | "years-months-duration"
  | "range"
  | "function"
  | "list"
  | "context";

/** Tells the type of a value. */
export function kindOf(value: FeelValue): FeelKind {
  if (value === null) return "null";
  if (typeof value === "string") return "string";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "boolean" : kindOfObject(value);
}

function kindOfObject(value: object): FeelKind {
  if (Array.isArray(value)) return "list";
  if (value instanceof Decimal) return "number";
  if (value instanceof FeelInterval) return "range";
  if (value instanceof FeelCallable) return "function";
  if (value instanceof FeelDate) return "date";
  if (value instanceof FeelTime) return "time";
  if (value instanceof FeelDateTime) return "date time";
  if (value instanceof FeelDuration) return value.yearsMonths ? "years-months-duration" : "days-time-duration";
  return "context";
}

/** Whether the value is a number of either form. */
export function isNumber(value: FeelValue): value is number | Decimal {
  return typeof value === "number" || value instanceof Decimal;
}

/** Whether the value is a list. */
export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value);
}

/** Whether the value is a context. */
export function isContext(value: FeelValue): value is FeelContext {
  return typeof value === "object" && value !== null && kindOfObject(value) === "context";
}

/** Whether the value is a function. */
export function isCallable(value: FeelValue): value is FeelCallable {
  return value instanceof FeelCallable;
}

/** Whether the value is a range. */
export function isInterval(value: FeelValue): value is FeelInterval {
  return value instanceof FeelInterval;
}

/** The entry of a context, or undefined when it has none of that name. */
export function entryOf(context: FeelContext, name: string): FeelValue | undefined {
  return Object.hasOwn(context, name) ? context[name] : undefined;
}

/** Sets an entry even when it is called `__proto__`. */
export function setEntry(context: Record<string, FeelValue>, name: string, value: FeelValue): void {
  if (name === "__proto__") {
    Object.defineProperty(context, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    context[name] = value;
  }
}

/** What it costs about to walk through a value once, in steps of the budget. */
export function costOf(value: FeelValue | undefined): number {
  if (typeof value === "string") return Math.ceil(value.length / 100);
  if (typeof value !== "object" || value === null) return 0;
  if (isList(value)) return value.length;
  return kindOfObject(value) === "context" ? Object.keys(value).length : 0;
}
