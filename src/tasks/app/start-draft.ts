import { createHash } from "node:crypto";
import { TaskDraftRepository } from "../data/task-draft.repository.js";
import type { TasksDeps } from "../tasks-deps.js";
import type { Caller } from "./caller.js";
import { draftHolder, fileIdsNamed } from "./draft-files.js";
import { findOffered, findStart } from "./find-offered.js";

const DAY_MS = 86_400_000;

/** How long a draft is kept that nobody touches, once it leads nowhere; that of a start always (ADR tasks/0003). */
export const DRAFT_KEPT_MS = 30 * DAY_MS;

const PREFIX = "start-";
const KEY_LENGTH = 25; // of the column; a digest, since app and type may be ten times as long

/** Key of a person's draft of a start, beside the keys of tasks, which are numbers. */
export const startDraftKey = (app: string, type: string): string => {
  const digest = createHash("sha256").update(`${app}/${type}`).digest("hex");
  return `${PREFIX}${digest}`.slice(0, KEY_LENGTH);
};

export const isStartDraft = (key: string): boolean => key.startsWith(PREFIX);

interface StartTarget {
  readonly app: string;
  readonly type: string;
}

/**
 * Keeps what was typed into the form of a start, unchecked, and the uploads that it names.
 * @throws {AppError} CONFLICT when another device was newer; NOT_FOUND or INVALID_STATE when it is not offered to this person now.
 */
export const saveStartDraft = async (
  deps: TasksDeps,
  { app, type }: StartTarget,
  draft: { readonly data: Record<string, unknown>; readonly revision: number },
  caller: Caller,
): Promise<{ readonly revision: number; readonly savedAt: number }> => {
  const { db, clock, files } = deps;
  await findOffered(deps, app, type, caller);
  const key = startDraftKey(app, type);
  const savedAt = clock.now();
  const { userId } = caller.actor;
  const revision = await db.transaction(async (tx) => {
    const saved = await new TaskDraftRepository(tx).save(key, userId, { ...draft, savedAt });
    await files.hold(tx, { holder: draftHolder(key, userId), fileIds: fileIdsNamed(draft.data), userId });
    return saved;
  });
  return { revision, savedAt };
};

/** Throws one's draft of a start away, also one that is not offered any more. @throws {AppError} NOT_FOUND when there is no such start. */
export const discardStartDraft = async (deps: TasksDeps, { app, type }: StartTarget, caller: Caller): Promise<void> => {
  findStart(deps, app, type);
  const key = startDraftKey(app, type);
  const { userId } = caller.actor;
  await deps.db.transaction(async (tx) => {
    await new TaskDraftRepository(tx).remove(key, userId);
    await deps.files.hold(tx, { holder: draftHolder(key, userId), fileIds: [], userId });
  });
};
