import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from "feelin";
import type { Run } from "./run.js";
import { totalMonths, totalMs } from "./temporal.js";
import type { FeelValue } from "./value.js";
import { entryOf, isContext, isInterval, isList } from "./value.js";

/** `value.name`: an entry, a part of a date, or for a list what each item has. null with a warning when there is none. */
export function propertyOf(value: FeelValue, name: string, run: Run): FeelValue {
  if (isList(value)) {
    run.spend(value.length);
    return value.map((item) => propertyOf(item, name, run));
  }
  const found = partOf(value, name);
  if (found !== undefined) return found;
  const [type, what] = isContext(value)
    ? ["NO_CONTEXT_ENTRY_FOUND", "context entry"]
    : ["NO_PROPERTY_FOUND", "property"];
  return run.warn(type, `No ${what} found with name '${name}'`);
}

function partOf(value: FeelValue, name: string): FeelValue | undefined {
  if (isContext(value)) return entryOf(value, name);
  if (value instanceof FeelDate) return partOfDate(value, name);
  if (value instanceof FeelDateTime) return partOfDate(value, name) ?? partOfTime(value, name);
  if (value instanceof FeelTime) return partOfTime(value, name);
  if (value instanceof FeelDuration) return partOfDuration(value, name);
  if (!isInterval(value)) return undefined;
  switch (name) {
    case "start":
      return value.start;
    case "end":
      return value.end;
    case "start included":
      return value.startIncluded;
    case "end included":
      return value.endIncluded;
    default:
      return undefined;
  }
}

function partOfDate(value: FeelDate | FeelDateTime, name: string): FeelValue | undefined {
  switch (name) {
    case "year":
      return value.year;
    case "month":
      return value.month;
    case "day":
      return value.day;
    case "weekday":
      return value.weekday;
    default:
      return undefined;
  }
}

function partOfTime(value: FeelTime | FeelDateTime, name: string): FeelValue | undefined {
  switch (name) {
    case "hour":
      return value.hour;
    case "minute":
      return value.minute;
    case "second":
      return value.second;
    case "time offset":
      return value["time offset"];
    case "timezone":
      return value.zone === "UTC" ? "Z" : value.zone;
    default:
      return undefined;
  }
}

function partOfDuration(value: FeelDuration, name: string): FeelValue | undefined {
  if (value.yearsMonths) {
    const months = totalMonths(value);
    if (name === "years") return Math.trunc(months / 12);
    return name === "months" ? months % 12 : undefined;
  }
  const seconds = totalMs(value) / 1000;
  switch (name) {
    case "days":
      return Math.trunc(seconds / 86_400);
    case "hours":
      return Math.trunc(seconds / 3600) % 24;
    case "minutes":
      return Math.trunc(seconds / 60) % 60;
    case "seconds":
      return Math.trunc(seconds) % 60;
    default:
      return undefined;
  }
}
