import type { FeelDuration } from "feelin";
import { FeelDate, FeelDateTime, FeelTime, dateAndTime, duration, parseDate, parseTime } from "feelin";

/** A point in time of FEEL. */
export type FeelInstant = FeelDate | FeelTime | FeelDateTime;

const DATE = /^(-?(?:\d{4}|[1-9]\d{4,8}))(-\d{2}-\d{2})$/;
/** Offsets go to 18 hours, as in Java. */
const OFFSET = String.raw`[+-](?:0\d|1[0-7]):[0-5]\d|[+-]18:00`;
const TIME = new RegExp(String.raw`^\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|${OFFSET}|@[A-Za-z_+\-/0-9]+)?$`);
const DATE_TIME = /^(-?(?:\d{4}|[1-9]\d{4,8}))(-\d{2}-\d{2}T)(.+)$/;
const END_OF_DAY = /^24:00(?::00(?:\.0{1,9})?)?(?=$|[Z@+-])/;
const NO_OFFSET = /-00:00$/;
/** A leap year, in which every day can be read whose year follows. */
const LEAP_YEAR = "2000";
const ZONE_IN_BRACKETS = /(?:Z|[+-]\d{2}:\d{2})?\[([A-Za-z_+\-/0-9]+)\]$/;
const YEARS_MONTHS = /^-?P(?=\d)(\d+Y)?(\d+M)?$/;
const DAYS_TIME = /^-?P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{0,9})?S)?)?$/;

/** `2024-02-29`, or null. Years are four digits or more, up to 271821, and may be negative. */
export function dateOf(text: string): FeelDate | null {
  const [, year = "", day = ""] = DATE.exec(text) ?? [];
  const date = day === "" ? null : parseDate(LEAP_YEAR + day);
  return date === null ? null : inCalendar(() => new FeelDate(date.unwrap().with({ year: Number(year) }, REJECT)));
}

/** `10:20:30`, with offset or zone, or null. */
export function timeOf(text: string): FeelTime | null {
  return TIME.test(text) ? parseTime(text.replace(NO_OFFSET, "Z")) : null;
}

/**
 * `2024-02-29T10:20:30`, with offset or zone (`@Asia/Jakarta` or `+07:00[Asia/Jakarta]`), or null. `24:00:00` is the beginning
 * of the next day.
 */
export function dateTimeOf(text: string): FeelDateTime | null {
  const normal = text.replace(ZONE_IN_BRACKETS, "@$1").replace(NO_OFFSET, "Z");
  const [, year = "", day = "", written = ""] = DATE_TIME.exec(normal) ?? [];
  const time = written.replace(END_OF_DAY, "00:00:00");
  const value = TIME.test(time) ? dateAndTime(LEAP_YEAR + day + time) : null;
  if (value === null) return null;
  const days = time === written ? 0 : 1;
  return inCalendar(
    () =>
      new FeelDateTime(
        value
          .unwrap()
          .with({ year: Number(year) }, REJECT)
          .add({ days }),
        value.zone,
      ),
  );
}

const REJECT = { overflow: "reject" } as const;

/** What lies beyond the calendar is null. */
function inCalendar<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** `P1Y2M` or `P1DT2H`, but no mixture; or null. */
export function durationOf(text: string): FeelDuration | null {
  return YEARS_MONTHS.test(text) || DAYS_TIME.test(text) ? duration(text.replace(".S", "S")) : null;
}

/** Any literal `@"..."`. */
export function temporalOf(text: string): FeelInstant | FeelDuration | null {
  return durationOf(text) ?? dateOf(text) ?? dateTimeOf(text) ?? timeOf(text);
}

/** Epoch milliseconds of a date-time with zone; null for a local one. */
export function epochMsOf(value: FeelDateTime): number | null {
  if (value.zone === null) return null;
  return value.unwrap().toZonedDateTime(value.zone).epochMilliseconds;
}

