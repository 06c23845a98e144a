import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from "feelin";
import { toPlainNumber } from "../number.js";
import type { Run } from "../run.js";
import { dateOf, dateTimeAt, dateTimeOf, durationOf, timeOf, totalMs, yearsAndMonthsBetween } from "../temporal.js";
import { temporalText } from "../temporal-text.js";
import type { FeelValue } from "../value.js";
import { isNumber } from "../value.js";
import type { Builtin, BuiltinTable } from "./builtin.js";
import { fixed, overloaded } from "./builtin.js";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Functions of dates, times and durations, and the engine's `cycle`. */
export const temporalBuiltins: BuiltinTable = {
  date: overloaded([["from"], ["year", "month", "day"]], (args) =>
    args.length === 1 ? dateFrom(args[0] ?? null) : dateFromParts(args),
  ),
  time: overloaded([["from"], ["hour", "minute", "second"], ["hour", "minute", "second", "offset"]], (args) =>
    args.length === 1 ? timeFrom(args[0] ?? null) : timeFromParts(args),
  ),
  "date and time": overloaded([["from"], ["date", "time"]], ([first = null, second]) => dateTimeFrom(first, second)),
  duration: fixed(["from"], ([from]) => (typeof from === "string" ? durationOf(from) : undefined)),
  "years and months duration": fixed(["from", "to"], ([from = null, to = null]) =>
    isDay(from) && isDay(to) ? yearsAndMonthsBetween(from, to) : undefined,
  ),
  now: fixed([], (_args, run) => nowOf(run)),
  today: fixed([], (_args, run) => new FeelDate(nowOf(run).unwrap().toPlainDate())),
  "day of week": onDay((day) => WEEKDAYS[day.dayOfWeek - 1] ?? null),
  "day of year": onDay((day) => day.dayOfYear),
  "week of year": onDay((day) => day.weekOfYear ?? null),
  "month of year": onDay((day) => MONTHS[day.month - 1] ?? null),
  "last day of month": onDay((day) => new FeelDate(day.with({ day: day.daysInMonth }))),
  cycle: overloaded([["interval"], ["repetitions", "interval"]], (args) =>
    args.length === 1 ? cycle(null, args[0] ?? null) : cycle(args[0] ?? null, args[1] ?? null),
  ),
};

type PlainDate = ReturnType<FeelDate["unwrap"]>;

function nowOf(run: Run): FeelDateTime {
  return dateTimeAt(run.nowMs, run.timeZone);
}

function isDay(value: FeelValue): value is FeelDate | FeelDateTime {
  return value instanceof FeelDate || value instanceof FeelDateTime;
}

function onDay(apply: (day: PlainDate) => FeelValue): Builtin {
  return fixed(["date"], ([value = null]) => {
    if (!isDay(value)) return undefined;
    return apply(value instanceof FeelDate ? value.unwrap() : value.unwrap().toPlainDate());
  });
}

function dateFrom(from: FeelValue): FeelValue | undefined {
  if (typeof from === "string") return dateOf(from);
  if (from instanceof FeelDateTime) return new FeelDate(from.unwrap().toPlainDate());
  return from instanceof FeelDate ? from : undefined;
}

function dateFromParts(parts: readonly FeelValue[]): FeelValue | undefined {
  const [year, month, day] = wholeNumbers(parts);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return dateOf(`${year < 0 ? "-" : ""}${digits(Math.abs(year), 4)}-${digits(month, 2)}-${digits(day, 2)}`);
}

function timeFrom(from: FeelValue): FeelValue | undefined {
  if (typeof from === "string") return timeOf(from);
  if (from instanceof FeelDateTime) return new FeelTime(from.unwrap().toPlainTime(), from.zone);
  if (from instanceof FeelDate) return timeOf("00:00:00Z");
  return from instanceof FeelTime ? from : undefined;
}

function timeFromParts(parts: readonly FeelValue[]): FeelValue | undefined {
  const [hour, minute, second] = wholeNumbers(parts.slice(0, 3));
  const offset = parts[3] ?? null;
  if (hour === undefined || minute === undefined || second === undefined) return undefined;
  const local = `${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}`;
  if (offset === null) return timeOf(local);
  return offset instanceof FeelDuration && !offset.yearsMonths
    ? timeOf(local + offsetText(totalMs(offset)))
    : undefined;
}

function offsetText(ms: number): string {
  const minutes = Math.abs(Math.trunc(ms / 60_000));
  return `${ms < 0 ? "-" : "+"}${digits(Math.floor(minutes / 60), 2)}:${digits(minutes % 60, 2)}`;
}

function dateTimeFrom(first: FeelValue, second: FeelValue | undefined): FeelValue | undefined {
  if (second === undefined) {
    if (typeof first === "string") return dateTimeOf(first) ?? midnightOf(dateOf(first));
    return first instanceof FeelDate ? midnightOf(first) : undefined;
  }
  if (isDay(first) && second instanceof FeelTime) {
    const day = first instanceof FeelDate ? first.unwrap() : first.unwrap().toPlainDate();
    return new FeelDateTime(day.toPlainDateTime(second.unwrap()), second.zone);
  }
  if (!(first instanceof FeelDateTime) || typeof second !== "string") return undefined;
  return inZone(first, second);
}

function midnightOf(day: FeelDate | null): FeelDateTime | null {
  return day === null ? null : new FeelDateTime(day.unwrap().toPlainDateTime());
}

function inZone(value: FeelDateTime, zone: string): FeelValue | undefined {
  try {
    if (value.zone === null) return new FeelDateTime(value.unwrap().toZonedDateTime(zone).toPlainDateTime(), zone);
    return new FeelDateTime(value.unwrap().toZonedDateTime(value.zone).withTimeZone(zone).toPlainDateTime(), zone);
  } catch {
    return undefined;
  }
}

function cycle(repetitions: FeelValue, interval: FeelValue): FeelValue | undefined {
  if (!(interval instanceof FeelDuration)) return undefined;
  if (repetitions !== null && !isNumber(repetitions)) return undefined;
  return `R${repetitions === null ? "" : Math.trunc(toPlainNumber(repetitions))}/${temporalText(interval)}`;
}

function wholeNumbers(values: readonly FeelValue[]): readonly number[] {
  return values.every(isNumber) ? values.map((value) => Math.trunc(toPlainNumber(value))) : [];
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
