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

/** RFC 3339 text of epoch milliseconds, in UTC with milliseconds. */
export const toInstant = (epochMs: number): string => new Date(epochMs).toISOString();

/** Like {@link toInstant}; null stays null. */
export const toInstantOrNull = (epochMs: number | null | undefined): string | null =>
  epochMs === null || epochMs === undefined ? null : toInstant(epochMs);
