import { type Ak, NOL } from "./ak.js";
import { setengahKeAtas } from "./setengah-ke-atas.js";

/**
 * Credit of a higher degree: a percentage of the AKK of one rank promotion of the level, once.
 * Source: PermenPANRB 1/2023; domain note 2.3.6.
 */
export const akPendidikan = (
  { sudahDiperhitungkan }: { readonly sudahDiperhitungkan: boolean },
  { akkKp, persen }: { readonly akkKp: Ak; readonly persen: number },
): Ak => (sudahDiperhitungkan ? NOL : setengahKeAtas(BigInt(akkKp) * BigInt(persen), 100n));
