import { bulanKe, hariPertama, tulisBulan } from "../../domain/bulan.js";
import type { PeriodePredikat } from "../../domain/konversi.js";

type Masa = Pick<PeriodePredikat, "tahun" | "bulanMulai" | "bulanSelesai">;

/** Last day of a running month number, as ISO date. */
const hariTerakhir = (ke: number): string =>
  new Date(Date.parse(`${hariPertama(ke + 1)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** First and last day of periods, as documents print them. */
export const dariSampai = (periode: readonly Masa[]): { readonly mulai: string; readonly selesai: string } => ({
  mulai: hariPertama(Math.min(...periode.map(({ tahun, bulanMulai }) => bulanKe(tahun, bulanMulai)))),
  selesai: hariTerakhir(Math.max(...periode.map(({ tahun, bulanSelesai }) => bulanKe(tahun, bulanSelesai)))),
});

/** First and last month of periods (`YYYY-MM`). */
export const bulanDariSampai = (
  periode: readonly Masa[],
): { readonly masaMulai: string; readonly masaSelesai: string } => ({
  masaMulai: tulisBulan(Math.min(...periode.map(({ tahun, bulanMulai }) => bulanKe(tahun, bulanMulai)))),
  masaSelesai: tulisBulan(Math.max(...periode.map(({ tahun, bulanSelesai }) => bulanKe(tahun, bulanSelesai)))),
});
