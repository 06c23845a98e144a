import type { Actor, CaseFile, FieldChange, History, Localised, UnitOfWork } from "../../../src/plugin-api/index.js";
import { roleText } from "./role-text.js";

/** What of a case file the history names. */
type Berkas = Pick<CaseFile, "id" | "ownerId" | "processInstanceKey">;

/** Writes into the history what someone did with a case file outside of a task; the owner acts in no role. */
export const recordAct = (
  { history }: { readonly history: History },
  tx: UnitOfWork,
  { actor, caseFile }: { readonly actor: Actor; readonly caseFile: Berkas },
  act: {
    readonly action: string;
    readonly story: Localised;
    readonly subject?: { readonly type: string; readonly id: string };
    readonly changes?: readonly FieldChange[];
    readonly reason?: string | null;
  },
): Promise<unknown> =>
  history.append(tx, {
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
  { history }: { readonly history: History },
  tx: UnitOfWork,
  { job, caseFile }: { readonly job: string; readonly caseFile: Berkas },
  act: {
    readonly action: string;
    readonly story: Localised;
    readonly subject?: { readonly type: string; readonly id: string };
    readonly reason?: string | null;
  },
): Promise<unknown> =>
  history.append(tx, {
    actorId: `system:${job}`,
    actorName: "Sistem",
    role: null,
    action: act.action,
    caseId: caseFile.id,
    subject: act.subject ?? { type: "CaseFile", id: caseFile.id },
    story: act.story,
    reason: act.reason ?? null,
    processInstanceKey: caseFile.processInstanceKey,
  });
