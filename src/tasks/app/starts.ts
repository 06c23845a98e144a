import type { CaseStart, CaseType } from "../../cases/index.js";
import { AppError } from "../../platform/index.js";
import type { StartForm, StartOffer } from "../../http/contract/tasks.js";
import type { TasksDeps } from "../tasks-deps.js";
import type { Caller } from "./caller.js";
import { checkForm, formMissing } from "./check-form.js";
import { claimFiles } from "./claim-files.js";
import { recordStart } from "./record-start.js";

/** A kind of case file that is started with a form. */
interface Start {
  readonly type: CaseType;
  readonly start: CaseStart;
}

const notFound = (app: string, type: string): AppError =>
  new AppError("NOT_FOUND", `Expected something to start as '${app}/${type}', but there is none for this person`, {
    detail: {
      id: "Pengajuan ini tidak ada atau tidak ditawarkan kepada peran Anda sekarang",
      en: "There is nothing of this kind to start, or not in your present role",
    },
  });

/** @throws {AppError} NOT_FOUND when it is absent or hidden from this person, INVALID_STATE with the reason when it is refused now. */
const findOffered = async ({ db, cases }: TasksDeps, app: string, type: string, caller: Caller): Promise<Start> => {
  const found = cases.typeOf({ app, type });
  if (found?.start === undefined) throw notFound(app, type);
  const { start } = found;
  const offered = await db.read((tx) => start.offered(tx, caller.actor));
  if (offered.ok) return { type: found, start };
  if (offered.hidden === true) throw notFound(app, type);
  throw new AppError("INVALID_STATE", `Expected '${app}/${type}' to be open to the caller, but: ${offered.reason.en}`, {
    detail: offered.reason,
  });
};

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

/** The form that starts it, filled as far as it can be. */
export const openStart = async (deps: TasksDeps, app: string, type: string, caller: Caller): Promise<StartForm> => {
  const { db, forms } = deps;
  const found = await findOffered(deps, app, type, caller);
  const { form } = found.start;
  if (!forms.has(form)) throw formMissing(form);
  const { key, version, schema } = forms.current(form);
  const data = await db.read(async (tx) => found.start.prefill?.(tx, caller.actor));
  return { form: { key, version, schema: { ...schema } }, data: { ...data }, title: found.type.title };
};

/**
 * Starts it with a checked form. Files of the form belong to the case file, also those that its kind gives no place.
 * @returns the case file.
 * @throws {AppError} BAD_INPUT for the form, and as {@link openStart}.
 */
export const submitStart = async (
  deps: TasksDeps,
  target: { readonly app: string; readonly type: string; readonly data: Readonly<Record<string, unknown>> },
  caller: Caller,
): Promise<string> => {
  const { db, outbox } = deps;
  const { type, start } = await findOffered(deps, target.app, target.type, caller);
  const { data, fileIds } = await checkForm(deps, { key: start.form }, target.data, {});
  const caseId = await db.transaction(async (tx) => {
    const opened = await start.start(tx, caller.actor, data);
    const { userId } = caller.actor;
    const isHandled = type.isPlain !== true;
    await claimFiles(tx, deps, { fileIds, caseId: opened, place: `form:${start.form}`, userId, isHandled });
    await recordStart(deps, tx, { type, caseId: opened, data }, caller);
    return opened;
  });
  await outbox.settle(caseId);
  return caseId;
};
