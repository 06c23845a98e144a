const DAY_MS = 86_400_000;
const WIB_MS = 7 * 3_600_000;
/** Close of the working day, 16.00 WIB, as an hour of UTC. */
const CLOSE_UTC_MS = 9 * 3_600_000;

/** ISO date of an instant in Western Indonesian Time. */
export const tanggalWib = (instant: number): string => new Date(instant + WIB_MS).toISOString().slice(0, 10);

/** Saturdays, Sundays and the given dates are free. */
export const adalahHariKerja = (tanggal: string, libur: ReadonlySet<string>): boolean => {
  const day = new Date(`${tanggal}T00:00:00Z`).getUTCDay();
  return day !== 0 && day !== 6 && !libur.has(tanggal);
};

/** Close of business (16.00 WIB) of the `jumlah`-th working day after the day of `dari`. @returns epoch ms. */
export const setelahHariKerja = (dari: number, jumlah: number, libur: ReadonlySet<string>): number => {
  let day = Date.parse(`${tanggalWib(dari)}T00:00:00Z`);
  for (let left = jumlah; left > 0;) {
    day += DAY_MS;
    if (adalahHariKerja(new Date(day).toISOString().slice(0, 10), libur)) left -= 1;
  }
  return day + CLOSE_UTC_MS;
};

/** Close of business (16.00 WIB) of a date. @returns epoch ms. */
export const akhirHari = (tanggal: string): number => Date.parse(`${tanggal}T00:00:00Z`) + CLOSE_UTC_MS;
