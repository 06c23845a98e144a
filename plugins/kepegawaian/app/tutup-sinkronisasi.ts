import type { SapkDeps } from "./sapk-deps.js";

/** Ends a synchronisation: its status, an entry in the history, and a message to the administrators of the instansi when there is something to see. */
export const tutupSinkronisasi = (deps: SapkDeps, caseId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const store = deps.store(tx);
    const run = await store.run(caseId);
    if (run === undefined || run.selesaiPada !== null) return;
    const { jumlah, BARU, BERUBAH, GAGAL } = await store.hitung(caseId);
    await store.tutupRun(caseId, deps.clock.now());
    const caseFile = await deps.cases.get(tx, caseId);
    await deps.cases.setStatus(tx, caseFile, GAGAL === 0 ? "SELESAI" : "SELESAI_SEBAGIAN", { closed: true });
    const id = `${jumlah} pegawai diperiksa: ${BARU} baru, ${BERUBAH} berubah, ${GAGAL} gagal`;
    const en = `${jumlah} employees checked: ${BARU} new, ${BERUBAH} changed, ${GAGAL} failed`;
    if (BARU + BERUBAH + GAGAL > 0) {
      await deps.notifications.notify(tx, {
        to: [{ role: "admin-instansi", scopeId: run.instansiId }],
        title: { id: "Sinkronisasi SAPK selesai", en: "Synchronisation with SAPK finished" },
        body: { id, en },
        caseId,
        key: `sapk:selesai:${caseId}`,
      });
    }
    await deps.history.append(tx, {
      actorId: "system:tutup-sinkronisasi-sapk",
      actorName: "Sistem",
      role: null,
      action: "sapk.finished",
      caseId,
      subject: { type: "CaseFile", id: caseId },
      story: { id: `menyelesaikan sinkronisasi SAPK; ${id}`, en: `finished the synchronisation with SAPK; ${en}` },
    });
  });
