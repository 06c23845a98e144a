import type { Actor, CaseFile, FieldChange, Localised, UnitOfWork } from "../../../src/plugin-api/index.js";
import { roleText } from "../../kepegawaian/plugin.js";
import type { EdupakDeps } from "./edupak-deps.js";

/** Writes into the history what someone did with a case file outside of a task. */
export const recordAct = (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { actor, caseFile }: { readonly actor: Actor; readonly caseFile: CaseFile },
  act: {
    readonly action: string;
    readonly story: Localised;
    readonly subject?: { readonly type: string; readonly id: string };
    readonly changes?: readonly FieldChange[];
    readonly reason?: string | null;
  },
): Promise<unknown> =>
  deps.history.append(tx, {
    actorId: actor.userId,
    actorName: actor.displayName,
    role: actor.userId === caseFile.ownerId ? null : roleText(actor.role),
    action: act.action,
    caseId: caseFile.id,
    subject: act.subject ?? { type: "CaseFile", id: caseFile.id },
    story: act.story,
    ...(act.changes === undefined ? {} : { changes: act.changes }),
    reason: act.reason ?? null,
    processInstanceKey: caseFile.processInstanceKey,
  });

/** Writes into the history what a job did. */
export const recordJob = (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { job, caseFile }: { readonly job: string; readonly caseFile: CaseFile },
  act: { readonly action: string; readonly story: Localised },
): Promise<unknown> =>
  deps.history.append(tx, {
    actorId: `system:${job}`,
    actorName: "Sistem",
    role: null,
    action: act.action,
    caseId: caseFile.id,
    subject: { type: "CaseFile", id: caseFile.id },
    story: act.story,
    processInstanceKey: caseFile.processInstanceKey,
  });
