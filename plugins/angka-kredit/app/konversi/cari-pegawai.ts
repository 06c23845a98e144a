import type { Actor, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { forbid, namaLengkap, tulisNip } from "../../../kepegawaian/plugin.js";
import type { KonversiDeps } from "./konversi-deps.js";
import { HANYA_PENILAI, wilayahOf } from "./wilayah.js";

/** A choice of a search field. */
export interface PilihanPegawai {
  readonly nip: string;
  readonly label: string;
}

/** Functional officials of the caller's own unit or instansi. @throws {AppError} FORBIDDEN for other roles. */
export const cariPegawai = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  actor: Actor,
  { search, limit }: { readonly search: string; readonly limit: number },
): Promise<readonly PilihanPegawai[]> => {
  const wilayah = await wilayahOf(deps, tx, actor);
  if (wilayah === undefined) throw forbid(HANYA_PENILAI.id, HANYA_PENILAI.en);
  const { instansiId, unitId } = wilayah;
  const found = await deps.people(tx).searchPegawai(search, {
    instansiId,
    ...(unitId === null ? {} : { unitKerjaId: unitId }),
    fungsional: true,
    offset: 0,
    limit,
  });
  return found.map((pegawai) => ({
    nip: pegawai.nip,
    label: `${namaLengkap(pegawai)} — ${tulisNip(pegawai.nip)}`,
  }));
};
