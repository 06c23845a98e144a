import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { namaLengkap } from "../../kepegawaian/plugin.js";
import type { EdupakDeps } from "./edupak-deps.js";

/** An assessor as papers name one, with titles and number where personnel data are known. */
export const penilaiCetak = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  userId: string,
): Promise<{ readonly nama: string; readonly nip: string }> => {
  const user = await deps.users.find(tx, userId);
  const personId = user?.personId ?? null;
  const pegawai = personId === null ? undefined : await deps.people(tx).pegawai(personId);
  return {
    nama: pegawai === undefined ? (user?.displayName ?? "-") : namaLengkap(pegawai),
    nip: pegawai?.nip ?? "",
  };
};
