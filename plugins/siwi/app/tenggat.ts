import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { type HariKerja, type Tenggat, tenggatHariKerja, tenggatTanggal } from "../../penilaian/plugin.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** Working days for a step, and after how many its people are reminded. Set by this project, to be confirmed by LAN. */
const HARI_KERJA = {
  periksa: { tenggat: 5, pengingat: 3 },
  nilai: { tenggat: 10, pengingat: 7 },
  terima: { tenggat: 5, pengingat: 3 },
  perbaiki: { tenggat: 10, pengingat: 7 },
  kirim: { tenggat: 5, pengingat: 3 },
} as const satisfies Readonly<Record<string, HariKerja>>;
export type Langkah = keyof typeof HARI_KERJA;

/** Due date of the step that begins now. */
export const tenggatLangkah = (deps: SiwiDeps, tx: UnitOfWork, langkah: Langkah): Promise<Tenggat> =>
  tenggatHariKerja(deps, tx, HARI_KERJA[langkah]);

/** Due at the close of the period, reminded a week before. */
export const tenggatTutup = (tutup: string): Tenggat => tenggatTanggal(tutup, 7);
