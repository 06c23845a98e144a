import type { Actor, CaseFact, CaseFile, CaseStart, UnitOfWork } from "../../../src/plugin-api/index.js";
import { bacaNip, type Pegawai, tanggalWib } from "../../kepegawaian/plugin.js";
import { type Masalah, masalah } from "../domain/masalah.js";
import { type FormData, textOf } from "./form-data.js";
import { type CheckedRequest, readRequest } from "./niwn-data.js";
import { notNew, REQUESTERS } from "./niwn-eligibility.js";
import { openRequest } from "./niwn-request.js";
import { tell, toAdminPusat } from "./notices.js";
import { badInput, refuse } from "./refusals.js";
import { APP, type SiwiDeps } from "./siwi-deps.js";

const ONLY = {
  id: "Hanya untuk Admin Instansi dan Lembaga Pelatihan",
  en: "For agency administrators and training institutes only",
};
/** One form; more people take another request. */
const MOST_PEOPLE = 100;

const instansiOf = ({ role }: Actor): string | undefined =>
  role !== null && REQUESTERS.includes(role.role) ? (role.scopeId ?? undefined) : undefined;

/**
 * Menu "Permohonan NIWN kolektif": one letter for several people of an instansi. Each of them becomes a request of its own, which is
 * checked, returned, refused and issued by itself; the collective one waits for all. Source: domain note 1.2 step 1.
 */
export const collectiveNiwnStart = (deps: SiwiDeps): CaseStart => ({
  form: "siwi/permohonan-niwn-kolektif",
  offered: (_tx, actor) =>
    Promise.resolve(instansiOf(actor) === undefined ? { ok: false, hidden: true, reason: ONLY } : { ok: true }),
  async start(tx, actor, data) {
    const instansiId = instansiOf(actor);
    if (instansiId === undefined) throw refuse(ONLY.id, ONLY.en);
    const people = await readPeople(deps, tx, instansiId, rowsOf(data));
    const requests: CaseFile[] = [];
    for (const person of people) requests.push((await openRequest(deps, tx, actor, instansiId, person)).caseFile);
    const collective = await openCollective(deps, tx, actor, instansiId, requests);
    for (const { id } of requests) {
      const permohonan = await deps.store(tx).permohonanByCase(id);
      if (permohonan !== undefined)
        await deps.store(tx).savePermohonan({ ...permohonan, kolektifCaseId: collective.id });
    }
    return collective.id;
  },
});

const rowsOf = (data: FormData): readonly FormData[] => {
  const rows = data["orang"];
  const people = Array.isArray(rows) ? (rows as readonly FormData[]) : [];
  if (people.length > 0 && people.length <= MOST_PEOPLE) return people;
  throw badInput(
    [
      masalah(
        "orang",
        `Isi 1 sampai ${MOST_PEOPLE} orang, tetapi ada ${people.length}`,
        `Give 1 to ${MOST_PEOPLE} people, but there are ${people.length}`,
      ),
    ],
    "data.",
  );
};

/** Reads every row before any is kept, so that one answer names all that is wrong. @throws {AppError} BAD_INPUT */
const readPeople = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  instansiId: string,
  rows: readonly FormData[],
): Promise<readonly CheckedRequest[]> => {
  const people: CheckedRequest[] = [];
  const faults: Masalah[] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const read = await readPerson(deps, tx, instansiId, row);
    const nip = read.checked?.nip ?? "";
    const first = seen.get(nip);
    if (nip !== "") seen.set(nip, first ?? index);
    const twice =
      first === undefined
        ? []
        : [
            masalah(
              "nip",
              `NIP ${nip} sudah ada pada baris ${first + 1}`,
              `NIP ${nip} stands in row ${first + 1} already`,
            ),
          ];
    faults.push(...[...read.faults, ...twice].map((each) => ({ ...each, kolom: `orang.${index}.${each.kolom}` })));
    if (read.checked !== undefined) people.push(read.checked);
  }
  if (faults.length > 0) throw badInput(faults, "data.");
  return people;
};

