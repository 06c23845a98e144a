import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { akhirHari, setelahHariKerja } from "../../kepegawaian/plugin.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** Working days for a step, and after how many its people are reminded. Set by this project, to be confirmed by LAN. */
const HARI_KERJA = {
  periksa: { tenggat: 5, pengingat: 3 },
  nilai: { tenggat: 10, pengingat: 7 },
  terima: { tenggat: 5, pengingat: 3 },
  perbaiki: { tenggat: 10, pengingat: 7 },
  kirim: { tenggat: 5, pengingat: 3 },
} as const;
export type Langkah = keyof typeof HARI_KERJA;

/** Due date and reminder as process variables (ISO instants): the next user task and its timer read them. */
export interface Tenggat {
  readonly tenggat: string;
  readonly pengingat: string;
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** Due date of the step that begins now, counted in working days. */
export const tenggatLangkah = async (deps: SiwiDeps, tx: UnitOfWork, langkah: Langkah): Promise<Tenggat> => {
  const libur = new Set(await deps.people(tx).hariLibur());
  const { tenggat, pengingat } = HARI_KERJA[langkah];
  const now = deps.clock.now();
  return {
    tenggat: iso(setelahHariKerja(now, tenggat, libur)),
    pengingat: iso(setelahHariKerja(now, pengingat, libur)),
  };
};

const DAY_MS = 86_400_000;
const WEEK_BEFORE = 7;

/** Due at the close of a day; reminded a week before. */
export const tenggatTanggal = (tanggal: string): Tenggat => {
  const end = akhirHari(tanggal);
  return { tenggat: iso(end), pengingat: iso(end - WEEK_BEFORE * DAY_MS) };
};
