import type { CaseStart, CaseType } from "../../cases/index.js";
import { AppError } from "../../platform/index.js";
import type { TasksDeps } from "../tasks-deps.js";
import type { Caller } from "./caller.js";

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

/** A start, whether it is open to anybody or not. @throws {AppError} NOT_FOUND when there is none. */
export const findStart = ({ cases }: TasksDeps, app: string, type: string): Start => {
  const found = cases.typeOf({ app, type });
  if (found?.start === undefined) throw notFound(app, type);
  return { type: found, start: found.start };
};

/** A start that is open to this person. @throws {AppError} NOT_FOUND when it is absent or hidden from this person, INVALID_STATE with the reason when it is refused now. */
export const findOffered = async (deps: TasksDeps, app: string, type: string, caller: Caller): Promise<Start> => {
  const found = findStart(deps, app, type);
  const offered = await deps.db.read((tx) => found.start.offered(tx, caller.actor));
  if (offered.ok) return found;
  if (offered.hidden === true) throw notFound(app, type);
  throw new AppError("INVALID_STATE", `Expected '${app}/${type}' to be open to the caller, but: ${offered.reason.en}`, {
    detail: offered.reason,
  });
};
