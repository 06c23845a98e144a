const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths that people like to read, of which the shortest is taken that makes no more than MAX_BUCKETS. */
const LENGTHS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY];
const MAX_BUCKETS = 100;

const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u;

/**
 * Milliseconds of a bucket of a time series.
 *
 * @param resolution ISO 8601 duration of weeks, days, hours, minutes and seconds; absent: one that suits the window.
 * @returns undefined when it is none, or no time at all.
 */
export function bucketLength(windowMs: number, resolution: string | undefined): number | undefined {
  if (resolution === undefined)
    return LENGTHS.find((length) => windowMs / length <= MAX_BUCKETS) ?? Math.ceil(windowMs / MAX_BUCKETS);
  const match = DURATION.exec(resolution);
  if (match === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const length = (weeks * 7 + days) * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000;
  return length > 0 && Number.isSafeInteger(length) ? length : undefined;
}
