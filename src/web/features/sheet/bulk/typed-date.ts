const pad = (text: string): string => text.padStart(2, "0");

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Beginnings of the names of months, Indonesian and English: `Maret`, `Mar`, `March`. */
const MONTHS = "jan feb mar apr mei/may jun jul agu/ags/aug sep okt/oct nov des/dec"
  .split(" ")
  .map((names) => names.split("/"));

const monthOf = (text: string): string | undefined => {
  if (/^\d+$/.test(text)) return text;
  const at = MONTHS.findIndex((names) => names.some((name) => text.toLowerCase().startsWith(name)));
  return at === -1 ? undefined : String(at + 1);
};

/** `31-03-2026`, `31/3/2026`, `31.03.2026`, `31 Maret 2026` or `2026-03-31` as an ISO date; null when it is no day. */
export function typedDate(text: string): string | null {
  const clean = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  const own = /^(\d{1,2})(?:[-/.](\d{1,2})[-/.]|[- ]+([a-z]{3,})[- ]+)(\d{4})$/i.exec(clean);
  const [year, month, day] = iso === null ? [own?.[4], own?.[2] ?? own?.[3], own?.[1]] : [iso[1], iso[2], iso[3]];
  const number = month === undefined ? undefined : monthOf(month);
  if (year === undefined || number === undefined || day === undefined) return null;
  return isDay(Number(year), Number(number), Number(day)) ? `${year}-${pad(number)}-${pad(day)}` : null;
}

const BETWEEN = /^(.+?)\s*(?:\bs\.?\/?d\.?(?=\s|\d)|\bsampai(?: dengan)?\b|\bto\b|–|—| - )\s*(.+)$/i;

/**
 * The two days of a span (`01-03-2026 s.d. 05-03-2026`, also `s/d`, `sampai`, `–`), month and year of the first day written
 * once with the last (`2 s/d 8 Maret 2021`, `28 Maret s/d 2 April 2021`); null when it is none.
 */
export function typedSpan(text: string): readonly [string, string] | null {
  const [, first = "", last = ""] = BETWEEN.exec(text.trim()) ?? [];
  const [, month = "", year = ""] = /^\d{1,2}\s+(\S+)\s+(\d{4})$/.exec(last.trim()) ?? [];
  const from = [first, `${first} ${year}`, `${first} ${month} ${year}`].find((each) => typedDate(each) !== null);
  return from !== undefined && typedDate(last) !== null ? [from.trim(), last.trim()] : null;
}
