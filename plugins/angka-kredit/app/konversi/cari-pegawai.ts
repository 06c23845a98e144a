import type { Actor, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { forbid, namaLengkap, type Pegawai, tulisNip } from "../../../kepegawaian/plugin.js";
import type { KonversiDeps } from "./konversi-deps.js";
import { adaDi, HANYA_PENILAI, type Wilayah, wilayahOf } from "./wilayah.js";

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
  const others = found.length === 0 ? await denganNip(deps, tx, wilayah, search) : [];
  return [...found, ...others].map((pegawai) => ({
    nip: pegawai.nip,
    label: `${namaLengkap(pegawai)} — ${tulisNip(pegawai.nip)}`,
  }));
};

/** Who has left the service, or the position, may still have a period to be converted: found by the whole NIP. */
const denganNip = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  wilayah: Wilayah,
  search: string,
): Promise<readonly Pegawai[]> => {
  const pegawai = await deps.people(tx).pegawaiByNip(search.replaceAll(/\s/g, ""));
  return pegawai !== undefined && adaDi(wilayah, pegawai) ? [pegawai] : [];
};
