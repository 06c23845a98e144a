import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { akhirHari, setelahHariKerja } from "../../kepegawaian/plugin.js";
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
} as const;
export type Langkah = keyof typeof HARI_KERJA;

/** Due date and reminder as process variables (ISO instants): the next user task and its timer read them. */
export interface Tenggat {
  readonly tenggat: string;
  readonly pengingat: string;
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** Due date of the step that begins now, counted in working days. */
export const tenggatLangkah = async (deps: EdupakDeps, tx: UnitOfWork, langkah: Langkah): Promise<Tenggat> => {
  const libur = new Set(await deps.people(tx).hariLibur());
  const { tenggat, pengingat } = HARI_KERJA[langkah];
  const now = deps.clock.now();
  return {
    tenggat: iso(setelahHariKerja(now, tenggat, libur)),
    pengingat: iso(setelahHariKerja(now, pengingat, libur)),
  };
};

const DAY_MS = 86_400_000;

/** Due at the close of an ISO date; reminded a day before. */
export const tenggatTanggal = (tanggal: string): Tenggat => {
  const end = akhirHari(tanggal);
  return { tenggat: iso(end), pengingat: iso(end - DAY_MS) };
};
