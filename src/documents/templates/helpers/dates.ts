const MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");
const WEEKDAYS = "Minggu Senin Selasa Rabu Kamis Jumat Sabtu".split(" ");

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const refuse = (helper: string, value: unknown): never => {
  throw new Error(`Expected a date YYYY-MM-DD for '${helper}', but it is ${JSON.stringify(value)}`);
};

const parse = (helper: string, value: unknown): CalendarDay => {
  const parts = typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (parts === null) return refuse(helper, value);
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return refuse(helper, value);
  return { year, month, day };
};

/** Indonesian name of a month, 1 to 12. */
export const bulan = (month: unknown): string => {
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) throw new Error(`Expected a month from 1 to 12, but it is ${JSON.stringify(month)}`);
  return name;
};

/** `2021-03-31` → `31 Maret 2021`. */
export const tanggal = (value: unknown): string => {
  const { year, month, day } = parse("tanggal", value);
  return `${day} ${bulan(month)} ${year}`;
};

/** `2021-04-01` → `01-04-2021`, as on pangkat lines. */
export const tanggalAngka = (value: unknown): string => {
  const { year, month, day } = parse("tanggalAngka", value);
  return `${String(day).padStart(2, "0")}-${String(month).padStart(2, "0")}-${year}`;
};

/** `2026-09-14` → `Senin`. */
export const hari = (value: unknown): string => {
  const { year, month, day } = parse("hari", value);
  return WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? "";
};

/** `2 s/d 8 Maret 2021`, `28 Maret s/d 2 April 2021`, `28 Desember 2020 s/d 2 Januari 2021`; one day stays one day. */
export const rentangTanggal = (from: unknown, to: unknown): string => {
  const start = parse("rentangTanggal", from);
  const end = parse("rentangTanggal", to);
  const last = tanggal(to);
  if (from === to) return last;
  if (start.year !== end.year) return `${tanggal(from)} s/d ${last}`;
  return start.month === end.month ? `${start.day} s/d ${last}` : `${start.day} ${bulan(start.month)} s/d ${last}`;
};
