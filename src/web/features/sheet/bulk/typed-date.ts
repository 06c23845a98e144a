const pad = (text: string): string => text.padStart(2, "0");

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** `31-03-2026`, `31/3/2026`, `31.03.2026` or `2026-03-31` as an ISO date; null when it is no day. */
export function typedDate(text: string): string | null {
  const clean = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  const own = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(clean);
  const [year, month, day] = iso === null ? [own?.[3], own?.[2], own?.[1]] : [iso[1], iso[2], iso[3]];
  if (year === undefined || month === undefined || day === undefined) return null;
  return isDay(Number(year), Number(month), Number(day)) ? `${year}-${pad(month)}-${pad(day)}` : null;
}

/** The two days of a span (`01-03-2026 s.d. 05-03-2026`, also `s/d`, `sampai`, `–`); null when it is none. */
export function typedSpan(text: string): readonly [string, string] | null {
  const [, from = "", to = ""] =
    /^(\S+)\s*(?:s\.?\/?d\.?|sampai(?: dengan)?|to|–|—| - )\s*(\S+)$/i.exec(text.trim()) ?? [];
  return typedDate(from) !== null && typedDate(to) !== null ? [from, to] : null;
}
