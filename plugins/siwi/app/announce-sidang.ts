import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { Dupak } from "../domain/dupak.js";
import { dupakOfCase, moveDupak } from "./dupak-context.js";
import { tell, toOwner, toTpiSecretariat } from "./notices.js";
import { absent } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";
import type { PutusanSidang } from "./siwi-store.js";
import { tenggatLangkah } from "./tenggat.js";

/** Hands each DUPAK its decision, once: a DUPAK that has moved on already is passed over. */
export const announceSidang = (deps: SiwiDeps, caseId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const store = deps.store(tx);
    const sidang = await store.sidangByCase(caseId);
    if (sidang === undefined) throw absent("session", caseId);
    for (const decision of await store.putusan(sidang.id)) {
      const { dupakCaseId, putusan } = decision;
      const caseFile = await deps.cases.get(tx, dupakCaseId);
      const dupak = await dupakOfCase(deps, tx, dupakCaseId);
      if (caseFile.status !== "SIDANG" || dupak.sidangId !== sidang.id) continue;
      await settle(deps, tx, caseFile, dupak, decision);
      await deps.cases.publishMessage(tx, {
        name: "sidang-diputus",
        correlationKey: dupakCaseId,
        variables: {
          keputusan: putusan === "DIKEMBALIKAN" ? "KEMBALIKAN" : putusan,
          ...(await tenggatLangkah(deps, tx, putusan === "DIKEMBALIKAN" ? "perbaiki" : "nilai")),
        },
        messageId: `sidang:${sidang.id}:${dupakCaseId}`,
      });
    }
    const own = await deps.cases.get(tx, caseId);
    if (own.closedAt === null) await deps.cases.setStatus(tx, own, "DIPUTUS", { closed: true });
  });

/** Where a DUPAK goes that was not confirmed; one that was waits for its documents. */
const settle = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  dupak: Dupak,
  { putusan, catatan }: PutusanSidang,
): Promise<void> => {
  if (putusan === "DITETAPKAN") return;
  const store = deps.store(tx);
  if (putusan !== "DIKEMBALIKAN") {
    await moveDupak(deps, tx, caseFile, putusan === "DITUNDA" ? "DINILAI_TPP" : "DITERIMA_TPP");
    await store.saveDupak({ ...dupak, sidangId: null });
    return;
  }
  const direct = dupak.jalur === "LANGSUNG_TPP";
  const returned = await moveDupak(deps, tx, caseFile, direct ? "DIKEMBALIKAN" : "DIKEMBALIKAN_TPP");
  await store.saveDupak({
    ...dupak,
    sidangId: null,
    pengajuanId: null,
    siapDinilaiTpp: false,
    catatanPengembalian: catatan,
  });
  const to = direct ? toOwner(returned) : [...toOwner(returned), toTpiSecretariat(dupak.perorangan.instansiId)];
  const body = `${returned.reference}: ${catatan ?? ""}`;
  const title = { id: "DUPAK dikembalikan sidang TPP", en: "DUPAK returned by the session" };
  await tell(deps, tx, returned, "returned-sidang", to, title, { id: body, en: body });
};
