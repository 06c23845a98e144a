import type { Actor, CaseFile, CaseStart, TaskHandler, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tanggalWib } from "../../kepegawaian/plugin.js";
import { fileValue } from "./form-data.js";
import { checkedRequest, type CheckedRequest } from "./niwn-data.js";
import { notNew, requestingInstansi } from "./niwn-eligibility.js";
import { tell, toAdminPusat } from "./notices.js";
import { absent, refuse } from "./refusals.js";
import { APP, type SiwiDeps } from "./siwi-deps.js";
import type { PermohonanNiwn } from "./siwi-store.js";
import { tenggatLangkah } from "./tenggat.js";

/** One number per person for life: shows the number that exists. */
const requireNew = async (deps: SiwiDeps, tx: UnitOfWork, nip: string, exceptCase?: string): Promise<void> => {
  const fault = await notNew(deps, tx, nip, exceptCase);
  if (fault !== undefined) throw refuse(fault.id, fault.en);
};

/** Menu "Permohonan NIWN". Source: domain note 1.2 (a form instead of mailboxes). */
export const niwnStart = (deps: SiwiDeps): CaseStart => ({
  form: "siwi/permohonan-niwn",
  async offered(tx, actor) {
    const instansiId = await requestingInstansi(deps, tx, actor);
    if (instansiId !== undefined) return { ok: true };
    return {
      ok: false,
      hidden: true,
      reason: { id: "Hanya untuk Admin Instansi atau widyaiswara tanpa NIWN", en: "For agency administrators only" },
    };
  },
  async start(tx, actor, data) {
    const instansiId = await requestingInstansi(deps, tx, actor);
    if (instansiId === undefined)
      throw refuse("Anda tidak dapat mengajukan NIWN dengan peran ini", "This role may not ask for a NIWN");
    const checked = checkedRequest(deps, data);
    await requireNew(deps, tx, checked.nip);
    const { caseFile, instansi } = await openRequest(deps, tx, actor, instansiId, checked);
    const body = `${caseFile.subjectName} (${instansi}).`;
    const title = { id: "Permohonan NIWN baru", en: "New request for a NIWN" };
    await tell(deps, tx, caseFile, "niwn-requested", [toAdminPusat], title, { id: body, en: body });
    return caseFile.id;
  },
});

/** Keeps the request of one person, with a process of its own. */
export const openRequest = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  actor: Actor,
  instansiId: string,
  { nip, isian, berkas }: CheckedRequest,
): Promise<{ readonly caseFile: CaseFile; readonly instansi: string }> => {
  const store = deps.store(tx);
  const instansi = await deps.people(tx).instansi(instansiId);
  const pegawai = await deps.people(tx).pegawaiByNip(nip);
  const owner = pegawai === undefined ? undefined : await deps.users.findByPerson(tx, pegawai.id);
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`permohonan-niwn:${year}`);
  const nama = isian["nama"] ?? "";
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "niwn",
    reference: `NIWN-${year}-${String(number).padStart(4, "0")}`,
    title: `Permohonan NIWN ${nama}`,
    ownerId: owner?.userId ?? null,
    subjectName: nama,
    subjectNumber: nip,
    unitName: instansi?.nama ?? null,
    scopes: { instansi: instansiId },
    status: "DIAJUKAN",
    variables: { pemohon: actor.username, ...(await tenggatLangkah(deps, tx, "periksa")) },
  });
  const stored = await deps.files.claim(tx, {
    fileId: berkas.id,
    caseId: caseFile.id,
    place: "sk-widyaiswara",
    userId: actor.userId,
  });
  await store.savePermohonan({
    id: deps.ids.next(),
    caseId: caseFile.id,
    pemohonId: actor.userId,
    instansiId,
    nip,
    isian,
    berkasSk: { id: stored.id, name: stored.name },
    catatanPengembalian: null,
    niwnLama: null,
    kolektifCaseId: null,
  });
  return { caseFile, instansi: instansi?.nama ?? "" };
};

/** The request of a case file. @throws {AppError} NOT_FOUND when the case file is none. */
export const requestOfCase = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string): Promise<PermohonanNiwn> => {
  const found = await deps.store(tx).permohonanByCase(caseId);
  if (found === undefined) throw absent("request", caseId);
  return found;
};

/** Repair of a returned request. */
export const repairNiwnRequest = (deps: SiwiDeps): TaskHandler => ({
  processId: "niwn",
  elementId: "RepairNiwnRequest",
  async open(tx, { caseFile }) {
    const { nip, isian, berkasSk, catatanPengembalian } = await requestOfCase(deps, tx, caseFile.id);
    return {
      data: {
        ...isian,
        nip,
        berkasSk: fileValue(berkasSk),
        dikembalikan: true,
        catatanPengembalian: catatanPengembalian ?? "",
      },
    };
  },
  async complete(tx, { caseFile, actor, data }) {
    const request = await requestOfCase(deps, tx, caseFile.id);
    const { nip, isian, berkas } = checkedRequest(deps, data);
    await requireNew(deps, tx, nip, caseFile.id);
    const stored = await deps.files.claim(tx, {
      fileId: berkas.id,
      caseId: caseFile.id,
      place: "sk-widyaiswara",
      userId: actor.userId,
    });
    await deps.store(tx).savePermohonan({
      ...request,
      nip,
      isian,
      berkasSk: { id: stored.id, name: stored.name },
      catatanPengembalian: null,
    });
    const again = await deps.cases.setStatus(tx, caseFile, "DIAJUKAN");
    await tell(
      deps,
      tx,
      again,
      "niwn-requested",
      [toAdminPusat],
      { id: "Permohonan NIWN diperbaiki", en: "Request for a NIWN repaired" },
      { id: again.subjectName, en: again.subjectName },
    );
    return {
      variables: { keputusan: "DIAJUKAN", ...(await tenggatLangkah(deps, tx, "periksa")) },
      action: "niwn.repaired",
      story: { id: "memperbaiki permohonan NIWN", en: "repaired the request" },
    };
  },
});
