const MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");

/** Name of the month of an ISO date or month (`2021-03`): Maret. */
export const namaBulan = (tanggal: string): string => MONTHS[Number(tanggal.slice(5, 7)) - 1] ?? "";

/** `2027-01-21` as people write it: 21 Januari 2027. Source: domain note 3.1. */
export const tulisTanggal = (tanggal: string): string =>
  `${Number(tanggal.slice(8, 10))} ${namaBulan(tanggal)} ${tanggal.slice(0, 4)}`;

/** `Januari s/d Juni 2021`, across years `Juli 2021 s/d Juni 2022`; one month alone is `Maret 2021`. */
export const namaMasa = ({
  masaMulai,
  masaSelesai,
}: {
  readonly masaMulai: string;
  readonly masaSelesai: string;
}): string => {
  const [from, to] = [masaMulai.slice(0, 4), masaSelesai.slice(0, 4)];
  if (masaMulai.slice(0, 7) === masaSelesai.slice(0, 7)) return `${namaBulan(masaMulai)} ${from}`;
  return `${namaBulan(masaMulai)}${from === to ? "" : ` ${from}`} s/d ${namaBulan(masaSelesai)} ${to}`;
};
