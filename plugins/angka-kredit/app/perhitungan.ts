import type { z } from "zod";
import type { ButirKegiatan } from "../domain/butir.js";
import type { Rujukan } from "../domain/rujukan.js";
import type { Gagal, Hasil } from "./jawaban.js";

/** What a calculation may ask besides its request. */
export interface Dunia {
  /** Reference data; what is read from it becomes the `dasarHukum` of the answer. */
  readonly rujukan: Rujukan;
  /** Activities of every position, all versions. */
  readonly butir: readonly ButirKegiatan[];
  /** ISO date in western Indonesian time. */
  readonly hariIni: string;
}

/**
 * One kind of calculation: its name, the shape of a request besides `perhitungan`, and the work. Other plugins add theirs
 * at the extension point `angka-kredit:perhitungan`, by this shape alone.
 */
export interface Perhitungan {
  readonly perhitungan: string;
  readonly masukan: z.ZodType;
  hitung(masukan: never, dunia: Dunia): Hasil | Gagal;
}

/** Types a calculation by its schema. */
export const definePerhitungan = <M>(perhitungan: {
  readonly perhitungan: string;
  readonly masukan: z.ZodType<M>;
  hitung(masukan: M, dunia: Dunia): Hasil | Gagal;
}): Perhitungan => perhitungan;
