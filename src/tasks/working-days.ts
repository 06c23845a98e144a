/** Indonesian office time: UTC+7 (WIB), without summer time. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Which days are working days: not Saturday, not Sunday, not a holiday; days are those of Western Indonesian Time. */
export interface WorkingCalendar {
  /** @param day days since 1970-01-01 in Western Indonesian Time. */
  isWorkingDay(day: number): boolean;
}

const dayOf = (instant: number): number => Math.floor((instant + OFFSET_MS) / DAY_MS);

/** @param holidays dates as YYYY-MM-DD, in any order. */
export const workingCalendar = (holidays: readonly string[]): WorkingCalendar => {
  const closed = new Set(holidays.map((date) => Date.parse(`${date}T00:00:00Z`) / DAY_MS));
  return {
    isWorkingDay(day) {
      const weekday = (day + 4) % 7; // 1970-01-01 was a Thursday; 0 = Sunday
      return weekday !== 0 && weekday !== 6 && !closed.has(day);
    },
  };
};

/** The instant `days` working days later, at the same time of day; 0 or more. */
export const addWorkingDays = (calendar: WorkingCalendar, instant: number, days: number): number => {
  let day = dayOf(instant);
  for (let left = days; left > 0;) {
    day += 1;
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return instant + (day - dayOf(instant)) * DAY_MS;
};

/**
 * Working days after the day of `from` up to and including the day of `to`; negative when `to` lies before `from`.
 * Today's deadline is 0, tomorrow's 1. Spans beyond ten years are cut off.
 */
export const workingDaysBetween = (calendar: WorkingCalendar, from: number, to: number): number => {
  if (to < from && dayOf(to) !== dayOf(from)) return -workingDaysBetween(calendar, to, from);
  const last = Math.min(dayOf(to), dayOf(from) + 3660);
  let count = 0;
  for (let day = dayOf(from) + 1; day <= last; day++) {
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count;
};