/** What the form does not ask stands in the personnel data of the person who was picked. */
const readPerson = async (deps: SiwiDeps, tx: UnitOfWork, instansiId: string, row: FormData) => {
  const typed = textOf(row, "nip");
  const nip = bacaNip(typed, tanggalWib(deps.clock.now()));
  if (!nip.ok) return { faults: [masalah("nip", nip.pesan.id, nip.pesan.en)] };
  const pegawai = await deps.people(tx).pegawaiByNip(nip.nip);
  if (pegawai?.instansiId !== instansiId) {
    return {
      faults: [
        masalah(
          "nip",
          `Tidak ada pegawai instansi Anda dengan NIP ${nip.nip}`,
          `There is nobody of your agency with number ${nip.nip}`,
        ),
      ],
    };
  }
  const existing = await notNew(deps, tx, nip.nip);
  if (existing !== undefined) return { faults: [existing] };
  return readRequest(deps, { ...(await personnelData(deps, tx, pegawai)), ...row });
};

const personnelData = async (deps: SiwiDeps, tx: UnitOfWork, pegawai: Pegawai): Promise<FormData> => {
  const unit = await deps.people(tx).unitKerja(pegawai.unitKerjaId);
  const { gelarDepan, nama, gelarBelakang, tempatLahir, tanggalLahir, noKarpeg, golongan, tmtGolongan, surel } =
    pegawai;
  return {
    gelarDepan,
    nama,
    gelarBelakang,
    tempatLahir,
    tanggalLahir,
    noKarpeg,
    golongan,
    tmtGolongan,
    surel,
    unitKerja: unit?.nama ?? "",
  };
};

const openCollective = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  actor: Actor,
  instansiId: string,
  requests: readonly CaseFile[],
): Promise<CaseFile> => {
  const instansi = (await deps.people(tx).instansi(instansiId))?.nama ?? "";
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`permohonan-niwn-kolektif:${year}`);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "niwn-kolektif",
    reference: `NIWNK-${year}-${String(number).padStart(4, "0")}`,
    title: `Permohonan NIWN kolektif, ${requests.length} orang`,
    ownerId: null,
    subjectName: instansi,
    subjectNumber: null,
    unitName: instansi,
    scopes: { instansi: instansiId },
    status: "DIPROSES",
    variables: { pemohon: actor.username, orang: requests.map(({ id }) => id) },
  });
  const body = `${instansi}: ${requests.map(({ subjectName }) => subjectName).join(", ")}.`;
  const title = { id: "Permohonan NIWN kolektif baru", en: "New collective request for NIWN" };
  await tell(deps, tx, caseFile, "niwn-collective", [toAdminPusat], title, { id: body, en: body });
  return caseFile;
};

/** How far the people of a collective request are. */
export const collectiveFacts = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string): Promise<readonly CaseFact[]> => {
  const { orang, diterbitkan, ditolak } = await collectiveProgress(deps, tx, caseId);
  const fact = (id: string, en: string, value: number): CaseFact => ({ label: { id, en }, value: String(value) });
  return [
    fact("Jumlah orang", "People", orang),
    fact("Diterbitkan", "Issued", diterbitkan),
    fact("Ditolak", "Refused", ditolak),
    fact("Masih diproses", "Under way", orang - diterbitkan - ditolak),
  ];
};

export const collectiveProgress = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string) => {
  const all = await deps.store(tx).permohonanByKolektif(caseId);
  const statuses = await Promise.all(all.map(async (each) => (await deps.cases.get(tx, each.caseId)).status));
  return {
    pemohonId: all[0]?.pemohonId,
    orang: all.length,
    diterbitkan: statuses.filter((status) => status === "DITERBITKAN" || status === "AKTIF").length,
    ditolak: statuses.filter((status) => status === "DITOLAK").length,
  };
};
