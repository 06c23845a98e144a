import type { PluginServices, UnitOfWork } from "../../../src/plugin-api/index.js";
import { akhirHari, setelahHariKerja } from "../../kepegawaian/plugin.js";

/** Working days that a step may take, and after how many its people are reminded. */
export interface HariKerja {
  readonly tenggat: number;
  readonly pengingat: number;
}

/** Due date and reminder as process variables (ISO instants): the next user task and its timer read them. */
export interface Tenggat {
  readonly tenggat: string;
  readonly pengingat: string;
}

/** What working days are counted with. */
export interface TenggatDeps extends Pick<PluginServices, "clock"> {
  readonly people: (tx: UnitOfWork) => { hariLibur(): Promise<readonly string[]> };
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** Due date of the step that begins now, counted in working days. */
export const tenggatHariKerja = async (
  deps: TenggatDeps,
  tx: UnitOfWork,
  { tenggat, pengingat }: HariKerja,
): Promise<Tenggat> => {
  const libur = new Set(await deps.people(tx).hariLibur());
  const now = deps.clock.now();
  return {
    tenggat: iso(setelahHariKerja(now, tenggat, libur)),
    pengingat: iso(setelahHariKerja(now, pengingat, libur)),
  };
};

const DAY_MS = 86_400_000;

/** Due at the close of an ISO date; reminded so many days before. */
export const tenggatTanggal = (tanggal: string, hariSebelum: number): Tenggat => {
  const end = akhirHari(tanggal);
  return { tenggat: iso(end), pengingat: iso(end - hariSebelum * DAY_MS) };
};
