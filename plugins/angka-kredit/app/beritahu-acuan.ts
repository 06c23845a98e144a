import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { AcuanDeps } from "./acuan-deps.js";

type To = Parameters<AcuanDeps["notifications"]["notify"]>[1]["to"][number];

/** Whoever proposed. */
export const pengusul = ({ ownerId }: CaseFile): readonly To[] => (ownerId === null ? [] : [{ userId: ownerId }]);

/** Tells people about a change. */
export const beritahu = async (
  deps: AcuanDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  event: "diusulkan" | "disetujui" | "dikembalikan" | "ditolak",
  to: readonly To[],
): Promise<void> => {
  const EN = {
    diusulkan: "was proposed",
    disetujui: "was approved",
    dikembalikan: "was returned",
    ditolak: "was refused",
  };
  const id = `Perubahan acuan ${event}: ${caseFile.title} (${caseFile.reference})`;
  const en = `A change of reference data ${EN[event]}: ${caseFile.title} (${caseFile.reference})`;
  await deps.notifications.notify(tx, {
    to: [...to],
    title: { id: `Acuan angka kredit ${event}`, en: `Credit rates: a change ${EN[event]}` },
    body: { id, en },
    caseId: caseFile.id,
    key: `${caseFile.id}:${event}:${caseFile.revision}`,
  });
};
