import type { Actor, UnitOfWork } from "../../../src/plugin-api/index.js";
import { bacaNip, namaLengkap, type Pegawai, tanggalWib, tulisNip } from "../../kepegawaian/plugin.js";
import { requestingInstansi } from "./niwn-eligibility.js";
import { forbid } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** What a pegawai is picked for: a first NIWN, a change of a widyaiswara's data, or to sign documents. */
export type Untuk = "niwn" | "perubahan-data" | "penandatangan";

/** A choice of a search field. */
export interface PegawaiChoice {
  readonly nip: string;
  readonly label: string;
}

const AT_ONCE = 50;

interface Within {
  readonly instansiId?: string;
  readonly jabatan?: string;
}

/** Whom this person may pick. @throws {AppError} FORBIDDEN */
const withinFor = async (deps: SiwiDeps, tx: UnitOfWork, actor: Actor, untuk: Untuk): Promise<Within> => {
  const { role } = actor;
  if (untuk === "niwn") {
    const instansiId = await requestingInstansi(deps, tx, actor);
    if (instansiId !== undefined) return { instansiId };
  } else if (role?.role === "admin-pusat") {
    return untuk === "perubahan-data" ? { jabatan: "Widyaiswara" } : {};
  } else if (role?.role === "sekretariat-tpi" && role.scopeId !== null) {
    const instansiId = role.scopeId;
    return untuk === "perubahan-data" ? { instansiId, jabatan: "Widyaiswara" } : { instansiId };
  }
  throw forbid("Peran ini tidak dapat mencari pegawai", "This role may not search for employees");
};

/** Someone who asks for oneself is offered nobody else. */
const isOffered = ({ role, personId }: Actor, untuk: Untuk, { id }: Pegawai): boolean => {
  const asksForOthers = role !== null && role.role !== "widyaiswara";
  if (untuk === "niwn") return asksForOthers || id === personId;
  return untuk === "penandatangan" || id !== personId; // nobody changes their own data
};

const choiceOf = (pegawai: Pegawai): PegawaiChoice => ({
  nip: pegawai.nip,
  label: `${namaLengkap(pegawai)} — ${tulisNip(pegawai.nip)}`,
});

/** Someone the personnel data do not know yet may get a first number or sign; the NIP is then checked by its digits only. */
const unknownPerson = async (deps: SiwiDeps, tx: UnitOfWork, typed: string): Promise<readonly PegawaiChoice[]> => {
  const nip = bacaNip(typed, tanggalWib(deps.clock.now()));
  if (!nip.ok || (await deps.people(tx).pegawaiByNip(nip.nip)) !== undefined) return [];
  return [{ nip: nip.nip, label: `${tulisNip(nip.nip)} — belum tercatat di data kepegawaian` }];
};

/** Pegawai by part of the name or the first digits of the NIP, by name; for a NIWN those who have none. */
export const searchPegawai = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  actor: Actor,
  { untuk, search, limit }: { readonly untuk: Untuk; readonly search: string; readonly limit: number },
): Promise<readonly PegawaiChoice[]> => {
  const within = await withinFor(deps, tx, actor, untuk);
  const found: PegawaiChoice[] = [];
  for (let offset = 0, isOver = false; !isOver && found.length < limit; offset += AT_ONCE) {
    const page = await deps.people(tx).searchPegawai(search, { ...within, offset, limit: AT_ONCE });
    const numbered =
      untuk === "niwn" ? await deps.store(tx).nipWithNiwn(page.map(({ nip }) => nip)) : new Set<string>();
    found.push(
      ...page.filter((each) => !numbered.has(each.nip) && isOffered(actor, untuk, each)).map((each) => choiceOf(each)),
    );
    isOver = page.length < AT_ONCE;
  }
  const others = untuk === "perubahan-data" ? [] : await unknownPerson(deps, tx, search);
  return [...others, ...found].slice(0, limit);
};
