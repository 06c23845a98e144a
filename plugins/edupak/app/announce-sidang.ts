import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import { absent } from "../../kepegawaian/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import { dupakOfCase, moveDupak } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import type { PutusanSidang } from "./edupak-store.js";
import { tell, toOwner } from "./notices.js";
import { returnDupak } from "./return-dupak.js";
import { tenggatLangkah } from "./tenggat.js";

/** Message for which a scored DUPAK waits. */
const PESAN = "sidang-jfk-diputus";

/** Hands each DUPAK its decision, once: a DUPAK that has moved on already is passed over. */
export const announceSidang = (deps: EdupakDeps, caseId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const store = deps.store(tx);
    const sidang = await store.sidangByCase(caseId);
    if (sidang === undefined) throw absent("session", caseId);
    for (const decision of await store.putusan(sidang.id)) {
      const { dupakCaseId } = decision;
      const caseFile = await deps.cases.get(tx, dupakCaseId);
      const dupak = await dupakOfCase(deps, tx, dupakCaseId);
      if (caseFile.status !== "SIDANG" || dupak.sidangId !== sidang.id) continue;
      await deps.cases.publishMessage(tx, {
        name: PESAN,
        correlationKey: dupakCaseId,
        variables: await settle(deps, tx, caseFile, dupak, decision),
        messageId: `sidang-jfk:${sidang.id}:${dupakCaseId}`,
      });
    }
    const own = await deps.cases.get(tx, caseId);
    if (own.closedAt === null) await deps.cases.setStatus(tx, own, "DIPUTUS", { closed: true });
  });

/** Where a DUPAK goes by its decision. @returns variables of its process. */
const settle = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  dupak: Dupak,
  { putusan, catatan }: PutusanSidang,
): Promise<Readonly<Record<string, unknown>>> => {
  if (putusan === "DIKEMBALIKAN") return returnDupak(deps, tx, caseFile, dupak, catatan ?? "");
  const confirmed = putusan === "DITETAPKAN";
  const moved = await moveDupak(deps, tx, caseFile, confirmed ? "RESUME" : "PENILAIAN_SEMENTARA");
  await deps.store(tx).saveDupak({
    ...dupak,
    sidangId: confirmed ? dupak.sidangId : null,
    penilaianSelesai: putusan !== "DINILAI_ULANG",
  });
  await tell(
    deps,
    tx,
    moved,
    "decided",
    toOwner(moved),
    { id: "Sidang tim penilai telah memutus", en: "The team has decided" },
    confirmed
      ? { id: `${moved.reference} disetujui sidang.`, en: `${moved.reference} was confirmed.` }
      : { id: `${moved.reference}: ${catatan ?? ""}`, en: `${moved.reference}: ${catatan ?? ""}` },
  );
  return { keputusan: putusan, ...(await tenggatLangkah(deps, tx, confirmed ? "resume" : "nilai")) };
};
