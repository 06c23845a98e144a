const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;

/** True for a date-time of RFC 3339, section 5.6, that names a day that exists. */
export function isInstant(text: string): boolean {
  const match = INSTANT.exec(text);
  if (match === null) return false;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay && hour <= 23 && minute <= 59 && second <= 59;
}

/** Epoch milliseconds of an RFC 3339 date-time. */
export const toEpochMs = (text: string): number => Date.parse(text);

/** The last instant that RFC 3339 can write, with its four digits for the year. */
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** RFC 3339 text of epoch milliseconds, in UTC with milliseconds; later than the year 9999 is its end. */
export const toInstant = (epochMs: number): string => new Date(Math.min(epochMs, LAST_MS)).toISOString();

const LONGEST_MS = 100 * 365 * 24 * 3_600_000;

const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** A waiting time in milliseconds, at most what a timer takes (25 days): beyond that it would fire at once. */
export const boundedWaitMs = (ms: number): number => Math.min(ms, LONGEST_WAIT_MS);

/** A duration in milliseconds, at most a hundred years: beyond that, sums with the time are no whole numbers any more. */
export const boundedMs = (ms: number): number => Math.min(ms, LONGEST_MS);

/** Like {@link toInstant}; null stays null. */
export const toInstantOrNull = (epochMs: number | null | undefined): string | null =>
  epochMs === null || epochMs === undefined ? null : toInstant(epochMs);
