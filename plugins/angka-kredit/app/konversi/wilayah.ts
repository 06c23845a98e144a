import type { Actor, UnitOfWork } from "../../../../src/plugin-api/index.js";
import type { Pegawai } from "../../../kepegawaian/plugin.js";
import { type KonversiDeps, PENETAP, PENGELOLA, PENILAI } from "./konversi-deps.js";

/** Where someone may enter grades: a whole instansi, or one unit. */
export interface Wilayah {
  readonly instansiId: string;
  readonly unitId: string | null;
  /** As people know it. */
  readonly nama: string;
}

/** The grades of a unit come from its superior, those of an instansi from its personnel office. Source: domain note 2.3.6. */
export const wilayahOf = async (deps: KonversiDeps, tx: UnitOfWork, { role }: Actor): Promise<Wilayah | undefined> => {
  const scopeId = role?.scopeId ?? null;
  if (role === null || scopeId === null) return undefined;
  if (role.role === PENILAI) {
    const unit = await deps.people(tx).unitKerja(scopeId);
    return unit === undefined ? undefined : { instansiId: unit.instansiId, unitId: unit.id, nama: unit.nama };
  }
  if (role.role !== PENGELOLA && role.role !== PENETAP) return undefined;
  const instansi = await deps.people(tx).instansi(scopeId);
  return instansi === undefined ? undefined : { instansiId: instansi.id, unitId: null, nama: instansi.nama };
};

/** Whether someone works in a scope. */
export const adaDi = (
  { instansiId, unitId }: Wilayah,
  pegawai: Pick<Pegawai, "instansiId" | "unitKerjaId"> | undefined,
): boolean => pegawai?.instansiId === instansiId && (unitId === null || pegawai.unitKerjaId === unitId);

/** Of papers, those about people of a scope. */
export const diWilayah = async <T extends { readonly pegawaiId: string }>(
  deps: KonversiDeps,
  tx: UnitOfWork,
  wilayah: Wilayah,
  papers: readonly T[],
): Promise<readonly T[]> => {
  const here: T[] = [];
  for (const paper of papers) if (adaDi(wilayah, await deps.people(tx).pegawai(paper.pegawaiId))) here.push(paper);
  return here;
};

export const HANYA_PENILAI = {
  id: "Hanya untuk Pejabat Penilai Kinerja dan pengelola kepegawaian",
  en: "For assessing officials and personnel offices only",
};
