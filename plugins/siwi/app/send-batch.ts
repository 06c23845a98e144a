import type { TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tulisTanggal } from "../../kepegawaian/plugin.js";
import { masalah } from "../domain/masalah.js";
import { findBatch, requireAllScoredByTpi } from "./batch-start.js";
import { moveDupak } from "./dupak-context.js";
import { dateOf, fileOf, type FormData, textOf } from "./form-data.js";
import { tell, toOwner, toTppSecretariat } from "./notices.js";
import { absent, badInput, refuse } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";
import type { PengajuanTpp } from "./siwi-store.js";
import { tenggatLangkah } from "./tenggat.js";

/** "Kirim DUPAK ke TPP": with surat pengantar, only while every sibling is scored. Source: domain note 1.3.2. */
export const sendBatch = (deps: SiwiDeps): TaskHandler => ({
  processId: "pengajuan-tpp",
  elementId: "SendToTpp",
  async complete(tx, request) {
    const pengajuan = await deps.store(tx).pengajuanByCase(request.caseFile.id);
    if (pengajuan === undefined) throw absent("batch", request.caseFile.id);
    return textOf(request.data, "keputusan") === "BATAL"
      ? cancel(deps, tx, request, pengajuan)
      : send(deps, tx, request, pengajuan);
  },
});

const cancel = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { caseFile, data }: TaskRequest & { data: FormData },
  pengajuan: PengajuanTpp,
) => {
  await deps.store(tx).savePengajuan({ ...pengajuan, status: "BATAL" });
  await deps.cases.setStatus(tx, caseFile, "BATAL", { closed: true });
  return {
    variables: { keputusan: "BATAL" },
    action: "batch.cancelled",
    story: { id: "membatalkan pengajuan ke TPP", en: "cancelled the batch" },
    reason: textOf(data, "alasan"),
  };
};

const send = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  request: TaskRequest & { data: FormData },
  pengajuan: PengajuanTpp,
) => {
  const { caseFile, actor, data } = request;
  const surat = fileOf(data, "suratPengantar");
  if (surat === undefined)
    throw badInput(
      [masalah("suratPengantar", "Surat pengantar wajib diunggah", "The covering letter is required")],
      "data.",
    );
  await requireSameList(deps, tx, pengajuan);
  await deps.files.claim(tx, { fileId: surat.id, caseId: caseFile.id, place: "surat-pengantar", userId: actor.userId });
  const daftar = fileOf(data, "daftarDupak");
  if (daftar !== undefined) {
    await deps.files.claim(tx, { fileId: daftar.id, caseId: caseFile.id, place: "daftar-dupak", userId: actor.userId });
  }
  const nomorSurat = textOf(data, "nomorSurat");
  await deps.store(tx).savePengajuan({ ...pengajuan, status: "DIKIRIM", nomorSurat });
  const sent = await deps.cases.setStatus(tx, caseFile, "DIKIRIM", { closed: true });
  await passOn(deps, tx, pengajuan);
  const count = pengajuan.dupakCaseIds.length;
  await tell(
    deps,
    tx,
    sent,
    "batch-sent",
    [toTppSecretariat],
    { id: "Pengajuan DUPAK baru", en: "New batch of DUPAK" },
    {
      id: `${sent.subjectName} mengirim ${count} DUPAK (${nomorSurat}).`,
      en: `${sent.subjectName} has sent ${count} DUPAK (${nomorSurat}).`,
    },
  );
  return {
    variables: { keputusan: "KIRIM" },
    action: "batch.sent",
    story: {
      id: `mengirim ${count} DUPAK ke TPP dengan surat ${nomorSurat} tanggal ${tulisTanggal(dateOf(data, "tanggalSurat"))}`,
      en: `sent ${count} DUPAK to the central team`,
    },
  };
};

const requireSameList = async (deps: SiwiDeps, tx: UnitOfWork, pengajuan: PengajuanTpp): Promise<void> => {
  const found = await findBatch(deps, tx, pengajuan.instansiId);
  const left = new Set(pengajuan.ditinggalkan);
  const batch =
    found === undefined
      ? undefined
      : {
          ...found,
          dupak: found.dupak.filter(({ caseId }) => !left.has(caseId)),
          belumDinilai: found.belumDinilai.filter(({ id }) => !left.has(id)),
        };
  if (batch !== undefined) requireAllScoredByTpi(batch);
  const now = batch?.periode.id === pengajuan.periodeId ? batch.dupak.map(({ caseId }) => caseId) : [];
  const same =
    now.length === pengajuan.dupakCaseIds.length && now.every((caseId) => pengajuan.dupakCaseIds.includes(caseId));
  if (same) return;
  throw refuse(
    "Daftar DUPAK sudah berubah sejak dicetak. Batalkan pengajuan ini, lalu susun yang baru.",
    "The list has changed since it was printed. Cancel this batch and prepare a new one.",
  );
};

const passOn = async (deps: SiwiDeps, tx: UnitOfWork, pengajuan: PengajuanTpp): Promise<void> => {
  const store = deps.store(tx);
  const due = await tenggatLangkah(deps, tx, "terima");
  for (const dupak of await store.dupakByCases(pengajuan.dupakCaseIds)) {
    const moved = await moveDupak(deps, tx, await deps.cases.get(tx, dupak.caseId), "DITERIMA_TPP");
    await store.saveDupak({ ...dupak, pengajuanId: pengajuan.id });
    await deps.cases.publishMessage(tx, {
      name: "pengajuan-dikirim",
      correlationKey: dupak.caseId,
      variables: { keputusan: "DIKIRIM_TPP", ...due },
      messageId: `pengajuan:${pengajuan.id}:${dupak.caseId}`,
    });
    await tell(
      deps,
      tx,
      moved,
      "to-tpp",
      toOwner(moved),
      { id: "DUPAK dikirim ke TPP", en: "DUPAK sent to the central team" },
      {
        id: `${moved.reference} dikirim ke Tim Penilai Pusat.`,
        en: `${moved.reference} was sent to the central team.`,
      },
    );
  }
};
