/** Month as `YYYY-MM`. */
const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

export const adalahBulan = (text: string): boolean => MONTH.test(text);

/** The month of an ISO date. */
export const bulanDari = (tanggal: string): string => tanggal.slice(0, 7);

const nomor = (bulan: string): number => Number(bulan.slice(0, 4)) * 12 + Number(bulan.slice(5, 7)) - 1;
const dariNomor = (value: number): string => `${Math.floor(value / 12)}-${String((value % 12) + 1).padStart(2, "0")}`;

/** The month that is `jumlah` months later (or, negative, earlier). */
export const geserBulan = (bulan: string, jumlah: number): string => dariNomor(nomor(bulan) + jumlah);

/** First day as an ISO date. */
export const awalBulan = (bulan: string): string => `${bulan}-01`;

/** Last day as an ISO date. */
export const akhirBulan = (bulan: string): string => {
  const [year = 0, month = 0] = bulan.split("-").map(Number);
  return `${bulan}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0")}`;
};

/** Every month from the first to the last; empty when they stand the wrong way round. */
export const bulanAntara = (mulai: string, selesai: string): readonly string[] =>
  Array.from({ length: Math.max(0, nomor(selesai) - nomor(mulai) + 1) }, (_, index) => dariNomor(nomor(mulai) + index));
