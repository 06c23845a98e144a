import type { CaseFile, Localised, NewNotification, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { SiwiDeps } from "./siwi-deps.js";

type To = NewNotification["to"][number];

export const toTpiSecretariat = (instansiId: string): To => ({ role: "sekretariat-tpi", scopeId: instansiId });
export const toTpi = (instansiId: string): To => ({ role: "tpi", scopeId: instansiId });
export const toTppSecretariat: To = { role: "sekretariat-tpp" };
export const toTpp: To = { role: "tpp" };
export const toAdminPusat: To = { role: "admin-pusat" };
export const toOwner = (caseFile: CaseFile): To[] => (caseFile.ownerId === null ? [] : [{ userId: caseFile.ownerId }]);

/** Tells people about a case file. The key holds its revision, so that the same event is told once and the next one again. */
export const tell = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  event: string,
  to: readonly To[],
  title: Localised,
  body: Localised,
): Promise<void> => {
  if (to.length === 0) return;
  const key = `siwi:${event}:${caseFile.id}:${caseFile.revision}`;
  await deps.notifications.notify(tx, { to, title, body, caseId: caseFile.id, key });
};
