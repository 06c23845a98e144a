type Language = "id" | "en";

const locale = (language: Language): string => (language === "id" ? "id-ID" : "en-GB");

/** 31 Mar 2021 */
export const shortDate = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { day: "numeric", month: "short", year: "numeric" }).format(at);

/** 31 Maret 2021 */
export const longDate = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { day: "numeric", month: "long", year: "numeric" }).format(at);

/** 14.05 (Indonesian) or 14:05 */
export const clockTime = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { hour: "2-digit", minute: "2-digit" }).format(at);

/** 31 Mar 2021 pukul 14.05 */
export const dateAndTime = (at: number, language: Language): string =>
  language === "id"
    ? `${shortDate(at, language)} pukul ${clockTime(at, language)}`
    : `${shortDate(at, language)}, ${clockTime(at, language)}`;

const steps = [
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

/** "2 hari yang lalu"; below a minute "baru saja" is for the caller to say, this gives 0 minutes. */
export function timeAgo(at: number, now: number, language: Language): string {
  const format = new Intl.RelativeTimeFormat(locale(language), { numeric: "auto" });
  const past = now - at;
  const step = steps.find(({ ms }) => past >= ms) ?? steps[2];
  return format.format(-Math.max(0, Math.floor(past / step.ms)), step.unit);
}

/** Length of time in its two largest units: "3 hari 4 jam", "12 menit"; below a minute "<1 menit". */
export function duration(ms: number, language: Language): string {
  const words = language === "id" ? ["hari", "jam", "menit"] : ["d", "h", "min"];
  const counts = [Math.floor(ms / 86_400_000), Math.floor(ms / 3_600_000) % 24, Math.floor(ms / 60_000) % 60];
  const first = counts.findIndex((count) => count > 0);
  if (first === -1) return language === "id" ? "<1 menit" : "<1 min";
  return counts
    .map((count, index) => ({ count, word: words[index], index }))
    .filter(({ count, index }) => count > 0 && index >= first && index <= first + 1)
    .map(({ count, word }) => `${count} ${word}`)
    .join(" ");
}

/** The day that a date column's text (YYYY-MM-DD) names; null when it names none. */
function dayOf(value: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  return match === null ? null : new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])).getTime();
}

/** A date column's text as people read it: 31 Mar 2021; anything else stays as it is. */
export function dayText(value: string, language: Language): string {
  const day = dayOf(value);
  return day === null ? value : shortDate(day, language);
}

/** The same in full: 31 Maret 2021. Said beside an input, because browsers show days in the order of their own language. */
export function longDayText(value: string, language: Language): string {
  const day = dayOf(value);
  return day === null ? value : longDate(day, language);
}
