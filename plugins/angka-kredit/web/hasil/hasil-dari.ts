import type { HasilMenurutNama, JawabanHalaman } from "../../http/contract/hitung.js";

/** Results of one calculation among the answers, in their order; answers without a result are left out. */
export const hasilDari = <N extends keyof HasilMenurutNama>(
  jawaban: readonly JawabanHalaman[],
  nama: N,
): readonly HasilMenurutNama[N][] =>
  jawaban.flatMap((each) => (each.perhitungan === nama && "hasil" in each ? [each.hasil as HasilMenurutNama[N]] : []));
