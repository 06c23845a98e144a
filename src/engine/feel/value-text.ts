import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from "feelin";
import { numberText } from "./number.js";
import { feelTemporalText } from "./temporal-text.js";
import type { FeelValue } from "./value.js";
import { isCallable, isInterval, isList, isNumber, kindOf } from "./value.js";

/** What `string(x)` answers for anything but null: `[1, "a"]`, `{a:1}`. */
export function valueText(value: FeelValue): string {
  return typeof value === "string" ? value : nestedText(value);
}

function nestedText(value: FeelValue): string {
  if (value === null) return "null";
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "boolean") return String(value);
  if (isNumber(value)) return numberText(value);
  if (isTemporal(value)) return feelTemporalText(value);
  if (isList(value)) return `[${value.map(nestedText).join(", ")}]`;
  if (isCallable(value)) return `function(${value.parameters.join(", ")})`;
  if (isInterval(value)) {
    return `${value.startIncluded ? "[" : "("}${nestedText(value.start)}..${nestedText(value.end)}${value.endIncluded ? "]" : ")"}`;
  }
  return `{${Object.entries(value)
    .map(([name, entry]) => `${name}:${nestedText(entry)}`)
    .join(", ")}}`;
}

/** Whether the value is a date, time, date-time or duration. */
export function isTemporal(value: FeelValue): value is FeelDate | FeelTime | FeelDateTime | FeelDuration {
  return (
    value instanceof FeelDate ||
    value instanceof FeelTime ||
    value instanceof FeelDateTime ||
    value instanceof FeelDuration
  );
}

/** Longest part of a text that a message repeats. */
const SHORT = 100;

/** A value in a message: short, whatever its size. */
export function shortText(value: FeelValue): string {
  if (isList(value)) return `list of ${value.length} items`;
  if (kindOf(value) === "context") return "context";
  const text = valueText(value);
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}
