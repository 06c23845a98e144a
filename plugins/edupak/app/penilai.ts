import type { Actor, UnitOfWork } from "../../../src/plugin-api/index.js";
import { adalahGolongan } from "../../angka-kredit/plugin.js";
import { forbid } from "../../kepegawaian/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import { pangkatCukup } from "../domain/penilaian.js";
import type { EdupakDeps } from "./edupak-deps.js";

/**
 * Who may score: nobody their own DUPAK, and nobody whose rank is below that of the person assessed.
 * @throws {AppError} FORBIDDEN naming the reason. Source: domain note 2.6.
 */
export const requirePenilai = async (deps: EdupakDeps, tx: UnitOfWork, actor: Actor, dupak: Dupak): Promise<void> => {
  if (actor.userId === dupak.pemilikId || actor.personId === dupak.perorangan.pegawaiId)
    throw forbid("Anda tidak boleh menilai DUPAK sendiri (benturan kepentingan)", "You may not score your own DUPAK");
  if (actor.role?.role !== "penilai-jfk")
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
