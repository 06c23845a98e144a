import type { JsonValue } from "./json-value.js";
import { toPlainNumber } from "./number.js";
import { temporalText } from "./temporal-text.js";
import type { FeelContext, FeelValue } from "./value.js";
import { isCallable, isInterval, isList, isNumber, setEntry } from "./value.js";
import { isTemporal, valueText } from "./value-text.js";

/** A result as JSON: temporal values and ranges become text, functions null. */
export function toJson(value: FeelValue): JsonValue {
  if (typeof value !== "object" || value === null) return value;
  if (isNumber(value)) return finite(toPlainNumber(value));
  if (isTemporal(value)) return temporalText(value);
  if (isList(value)) return value.map(toJson);
  if (isCallable(value)) return null;
  return isInterval(value) ? valueText(value) : contextToJson(value);
}

/** JSON has no number beyond its range. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function contextToJson(context: FeelContext): JsonValue {
  const result: Record<string, JsonValue & FeelValue> = {};
  for (const [name, entry] of Object.entries(context)) {
    if (!isCallable(entry)) setEntry(result, name, toJson(entry));
  }
  return result;
}
