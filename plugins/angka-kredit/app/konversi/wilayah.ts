import type { Actor, UnitOfWork } from "../../../../src/plugin-api/index.js";
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

export const HANYA_PENILAI = {
  id: "Hanya untuk Pejabat Penilai Kinerja dan pengelola kepegawaian",
  en: "For assessing officials and personnel offices only",
};
