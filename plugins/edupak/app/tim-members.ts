import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { namaLengkap } from "../../kepegawaian/plugin.js";
import type { EdupakDeps } from "./edupak-deps.js";

/** A member of the team as minutes name one. */
export interface AnggotaTim {
  readonly userId: string;
  readonly nama: string;
  readonly nip: string;
}

/** Everyone who holds the role of assessor, with titles and number where personnel data are known. */
export const timPenilai = async (deps: EdupakDeps, tx: UnitOfWork): Promise<readonly AnggotaTim[]> => {
  const members: AnggotaTim[] = [];
  for (const { userId, displayName } of await deps.users.holders(tx, "penilai-jfk")) {
    const personId = (await deps.users.find(tx, userId))?.personId ?? null;
    const pegawai = personId === null ? undefined : await deps.people(tx).pegawai(personId);
    members.push({
      userId,
      nama: pegawai === undefined ? displayName : namaLengkap(pegawai),
      nip: pegawai?.nip ?? "",
    });
  }
  return members.toSorted((a, b) => a.nama.localeCompare(b.nama, "id"));
};
