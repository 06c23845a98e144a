import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import { recordJob } from "../../kepegawaian/plugin.js";
import type { PutusanSidang, Sidang } from "../domain/sidang.js";
import type { AturanSidang } from "./aturan-sidang.js";
import { type SidangDeps, sidangOfCase } from "./sidang-deps.js";

/** Hands each DUPAK its decision, once: a DUPAK that has moved on already is passed over. */
export const announceSidang = (deps: SidangDeps, aturan: AturanSidang, caseId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const own = await deps.cases.get(tx, caseId);
    if (own.closedAt !== null) return;
    const sidang = await sidangOfCase(deps, tx, caseId);
    for (const decision of await deps.sidang(tx).putusan(sidang.id)) {
      const { dupakCaseId } = decision;
      const caseFile = await deps.cases.get(tx, dupakCaseId);
      const [dupak] = await aturan.dupak(tx, [dupakCaseId]);
      if (caseFile.status !== "SIDANG" || dupak?.sidangId !== sidang.id) continue;
      await tellStory(deps, aturan, tx, { caseFile, sidang, decision });
      await deps.cases.publishMessage(tx, {
        name: `${aturan.type}-diputus`,
        correlationKey: dupakCaseId,
        variables: await aturan.terapkan(tx, caseFile, dupak, decision),
        messageId: `${aturan.type}:${sidang.id}:${dupakCaseId}`,
      });
    }
    await deps.cases.setStatus(tx, own, "DIPUTUS", { closed: true });
  });

/** What was decided, in the story of the DUPAK itself: its owner does not read that of the session. */
const tellStory = (
  deps: SidangDeps,
  aturan: AturanSidang,
  tx: UnitOfWork,
  { caseFile, sidang, decision }: Readonly<{ caseFile: CaseFile; sidang: Sidang; decision: PutusanSidang }>,
): Promise<unknown> => {
  const { id, en } = aturan.namaPutusan[decision.putusan];
  const minutes = sidang.nomor ?? "";
  return recordJob(
    deps,
    tx,
    { job: aturan.pengumum, caseFile },
    {
      action: "sidang.announced",
      story: {
        id: `mengumumkan putusan sidang ${aturan.tim.nama.id} (berita acara ${minutes}): ${id}`,
        en: `announced the decision of ${aturan.tim.nama.en} (minutes ${minutes}): ${en}`,
      },
      reason: decision.catatan,
    },
  );
};
