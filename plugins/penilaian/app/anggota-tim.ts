import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { namaLengkap } from "../../kepegawaian/plugin.js";
import type { AnggotaSidang } from "../domain/sidang.js";
import type { SidangDeps } from "./sidang-deps.js";

/** Everyone who holds the role of a team, by name; with titles and number where personnel data are known. */
export const anggotaTim = async (
  deps: SidangDeps,
  tx: UnitOfWork,
  role: string,
): Promise<readonly Pick<AnggotaSidang, "nama" | "nip">[]> => {
  const members: Pick<AnggotaSidang, "nama" | "nip">[] = [];
  for (const { userId, displayName } of await deps.users.holders(tx, role)) {
    const personId = (await deps.users.find(tx, userId))?.personId ?? null;
    const pegawai = personId === null ? undefined : await deps.people(tx).pegawai(personId);
    members.push({ nama: pegawai === undefined ? displayName : namaLengkap(pegawai), nip: pegawai?.nip ?? "" });
  }
  return members.toSorted((a, b) => a.nama.localeCompare(b.nama, "id"));
};
