import { type CaseType, formChanges } from "../../cases/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import type { TasksDeps } from "../tasks-deps.js";
import { type Caller, roleOf } from "./caller.js";

/**
 * Whoever reads the story later sees who began it, and in which role. The form's data of a process without code stand there too; those
 * of the others are rows of a plugin.
 */
export const recordStart = (
  { history }: Pick<TasksDeps, "history">,
  tx: UnitOfWork,
  started: {
    readonly type: CaseType;
    readonly caseId: string;
    readonly data: Readonly<Record<string, unknown>>;
  },
  { actor }: Caller,
): Promise<unknown> => {
  const { type, caseId, data } = started;
  return history.append(tx, {
    actorId: actor.userId,
    actorName: actor.displayName,
    role: roleOf(actor),
    action: "case.opened",
    caseId,
    subject: { type: "CaseFile", id: caseId },
    story: { id: `membuka berkas "${type.title.id}"`, en: `opened the case file "${type.title.en}"` },
    ...(type.isPlain === true ? { changes: formChanges(data) } : {}),
  });
};
