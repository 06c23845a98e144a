import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { collectiveProgress } from "./niwn-collective.js";
import { tell, toAdminPusat } from "./notices.js";
import type { SiwiDeps } from "./siwi-deps.js";
import type { PermohonanNiwn } from "./siwi-store.js";

/** Tells the collective request, if there is one, that a person of it has been decided on; once, however often it is said. */
export const personDecided = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { caseId, kolektifCaseId }: PermohonanNiwn,
): Promise<void> => {
  if (kolektifCaseId === null) return;
  await deps.cases.publishMessage(tx, {
    name: "niwn-orang-diputus",
    correlationKey: caseId,
    messageId: `niwn-orang-diputus:${caseId}`,
  });
};

/** Closes a collective request when everyone in it has been decided on, and tells who made it. Again: nothing happens. */
export const reportCollective = (deps: SiwiDeps, caseId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const caseFile = await deps.cases.get(tx, caseId);
    if (caseFile.closedAt !== null) return;
    const { pemohonId, orang, diterbitkan, ditolak } = await collectiveProgress(deps, tx, caseId);
    const closed = await deps.cases.setStatus(tx, caseFile, "SELESAI", { closed: true });
    const body = {
      id: `${closed.reference}: dari ${orang} orang, ${diterbitkan} NIWN diterbitkan dan ${ditolak} permohonan ditolak.`,
      en: `${closed.reference}: of ${orang} people, ${diterbitkan} numbers were issued and ${ditolak} requests refused.`,
    };
    const to = [...(pemohonId === undefined ? [] : [{ userId: pemohonId }]), toAdminPusat];
    const title = { id: "Permohonan NIWN kolektif selesai", en: "Collective request finished" };
    await tell(deps, tx, closed, "niwn-collective-done", to, title, body);
    await deps.history.append(tx, {
      actorId: "system:report-niwn-kolektif",
      actorName: "Sistem",
      role: null,
      action: "niwn-collective.finished",
      caseId,
      subject: { type: "CaseFile", id: caseId },
      story: {
        id: `menutup permohonan kolektif: ${diterbitkan} diterbitkan, ${ditolak} ditolak`,
        en: `closed the collective request: ${diterbitkan} issued, ${ditolak} refused`,
      },
    });
  });
