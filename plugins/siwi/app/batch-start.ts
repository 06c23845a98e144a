import type { Actor, CaseFile, CaseStart, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tanggalWib } from "../../kepegawaian/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import type { Periode } from "../domain/periode.js";
import { BELUM_DINILAI_TPI } from "../domain/status-dupak.js";
import { choiceOf, chosenOf, recordChoice } from "./chosen-dupak.js";
import { type FormData, textOf } from "./form-data.js";
import { refuse } from "./refusals.js";
import { APP, type SiwiDeps } from "./siwi-deps.js";
import { tenggatLangkah } from "./tenggat.js";

/** What may go to TPP together: one instansi, one period. */
export interface Batch {
  readonly periode: Periode;
  readonly dupak: readonly Dupak[];
  readonly belumDinilai: readonly CaseFile[];
}

type Found =
  | { readonly ok: true; readonly batch: Batch }
  | { readonly ok: false; readonly hidden?: boolean; readonly reason: { readonly id: string; readonly en: string } };

/** DUPAK of an instansi that wait to be sent, and their siblings that are not scored yet; the oldest period first. */
export const findBatch = async (deps: SiwiDeps, tx: UnitOfWork, instansiId: string): Promise<Batch | undefined> => {
  const store = deps.store(tx);
  const inInstansi = { app: APP, type: "dupak", scope: { type: "instansi", id: instansiId } };
  const waiting = await deps.cases.list(tx, { ...inInstansi, status: "MENUNGGU_KIRIM_TPP" });
  const unscored = await deps.cases.list(tx, { ...inInstansi, status: BELUM_DINILAI_TPI });
  const ready = await store.dupakByCases(waiting.map(({ id }) => id));
  const open = await store.dupakByCases(unscored.map(({ id }) => id));
  const periode = (await store.periodes()).find(({ id }) => ready.some(({ periodeId }) => periodeId === id));
  if (periode === undefined) return undefined;
  const siblings = new Set(open.filter(({ periodeId }) => periodeId === periode.id).map(({ caseId }) => caseId));
  return {
    periode,
    dupak: ready.filter(({ periodeId }) => periodeId === periode.id),
    belumDinilai: unscored.filter(({ id }) => siblings.has(id)),
  };
};

/** @throws {AppError} INVALID_STATE naming the DUPAK that are not scored yet. Source: domain note 1.3.2. */
export const requireAllScoredByTpi = ({ belumDinilai }: Batch): void => {
  if (belumDinilai.length === 0) return;
  const names = belumDinilai.map(({ reference, subjectName }) => `${reference} (${subjectName})`).join(", ");
  throw refuse(
    `DUPAK belum dapat dikirim ke TPP karena ${belumDinilai.length} DUPAK belum selesai dinilai: ${names}`,
    `The batch cannot be sent: ${belumDinilai.length} DUPAK are not scored yet: ${names}`,
  );
};

const find = async (deps: SiwiDeps, tx: UnitOfWork, { role }: Actor): Promise<Found> => {
  const no = (id: string, en: string, hidden = false): Found => ({ ok: false, hidden, reason: { id, en } });
  if (role?.role !== "sekretariat-tpi" || role.scopeId === null)
    return no("Hanya untuk Sekretariat TPI", "For the agency's secretariat only", true);
  const batch = await findBatch(deps, tx, role.scopeId);
  if (batch === undefined) return no("Belum ada DUPAK yang menunggu dikirim ke TPP", "No DUPAK waits to be sent");
  const others = await deps.store(tx).pengajuanOf(role.scopeId, batch.periode.id);
  if (others.some(({ status }) => status === "DISUSUN")) {
    return no(
      "Pengajuan untuk masa penilaian ini sedang disusun; selesaikan atau batalkan dahulu",
      "A batch for this period is being prepared already",
    );
  }
  return { ok: true, batch };
};

/** Menu "Pengajuan ke TPP". Source: domain note 1.3.2. */
export const batchStart = (deps: SiwiDeps): CaseStart => ({
  form: "siwi/pengajuan-tpp",
  async offered(tx, actor) {
    const found = await find(deps, tx, actor);
    return found.ok ? { ok: true } : found;
  },
  async prefill(tx, actor) {
    const found = await find(deps, tx, actor);
    if (!found.ok) return {};
    const { periode, dupak } = found.batch;
    return {
      masaPenilaian: periode.nama,
      jumlah: String(dupak.length),
      dupak: choiceOf([
        ...dupak.map(({ caseId, perorangan }) => ({ caseId, nama: perorangan.nama, keadaan: "Siap dikirim" })),
        ...found.batch.belumDinilai.map(({ id, subjectName }) => ({
          caseId: id,
          nama: subjectName,
          keadaan: "Belum selesai dinilai",
        })),
      ]),
    };
  },
  async start(tx, actor, data) {
    const found = await find(deps, tx, actor);
    if (!found.ok) throw refuse(found.reason.id, found.reason.en);
    const { batch, ditinggalkan } = chooseFrom(found.batch, data);
    requireAllScoredByTpi(batch);
    const caseId = await openBatch(deps, tx, batch, ditinggalkan);
    await recordChoice(deps, tx, actor, { caseId, left: ditinggalkan, reason: textOf(data, "alasan") });
    return caseId;
  },
});

/** The batch is what was chosen: one that is not scored yet may be left for later, with a reason, but never sent. */
const chooseFrom = (
  all: Batch,
  data: FormData,
): { readonly batch: Batch; readonly ditinggalkan: readonly string[] } => {
  const known = [...all.dupak.map(({ caseId }) => caseId), ...all.belumDinilai.map(({ id }) => id)];
  const chosen = chosenOf(data, known);
  const batch = {
    periode: all.periode,
    dupak: all.dupak.filter(({ caseId }) => chosen.has(caseId)),
    belumDinilai: all.belumDinilai.filter(({ id }) => chosen.has(id)),
  };
  return { batch, ditinggalkan: known.filter((caseId) => !chosen.has(caseId)) };
};

const openBatch = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { periode, dupak }: Batch,
  ditinggalkan: readonly string[],
): Promise<string> => {
  const store = deps.store(tx);
  const [first] = dupak;
  if (first === undefined) throw new Error("Expected a batch with at least one DUPAK");
  const { instansiId, instansi } = first.perorangan;
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`pengajuan:${year}`);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "pengajuan-tpp",
    reference: `PTPP-${year}-${String(number).padStart(4, "0")}`,
    title: `Pengajuan ${dupak.length} DUPAK ke TPP, ${periode.nama}`,
    ownerId: null,
    subjectName: instansi,
    subjectNumber: null,
    unitName: instansi,
    scopes: { instansi: instansiId },
    status: "DISUSUN",
    variables: { instansiId, ...(await tenggatLangkah(deps, tx, "kirim")) },
  });
  const id = deps.ids.next();
  const dupakCaseIds = dupak.map(({ caseId }) => caseId);
  await store.savePengajuan({
    id,
    caseId: caseFile.id,
    instansiId,
    periodeId: periode.id,
    dupakCaseIds,
    ditinggalkan,
    nomorSurat: null,
    status: "DISUSUN",
  });
  return caseFile.id;
};
