/** Months from one ISO date to another, whole ones. */
const bulanPenuh = (dari: string, sampai: string): number => {
  const part = (text: string, from: number, to: number): number => Number(text.slice(from, to));
  const months = (part(sampai, 0, 4) - part(dari, 0, 4)) * 12 + part(sampai, 5, 7) - part(dari, 5, 7);
  return Math.max(0, months - (part(sampai, 8, 10) < part(dari, 8, 10) ? 1 : 0));
};

/**
 * Time of service as forms write it, `04 tahun 01 bulan`: from TMT CPNS (in the NIP) to a day.
 * Revised service times (peninjauan masa kerja) are not known here. Source: domain note 1.8.1, 3.2.
 */
export const masaKerja = (nip: string, sampai: string): string => {
  const months = bulanPenuh(`${nip.slice(8, 12)}-${nip.slice(12, 14)}-01`, sampai);
  const dua = (value: number): string => String(value).padStart(2, "0");
  return `${dua(Math.floor(months / 12))} tahun ${dua(months % 12)} bulan`;
};
