import { type Ak, ak } from "./ak.js";

/**
 * `pembilang / penyebut` thousandths, half up: the one rounding of a printed row. Big integers, since the factors of a row
 * can pass 2^53. Source: domain note 2.3.8.
 *
 * @param pembilang never negative. @param penyebut above zero.
 */
export const setengahKeAtas = (pembilang: bigint, penyebut: bigint): Ak =>
  ak(Number((2n * pembilang + penyebut) / (2n * penyebut)));
