import { TaskDraftRepository } from "../data/task-draft.repository.js";
import type { StartForm, StartOffer } from "../../http/contract/tasks.js";
import type { TasksDeps } from "../tasks-deps.js";
import type { Caller } from "./caller.js";
import { checkForm, formMissing } from "./check-form.js";
import { claimFiles } from "./claim-files.js";
import { draftHolder } from "./draft-files.js";
import { findOffered } from "./find-offered.js";
import { recordStart } from "./record-start.js";
import { DRAFT_KEPT_MS, startDraftKey } from "./start-draft.js";

/** What this person may start now; refused ones say why. */
export const listStarts = async ({ db, cases }: TasksDeps, caller: Caller): Promise<StartOffer[]> =>
  db.read(async (tx) => {
    const offers: StartOffer[] = [];
    for (const { app, type, title, start } of cases.types()) {
      const offered = await start?.offered(tx, caller.actor);
      if (offered === undefined || (!offered.ok && offered.hidden === true)) continue;
      offers.push({ app, type, title, ok: offered.ok, reason: offered.ok ? null : offered.reason });
    }
    return offers;
  });

/** The form that starts it, filled as far as it can be, with what this person typed before. */
export const openStart = async (deps: TasksDeps, app: string, type: string, caller: Caller): Promise<StartForm> => {
  const { db, forms } = deps;
  const found = await findOffered(deps, app, type, caller);
  const { form } = found.start;
  if (!forms.has(form)) throw formMissing(form);
  const { key, version, schema } = forms.current(form);
  const [data, draft] = await db.read(async (tx) => [
    await found.start.prefill?.(tx, caller.actor),
    await new TaskDraftRepository(tx).find(startDraftKey(app, type), caller.actor.userId),
  ]);
  return {
    form: { key, version, schema: { ...schema } },
    data: { ...data, ...draft?.data },
    draft:
      draft === undefined
        ? null
        : { savedAt: draft.savedAt, revision: draft.revision, keptUntil: draft.savedAt + DRAFT_KEPT_MS },
    title: found.type.title,
  };
};

/**
 * Starts it with a checked form; the draft goes. Files of the form belong to the case file, also those that its kind gives no place.
 * @returns the case file.
 * @throws {AppError} BAD_INPUT for the form, and as {@link openStart}.
 */
export const submitStart = async (
  deps: TasksDeps,
  target: { readonly app: string; readonly type: string; readonly data: Readonly<Record<string, unknown>> },
  caller: Caller,
): Promise<string> => {
  const { db, outbox, files } = deps;
  const { type, start } = await findOffered(deps, target.app, target.type, caller);
  const { data, fileIds } = await checkForm(deps, { key: start.form }, target.data, {});
  const caseId = await db.transaction(async (tx) => {
    const opened = await start.start(tx, caller.actor, data);
    const { userId } = caller.actor;
    const isHandled = type.isPlain !== true;
    await claimFiles(tx, deps, { fileIds, caseId: opened, place: `form:${start.form}`, userId, isHandled });
    const key = startDraftKey(target.app, target.type);
    await new TaskDraftRepository(tx).remove(key, userId);
    await files.hold(tx, { holder: draftHolder(key, userId), fileIds: [], userId });
    await recordStart(deps, tx, { type, caseId: opened, data }, caller);
    return opened;
  });
  await outbox.settle(caseId);
  return caseId;
};