/** The moment as date-time in a zone. */
export function dateTimeAt(epochMs: number, timeZone: string): FeelDateTime {
  const utc = new Date(epochMs).toISOString().slice(0, -1);
  const inUtc = dateAndTime(`${utc}Z`);
  if (inUtc === null) throw new RangeError(`Expected a time that can be written as a date, but it is ${epochMs}`);
  const zoned = inUtc.unwrap().toZonedDateTime("UTC").withTimeZone(timeZone);
  return new FeelDateTime(zoned.toPlainDateTime(), timeZone);
}

/** Total milliseconds of a days-time duration. */
export function totalMs(value: FeelDuration): number {
  return value.unwrap().total({ unit: "millisecond" });
}

/** Total months of a years-months duration. */
export function totalMonths(value: FeelDuration): number {
  const raw = value.unwrap();
  return raw.years * 12 + raw.months;
}

/** A days-time duration; null beyond what can be counted. */
export function durationOfMs(ms: number): FeelDuration | null {
  if (!Number.isSafeInteger(Math.round(ms))) return null;
  const whole = Math.round(ms);
  const sign = whole < 0 ? "-" : "";
  const seconds = (Math.abs(whole) / 1000).toFixed(3);
  return duration(`${sign}PT${seconds}S`);
}

/** A years-months duration; null beyond what can be counted. */
export function durationOfMonths(months: number): FeelDuration | null {
  if (!Number.isSafeInteger(Math.trunc(months))) return null;
  const whole = Math.trunc(months);
  return duration(`${whole < 0 ? "-" : ""}P${Math.abs(whole)}M`);
}

/** The instant moved by a duration. A date stays a date. */
export function shift(instant: FeelInstant, by: FeelDuration, sign: 1 | -1): FeelInstant | null {
  const raw = sign < 0 ? by.unwrap().negated() : by.unwrap();
  return inCalendar(() => {
    if (instant instanceof FeelTime) {
      return by.yearsMonths ? null : new FeelTime(instant.unwrap().add(raw), instant.zone);
    }
    if (instant instanceof FeelDate) {
      return new FeelDate(instant.unwrap().toPlainDateTime().add(raw).toPlainDate());
    }
    if (instant.zone === null) return new FeelDateTime(instant.unwrap().add(raw), null);
    return new FeelDateTime(instant.unwrap().toZonedDateTime(instant.zone).add(raw).toPlainDateTime(), instant.zone);
  });
}

/** The time between two instants of one kind; null for other pairs. */
export function between(a: FeelInstant, b: FeelInstant): FeelDuration | null {
  const left = comparableMs(a);
  const right = comparableMs(b);
  return left === null || right === null || instantKind(a) !== instantKind(b) ? null : durationOfMs(left - right);
}

/** A number by which instants of one kind (see `instantKind`) are put in order. */
export function comparableMs(value: FeelInstant): number | null {
  if (value instanceof FeelDate) return value.unwrap().toZonedDateTime("UTC").epochMilliseconds;
  if (value instanceof FeelTime) return timeOfDayMs(value);
  return value.zone === null ? value.unwrap().toZonedDateTime("UTC").epochMilliseconds : epochMsOf(value);
}

/** Local and zoned values are different types: they cannot be compared. */
export function instantKind(value: FeelInstant): string {
  if (value instanceof FeelDate) return "date";
  const zoned = value.zone === null ? "local" : "zoned";
  return value instanceof FeelTime ? `${zoned} time` : `${zoned} date time`;
}

/** Whole years and months from one date to another. */
export function yearsAndMonthsBetween(from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime): FeelDuration | null {
  const start = from instanceof FeelDate ? from.unwrap() : from.unwrap().toPlainDate();
  const end = to instanceof FeelDate ? to.unwrap() : to.unwrap().toPlainDate();
  return durationOfMonths(start.until(end, { largestUnit: "month" }).months);
}

/** The distance from UTC in milliseconds; null for a local value. */
export function offsetMs(value: FeelTime | FeelDateTime): number | null {
  if (value.zone === null) return null;
  const offset = value["time offset"];
  return offset === null ? 0 : totalMs(offset);
}

function timeOfDayMs(value: FeelTime): number {
  const raw = value.unwrap();
  const ms = ((raw.hour * 60 + raw.minute) * 60 + raw.second) * 1000 + raw.millisecond;
  return ms - (offsetMs(value) ?? 0);
}
