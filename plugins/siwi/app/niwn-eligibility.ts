import type { Actor, UnitOfWork } from "../../../src/plugin-api/index.js";
import { type Masalah, masalah } from "../domain/masalah.js";
import { tulisNiwn } from "../domain/niwn.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** Roles that ask for the people of an instansi. Source: domain note 1.2 (coordinated by the lembaga pelatihan). */
export const REQUESTERS: readonly string[] = ["admin-instansi", "lembaga-pelatihan"];

/** Instansi for which this person may ask: the one administered, or one's own. */
export const requestingInstansi = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { role, personId }: Actor,
): Promise<string | undefined> => {
  if (role !== null && REQUESTERS.includes(role.role)) return role.scopeId ?? undefined;
  if (role !== null && role.role !== "widyaiswara") return undefined;
  const pegawai = personId === null ? undefined : await deps.people(tx).pegawai(personId);
  if (pegawai === undefined || (await deps.store(tx).niwnByNip(pegawai.nip)) !== undefined) return undefined;
  return pegawai.instansiId;
};

/** Why no number can be asked for: there is one already, or a request is under way. One number per person for life. */
export const notNew = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  nip: string,
  exceptCase?: string,
): Promise<Masalah | undefined> => {
  const store = deps.store(tx);
  const existing = await store.niwnByNip(nip);
  if (existing !== undefined) {
    const niwn = tulisNiwn(existing.niwn);
    return masalah("nip", `NIP ${nip} sudah memiliki NIWN ${niwn}`, `NIP ${nip} has NIWN ${niwn} already`);
  }
  for (const other of await store.permohonanByNip(nip)) {
    const { id, closedAt, reference } = await deps.cases.get(tx, other.caseId);
    if (id !== exceptCase && closedAt === null) {
      return masalah(
        "nip",
        `Permohonan NIWN untuk NIP ${nip} sedang diproses (${reference})`,
        `A request for NIP ${nip} is under way (${reference})`,
      );
    }
  }
  return undefined;
};
