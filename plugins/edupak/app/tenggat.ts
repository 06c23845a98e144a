import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { type HariKerja, type Tenggat, tenggatHariKerja } from "../../penilaian/plugin.js";
import type { EdupakDeps } from "./edupak-deps.js";

/** Working days for a step, and after how many its people are reminded. Set by this project, to be confirmed by BKN. */
const HARI_KERJA = {
  isi: { tenggat: 20, pengingat: 15 },
  setujui: { tenggat: 5, pengingat: 3 },
  terima: { tenggat: 3, pengingat: 2 },
  verifikasi: { tenggat: 5, pengingat: 3 },
  nilai: { tenggat: 10, pengingat: 7 },
  perbaiki: { tenggat: 10, pengingat: 7 },
  resume: { tenggat: 5, pengingat: 3 },
  tetapkan: { tenggat: 5, pengingat: 3 },
} as const satisfies Readonly<Record<string, HariKerja>>;
export type Langkah = keyof typeof HARI_KERJA;

/** Due date of the step that begins now. */
export const tenggatLangkah = (deps: EdupakDeps, tx: UnitOfWork, langkah: Langkah): Promise<Tenggat> =>
  tenggatHariKerja(deps, tx, HARI_KERJA[langkah]);
