/** Whether a text is a date of the calendar, `2024-02-29`. */
export const adalahTanggal = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= hariDalamBulan(year, month);
};

const hariDalamBulan = (year: number, month: number): number =>
  month === 2 ? (adalahKabisat(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const adalahKabisat = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day on which `years` full years have passed; 29 February becomes 1 March, so that it is never early. */
export const tambahTahun = (tanggal: string, years: number): string => {
  const year = Number(tanggal.slice(0, 4)) + years;
  const rest = tanggal.slice(5);
  return rest === "02-29" && !adalahKabisat(year) ? `${year}-03-01` : `${year}-${rest}`;
};

/** The day before, as ISO date. */
export const hariSebelum = (tanggal: string): string => {
  const [year = 0, month = 0, day = 0] = tanggal.split("-").map(Number);
  const two = (value: number): string => String(value).padStart(2, "0");
  if (day > 1) return `${tanggal.slice(0, 8)}${two(day - 1)}`;
  if (month > 1) return `${tanggal.slice(0, 5)}${two(month - 1)}-${two(hariDalamBulan(year, month - 1))}`;
  return `${year - 1}-12-31`;
};
