import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { Dupak } from "../domain/dupak.js";
import { moveDupak } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { unlockMonths } from "./months-lock.js";
import { tell, toOwner } from "./notices.js";
import { tenggatLangkah } from "./tenggat.js";

/** Gives a DUPAK back to the JFK: reason kept and told, months free again. @returns variables of the process. */
export const returnDupak = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  dupak: Dupak,
  alasan: string,
): Promise<Readonly<Record<string, unknown>>> => {
  await unlockMonths(deps, tx, dupak);
  const returned = await moveDupak(deps, tx, caseFile, "DIKEMBALIKAN");
  await deps.store(tx).saveDupak({ ...dupak, catatanPengembalian: alasan, sidangId: null, penilaianSelesai: false });
  await tell(
    deps,
    tx,
    returned,
    "returned",
    toOwner(returned),
    { id: "DUPAK dikembalikan", en: "DUPAK returned" },
    { id: `${caseFile.reference} dikembalikan: ${alasan}`, en: `${caseFile.reference} was returned: ${alasan}` },
  );
  return { keputusan: "KEMBALIKAN", ...(await tenggatLangkah(deps, tx, "PERBAIKI")) };
};
