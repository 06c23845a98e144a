import { AppError } from "../../platform/index.js";
import type { CaseStart, CaseType } from "../../cases/index.js";
import type { StartForm, StartOffer } from "../../http/contract/tasks.js";
import type { PlainStart, TasksDeps } from "../tasks-deps.js";
import type { Caller } from "./caller.js";
import { checkForm, formMissing } from "./check-form.js";
import { START_PLAIN, type StartPlain } from "./engine-commands.js";
import { recordStart } from "./record-start.js";

type StartDeps = TasksDeps & { readonly plainStarts: readonly PlainStart[] };

/** Something that may be started: a plugin's kind of case file, or a form of an app without code. */
type Start =
  | { readonly kind: "case"; readonly type: CaseType; readonly start: CaseStart }
  | { readonly kind: "plain"; readonly start: PlainStart };

const notFound = (app: string, type: string): AppError =>
  new AppError("NOT_FOUND", `Expected something to start as '${app}/${type}', but there is none for this person`, {
    detail: {
      id: "Pengajuan ini tidak ada atau tidak ditawarkan kepada peran Anda sekarang",
      en: "There is nothing of this kind to start, or not in your present role",
    },
  });

const isForRole = (start: PlainStart, { actor }: Caller): boolean =>
  actor.role !== null && start.roles.includes(actor.role.role);

const find = ({ cases, plainStarts }: StartDeps, app: string, type: string, caller: Caller): Start => {
  const caseType = cases.typeOf({ app, type });
  if (caseType?.start !== undefined) return { kind: "case", type: caseType, start: caseType.start };
  const start = plainStarts.find((plain) => plain.app === app && plain.process === type);
  if (start === undefined || !isForRole(start, caller)) throw notFound(app, type);
  return { kind: "plain", start };
};

/** What this person may start now; refused ones say why. */
export const listStarts = async (deps: StartDeps, caller: Caller): Promise<StartOffer[]> => {
  const { db, cases, plainStarts } = deps;
  const ofCases = await db.read(async (tx) => {
    const offers: StartOffer[] = [];
    for (const { app, type, title, start } of cases.types()) {
      const offered = await start?.offered(tx, caller.actor);
      if (offered === undefined || (!offered.ok && offered.hidden === true)) continue;
      offers.push({ app, type, title, ok: offered.ok, reason: offered.ok ? null : offered.reason });
    }
    return offers;
  });
  const plain = plainStarts
    .filter((start) => isForRole(start, caller))
    .map(({ app, process, title }) => ({ app, type: process, title, ok: true, reason: null }));
  return [...ofCases, ...plain];
};

/** @throws {AppError} NOT_FOUND when it is hidden from this person, INVALID_STATE with the reason when it is refused now. */
const checkOffer = async ({ db }: StartDeps, start: Start, caller: Caller): Promise<void> => {
  if (start.kind === "plain") return;
  const { app, type } = start.type;
  const offered = await db.read((tx) => start.start.offered(tx, caller.actor));
  if (offered.ok) return;
  if (offered.hidden === true) throw notFound(app, type);
  throw new AppError("INVALID_STATE", `Expected '${app}/${type}' to be open to the caller, but: ${offered.reason.en}`, {
    detail: offered.reason,
  });
};

/** The form that starts it, filled as far as it can be. */
export const openStart = async (deps: StartDeps, app: string, type: string, caller: Caller): Promise<StartForm> => {
  const { db, forms } = deps;
  const found = find(deps, app, type, caller);
  await checkOffer(deps, found, caller);
  const { form } = found.start;
  if (!forms.has(form)) throw formMissing(form);
  const { key, version, schema } = forms.current(form);
  const data = found.kind === "case" ? await db.read(async (tx) => found.start.prefill?.(tx, caller.actor)) : undefined;
  const title = found.kind === "case" ? found.type.title : found.start.title;
  return { form: { key, version, schema: { ...schema } }, data: { ...data }, title };
};

/**
 * Starts it with a checked form.
 * @returns the case file; null for an app without code, whose data live in its process.
 * @throws {AppError} BAD_INPUT for the form, and as {@link openStart}.
 */
export const submitStart = async (
  deps: StartDeps,
  target: { readonly app: string; readonly type: string; readonly data: Readonly<Record<string, unknown>> },
  caller: Caller,
): Promise<string | null> => {
  const { db, outbox, ids } = deps;
  const found = find(deps, target.app, target.type, caller);
  await checkOffer(deps, found, caller);
  const { data } = await checkForm(deps, { key: found.start.form }, target.data, {});
  if (found.kind === "case") {
    const caseId = await db.transaction(async (tx) => {
      const opened = await found.start.start(tx, caller.actor, data);
      await recordStart(deps, tx, found.type.title, { action: "case.opened", caseId: opened }, caller);
      return opened;
    });
    await outbox.settle(caseId);
    return caseId;
  }
  const startId = ids.next();
  await startPlain(deps, found.start, startId, data, caller);
  await outbox.settle(startId);
  return null;
};

const startPlain = async (
  deps: StartDeps,
  start: PlainStart,
  startId: string,
  data: Readonly<Record<string, unknown>>,
  caller: Caller,
): Promise<void> => {
  const payload: StartPlain = {
    startId,
    processId: start.process,
    // Who started it, so that the diagram can give tasks back to that person.
    variables: { ...data, startedBy: caller.actor.username },
  };
  await deps.db.transaction(async (tx) => {
    await deps.outbox.enqueue(tx, { kind: START_PLAIN, orderKey: startId, payload });
    await recordStart(deps, tx, start.title, { action: "process.started", process: start.process }, caller);
  });
};
