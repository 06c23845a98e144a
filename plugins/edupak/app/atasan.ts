import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { refuse } from "../../kepegawaian/plugin.js";
import type { Pejabat } from "../domain/perorangan.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { pejabatDari } from "./jfk.js";

/** Someone who approves: the account and the person. */
export interface Penyetuju {
  readonly userId: string;
  readonly username: string;
  readonly pejabat: Pejabat;
}

const NOT_SET = {
  id: "Atasan langsung dan pejabat yang berwenang belum diatur. Gunakan menu Atur atasan.",
  en: "The direct superior and the authorised official are not set. Use the menu for it.",
};

const penyetuju = async (deps: EdupakDeps, tx: UnitOfWork, userId: string): Promise<Penyetuju> => {
  const user = await deps.users.find(tx, userId);
  const personId = user?.personId ?? null;
  const pegawai = personId === null ? undefined : await deps.people(tx).pegawai(personId);
  if (user === undefined || pegawai === undefined) throw refuse(NOT_SET.id, NOT_SET.en);
  return { userId, username: user.username, pejabat: await pejabatDari(deps, tx, pegawai) };
};

/** Who approves for a JFK now. @throws {AppError} INVALID_STATE when nobody is set. Source: domain note 1.5.1 step 6. */
export const penyetujuDari = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  pegawaiId: string,
): Promise<{ readonly atasan: Penyetuju; readonly pejabat: Penyetuju }> => {
  const pengaturan = await deps.store(tx).pengaturan(pegawaiId);
  if (pengaturan === undefined) throw refuse(NOT_SET.id, NOT_SET.en);
  return {
    atasan: await penyetuju(deps, tx, pengaturan.atasanId),
    pejabat: await penyetuju(deps, tx, pengaturan.pejabatId),
  };
};
