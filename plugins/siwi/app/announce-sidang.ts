import type { SiwiDeps } from "./siwi-deps.js";
import { dupakOfCase, moveDupak } from "./dupak-context.js";
import { absent } from "./refusals.js";
import { tenggatLangkah } from "./tenggat.js";

/** Hands each DUPAK its decision, once: a DUPAK that has moved on already is passed over. */
export const announceSidang = (deps: SiwiDeps, caseId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const store = deps.store(tx);
    const sidang = await store.sidangByCase(caseId);
    if (sidang === undefined) throw absent("session", caseId);
    const due = await tenggatLangkah(deps, tx, "nilai");
    for (const { dupakCaseId, putusan } of await store.putusan(sidang.id)) {
      const caseFile = await deps.cases.get(tx, dupakCaseId);
      const dupak = await dupakOfCase(deps, tx, dupakCaseId);
      if (caseFile.status !== "SIDANG" || dupak.sidangId !== sidang.id) continue;
      if (putusan === "DINILAI_ULANG") {
        await moveDupak(deps, tx, caseFile, "DITERIMA_TPP");
        await store.saveDupak({ ...dupak, sidangId: null });
      }
      await deps.cases.publishMessage(tx, {
        name: "sidang-diputus",
        correlationKey: dupakCaseId,
        variables: { keputusan: putusan, ...due },
        messageId: `sidang:${sidang.id}:${dupakCaseId}`,
      });
    }
    const own = await deps.cases.get(tx, caseId);
    if (own.closedAt === null) await deps.cases.setStatus(tx, own, "DIPUTUS", { closed: true });
  });
