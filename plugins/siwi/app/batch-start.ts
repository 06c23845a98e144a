import type { Actor, CaseFile, CaseStart, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tanggalWib } from "../../kepegawaian/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import type { Periode } from "../domain/periode.js";
import { BELUM_DINILAI_TPI } from "../domain/status-dupak.js";
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
      daftar: dupak.map(({ perorangan }) => perorangan.nama).join("\n"),
    };
  },
  async start(tx, actor) {
    const found = await find(deps, tx, actor);
    if (!found.ok) throw refuse(found.reason.id, found.reason.en);
    requireAllScoredByTpi(found.batch);
    return openBatch(deps, tx, found.batch);
  },
});

const openBatch = async (deps: SiwiDeps, tx: UnitOfWork, { periode, dupak }: Batch): Promise<string> => {
  const store = deps.store(tx);
  const [first] = dupak;
  if (first === undefined) throw new Error("Expected a batch with at least one DUPAK");
  const { instansiId, instansi } = first.perorangan;
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await store.nextNumber(`pengajuan:${year}`);
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
    ditinggalkan: [],
    nomorSurat: null,
    status: "DISUSUN",
  });
  return caseFile.id;
};
