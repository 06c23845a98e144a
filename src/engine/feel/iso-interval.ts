/** A time span of ISO 8601; months are of the calendar, so their length depends on the start. */
export interface IsoInterval {
  readonly months: number;
  readonly ms: number;
}

const PATTERN =
  /^([+-]?)P(?=[\d+-]|T)(?:([+-]?\d+)Y)?(?:([+-]?\d+)M)?(?:([+-]?\d+)W)?(?:([+-]?\d+)D)?(?:T(?=[\d+-])(?:([+-]?\d+)H)?(?:([+-]?\d+)M)?(?:([+-]?\d+(?:\.\d{1,9})?)S)?)?$/;

/** Reads `P1Y2M3DT4H5M6.7S`, weeks and signs included; null for anything else. */
export function parseIsoInterval(text: string): IsoInterval | null {
  const match = PATTERN.exec(text.trim());
  if (match === null) return null;
  const sign = match[1] === "-" ? -1 : 1;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0));
  const totalDays = (weeks ?? 0) * 7 + (days ?? 0);
  const totalSeconds = ((totalDays * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
  return { months: sign * ((years ?? 0) * 12 + (months ?? 0)), ms: sign * Math.round(totalSeconds * 1000) };
}

/** The time one interval later, months counted in UTC and cut to the length of the month. */
export function addInterval(epochMs: number, { months, ms }: IsoInterval): number {
  if (months === 0) return epochMs + ms;
  const date = new Date(epochMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime() + ms;
}
