import type { Actor, UnitOfWork } from "../../../src/plugin-api/index.js";
import { adalahGolongan } from "../../angka-kredit/plugin.js";
import { forbid, type Pegawai } from "../../kepegawaian/plugin.js";
import { pangkatCukup } from "../domain/nilai.js";
import type { Perorangan } from "../domain/perorangan.js";

/** What an assessor is looked up with. */
export interface PenilaiDeps {
  readonly people: (tx: UnitOfWork) => { pegawai(id: string): Promise<Pegawai | undefined> };
}

/**
 * Who may score: nobody their own DUPAK, and nobody whose rank is below that of the person assessed.
 * @param peran role that the actor must hold, where no column's rights have asked for it.
 * @throws {AppError} FORBIDDEN naming the reason. Source: domain note 1.3.6, 2.6.
 */
export const requirePenilai = async (
  deps: PenilaiDeps,
  tx: UnitOfWork,
  actor: Actor,
  dupak: { readonly pemilikId: string; readonly perorangan: Pick<Perorangan, "pegawaiId" | "golongan"> },
  peran?: string,
): Promise<void> => {
  if (actor.userId === dupak.pemilikId || actor.personId === dupak.perorangan.pegawaiId)
    throw forbid("Anda tidak boleh menilai DUPAK sendiri (benturan kepentingan)", "You may not score your own DUPAK");
  if (peran !== undefined && actor.role?.role !== peran)
    throw forbid("Hanya anggota tim penilai yang memberi nilai", "Only members of the team score");
  const pegawai = actor.personId === null ? undefined : await deps.people(tx).pegawai(actor.personId);
  if (pegawai === undefined || !adalahGolongan(pegawai.golongan))
    throw forbid("Akun penilai ini belum terhubung dengan data kepegawaian", "This account has no personnel data");
  if (pangkatCukup(pegawai.golongan, dupak.perorangan.golongan)) return;
  const [own, other] = [pegawai.golongan, dupak.perorangan.golongan];
  throw forbid(
    `Pangkat penilai (${own}) lebih rendah daripada yang dinilai (${other})`,
    `The assessor's grade (${own}) is below that of the person assessed (${other})`,
  );
};
