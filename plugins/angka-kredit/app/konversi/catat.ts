import type { Actor, CaseFile, FieldChange, Localised, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { roleText } from "../../../kepegawaian/plugin.js";
import type { KonversiDeps } from "./konversi-deps.js";

/** Writes into the history what someone did with a case file outside of a task. */
export const catatTindakan = (
  { history }: KonversiDeps,
  tx: UnitOfWork,
  { actor, caseId }: { readonly actor: Actor; readonly caseId: string },
  act: {
    readonly action: string;
    readonly story: Localised;
    readonly changes?: readonly FieldChange[];
    readonly reason?: string | null;
  },
): Promise<void> =>
  history.append(tx, {
    actorId: actor.userId,
    actorName: actor.displayName,
    role: roleText(actor.role),
    caseId,
    subject: { type: "CaseFile", id: caseId },
    ...act,
  });

/** Writes into the history what a job did. */
export const catatPekerjaan = (
  { history }: KonversiDeps,
  tx: UnitOfWork,
  job: string,
  { id, processInstanceKey }: Pick<CaseFile, "id" | "processInstanceKey">,
  act: { readonly action: string; readonly story: Localised },
): Promise<void> =>
  history.append(tx, {
    actorId: `system:${job}`,
    actorName: "Sistem",
    role: null,
    caseId: id,
    subject: { type: "CaseFile", id },
    processInstanceKey,
    ...act,
  });
