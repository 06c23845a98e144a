import type { Bagian } from "./bagian.js";
import { integrasi } from "./bagian/integrasi.js";
import { kenaikan } from "./bagian/kenaikan.js";
import { konversi } from "./bagian/konversi.js";
import { pak } from "./bagian/pak.js";

/** The parts of the page in the order in which they are offered. */
export const BAGIAN: readonly [Bagian, ...Bagian[]] = [konversi, pak, kenaikan, integrasi];
