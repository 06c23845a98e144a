import type {
  CaseFile,
  Localised,
  NewNotification,
  PluginServices,
  UnitOfWork,
} from "../../../src/plugin-api/index.js";

type To = NewNotification["to"][number];

/** The user of an account; nobody while there is none. */
export const toUser = (userId: string | null): To[] => (userId === null ? [] : [{ userId }]);
export const toOwner = ({ ownerId }: Pick<CaseFile, "ownerId">): To[] => toUser(ownerId);

/** Tells people about a case file. The key holds its revision, so that the same event is told once and the next one again. */
export const tell = async (
  deps: Pick<PluginServices, "notifications">,
  tx: UnitOfWork,
  caseFile: CaseFile,
  event: string,
  to: readonly To[],
  title: Localised,
  body: Localised,
): Promise<void> => {
  if (to.length === 0) return;
  const key = `${caseFile.app}:${event}:${caseFile.id}:${caseFile.revision}`;
  await deps.notifications.notify(tx, { to, title, body, caseId: caseFile.id, key });
};
