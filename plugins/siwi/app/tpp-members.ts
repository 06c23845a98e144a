import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { namaLengkap } from "../../kepegawaian/plugin.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** A member of TPP as minutes name one. */
export interface TppMember {
  readonly userId: string;
  readonly personId: string | null;
  readonly nama: string;
  readonly nip: string;
}

/** Everyone who holds the role, with titles and number where personnel data are known. */
export const tppMembers = async (deps: SiwiDeps, tx: UnitOfWork): Promise<readonly TppMember[]> => {
  const members: TppMember[] = [];
  for (const { userId, displayName } of await deps.users.holders(tx, "tpp")) {
    const user = await deps.users.find(tx, userId);
    const personId = user?.personId ?? null;
    const pegawai = personId === null ? undefined : await deps.people(tx).pegawai(personId);
    members.push({
      userId,
      personId,
      nama: pegawai === undefined ? displayName : namaLengkap(pegawai),
      nip: pegawai?.nip ?? "",
    });
  }
  return members.toSorted((a, b) => a.nama.localeCompare(b.nama, "id"));
};
