import { toOwnerOf } from "./pemilik.js";
import { catatPekerjaan } from "./catat.js";
import type { KonversiDeps } from "./konversi-deps.js";

const JOB = "tutup-konversi";

/** Ends a single person's case file and tells the person. */
export const tutupKonversi = (deps: KonversiDeps, caseId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const caseFile = await deps.cases.get(tx, caseId);
    if (caseFile.closedAt !== null) return;
    const [konversi] = await deps.store(tx).konversiOfCase(caseId);
    const [pak] = await deps.store(tx).pakOfCase(caseId);
    const done = await deps.cases.setStatus(tx, caseFile, pak === undefined ? "DITETAPKAN" : "PAK_TERBIT", {
      closed: true,
    });
    const id = `konversi nomor ${konversi?.nomor ?? "-"}${pak === undefined ? "" : ` dan PAK nomor ${pak.nomor}`} terbit`;
    const en = `conversion ${konversi?.nomor ?? "-"}${pak === undefined ? "" : ` and PAK ${pak.nomor}`} issued`;
    const to = toOwnerOf(done);
    if (to.length > 0)
      await deps.notifications.notify(tx, {
        to,
        title: { id: "Konversi predikat kinerja terbit", en: "Conversion issued" },
        body: { id: `${done.reference}: ${id}.`, en: `${done.reference}: ${en}.` },
        caseId,
        key: `ak:selesai:${caseId}`,
      });
    await catatPekerjaan(deps, tx, JOB, done, {
      action: "konversi.finished",
      story: { id: `menyelesaikan: ${id}`, en: `finished: ${en}` },
    });
  });
