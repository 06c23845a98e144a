import type { CaseFile, Localised, NewNotification, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { EdupakDeps } from "./edupak-deps.js";

type To = NewNotification["to"][number];

export const toSekretariat: To = { role: "sekretariat-jfk" };
export const toPenilai: To = { role: "penilai-jfk" };
export const toAdminInstansi = (instansiId: string): To => ({ role: "admin-instansi", scopeId: instansiId });
export const toUser = (userId: string | null): To[] => (userId === null ? [] : [{ userId }]);
export const toOwner = ({ ownerId }: CaseFile): To[] => toUser(ownerId);

/** Tells people about a case file. The key holds its revision, so that the same event is told once and the next one again. */
export const tell = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  event: string,
  to: readonly To[],
  title: Localised,
  body: Localised,
): Promise<void> => {
  if (to.length === 0) return;
  const key = `edupak:${event}:${caseFile.id}:${caseFile.revision}`;
  await deps.notifications.notify(tx, { to, title, body, caseId: caseFile.id, key });
};
