import type { ReadLog } from "../../history/index.js";
import type { Actor } from "../../http/index.js";
import type { CaseFile } from "../case-file.js";

/** A look at someone else's case file is recorded before anything of it is shown. */
export const noteLook = async (log: ReadLog, { id, ownerId }: CaseFile, actor: Actor): Promise<void> => {
  if (ownerId === actor.userId) return;
  await log.note(actor, {
    action: "read.case",
    caseId: id,
    subject: { type: "CaseFile", id },
    story: { id: "melihat berkas", en: "looked at the case file" },
  });
};
