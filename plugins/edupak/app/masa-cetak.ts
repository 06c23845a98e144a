import { akhirBulan, awalBulan } from "../domain/bulan.js";

/** Masa penilaian as documents print it: first and last day (ISO). */
export const masaCetak = ({
  masaMulai,
  masaSelesai,
}: {
  readonly masaMulai: string;
  readonly masaSelesai: string;
}) => ({
  mulai: awalBulan(masaMulai),
  selesai: akhirBulan(masaSelesai),
});
