import type { Localised } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import type { TasksDeps } from "../tasks-deps.js";
import { type Caller, roleOf } from "./caller.js";

type Started =
  | { readonly action: "case.opened"; readonly caseId: string }
  | { readonly action: "process.started"; readonly process: string };

/** Whoever reads the story later sees who began it, and in which role. */
export const recordStart = (
  { history }: Pick<TasksDeps, "history">,
  tx: UnitOfWork,
  title: Localised,
  started: Started,
  { actor }: Caller,
): Promise<unknown> =>
  history.append(tx, {
    actorId: actor.userId,
    actorName: actor.displayName,
    role: roleOf(actor),
    action: started.action,
    caseId: "caseId" in started ? started.caseId : null,
    subject: "caseId" in started ? { type: "CaseFile", id: started.caseId } : { type: "Process", id: started.process },
    story:
      "caseId" in started
        ? { id: `membuka berkas "${title.id}"`, en: `opened the case file "${title.en}"` }
        : { id: `memulai "${title.id}"`, en: `started "${title.en}"` },
  });
