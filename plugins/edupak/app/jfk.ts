import type { Actor, UnitOfWork } from "../../../src/plugin-api/index.js";
import { adalahGolongan, JENJANG, namaJenjang, pangkat } from "../../angka-kredit/plugin.js";
import { namaLengkap, type Pegawai, refuse } from "../../kepegawaian/plugin.js";
import { peroranganDari } from "../../penilaian/plugin.js";
import type { Pejabat, Perorangan } from "../domain/perorangan.js";
import { type EdupakDeps, JABATAN } from "./edupak-deps.js";

const INCOMPLETE = {
  id: "Data kepegawaian Anda belum lengkap (instansi, jenjang, atau golongan). Perbaiki di SAPK melalui Admin Instansi.",
  en: "Your personnel data are incomplete (agency, level or grade). Have them corrected in SAPK by the agency's administrator.",
};

/**
 * A JFK as the personnel data say now. @returns undefined when there is no such person or it is no JFK.
 * @throws {AppError} INVALID_STATE when the data are not usable.
 */
export const readJfk = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  personId: string | null,
): Promise<Perorangan | undefined> => {
  const pegawai = personId === null ? undefined : await deps.people(tx).pegawai(personId);
  if (pegawai === undefined || pegawai.jabatan !== JABATAN) return undefined;
  const found = await peroranganDari(deps, tx, pegawai);
  if (found === undefined) throw refuse(INCOMPLETE.id, INCOMPLETE.en);
  return found;
};

/** The JFK who acts. @throws {AppError} INVALID_STATE when the account is none. */
export const requireJfk = async (deps: EdupakDeps, tx: UnitOfWork, actor: Actor): Promise<Perorangan> => {
  const found = actor.role?.role === "jfk" ? await readJfk(deps, tx, actor.personId) : undefined;
  if (found === undefined) throw refuse(ONLY_JFK.id, ONLY_JFK.en);
  return found;
};

export const ONLY_JFK = {
  id: "Hanya untuk Pejabat Fungsional Kepegawaian",
  en: "For functional personnel officers only",
};

/** An employee as someone who signs. */
export const pejabatDari = async (deps: EdupakDeps, tx: UnitOfWork, pegawai: Pegawai): Promise<Pejabat> => {
  const unit = await deps.people(tx).unitKerja(pegawai.unitKerjaId);
  const level = JENJANG.find((each) => each === pegawai.jenjang);
  return {
    pegawaiId: pegawai.id,
    nama: namaLengkap(pegawai),
    nip: pegawai.nip,
    pangkat: adalahGolongan(pegawai.golongan) ? pangkat(pegawai.golongan) : pegawai.golongan,
    golongan: pegawai.golongan,
    jabatan: level === undefined ? pegawai.jabatan : `${pegawai.jabatan} ${namaJenjang(level)}`,
    unitKerja: unit?.nama ?? "-",
  };
};
