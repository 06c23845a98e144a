import type { AturanSidang } from "./aturan-sidang.js";
import { type SidangDeps, sidangOfCase } from "./sidang-deps.js";

/** Hands each DUPAK its decision, once: a DUPAK that has moved on already is passed over. */
export const announceSidang = (deps: SidangDeps, aturan: AturanSidang, caseId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const sidang = await sidangOfCase(deps, tx, caseId);
    for (const decision of await deps.sidang(tx).putusan(sidang.id)) {
      const { dupakCaseId } = decision;
      const caseFile = await deps.cases.get(tx, dupakCaseId);
      const [dupak] = await aturan.dupak(tx, [dupakCaseId]);
      if (caseFile.status !== "SIDANG" || dupak?.sidangId !== sidang.id) continue;
      await deps.cases.publishMessage(tx, {
        name: `${aturan.type}-diputus`,
        correlationKey: dupakCaseId,
        variables: await aturan.terapkan(tx, caseFile, dupak, decision),
        messageId: `${aturan.type}:${sidang.id}:${dupakCaseId}`,
      });
    }
    const own = await deps.cases.get(tx, caseId);
    if (own.closedAt === null) await deps.cases.setStatus(tx, own, "DIPUTUS", { closed: true });
  });
