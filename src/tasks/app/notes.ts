import { AppError } from "../../platform/index.js";
import { TaskCommentRepository } from "../data/task-comment.repository.js";
import { TaskDraftRepository } from "../data/task-draft.repository.js";
import type { TaskHandlers } from "../task-handlers.js";
import type { TasksDeps } from "../tasks-deps.js";
import { type Caller, roleOf } from "./caller.js";
import { withCase } from "./case-to-handle.js";
import { draftHolder, fileIdsNamed } from "./draft-files.js";
import { findTask } from "./find-task.js";
import { isOpen } from "./task-rights.js";

/**
 * Keeps what was typed, unchecked, and the uploads that it names.
 * @throws {AppError} CONFLICT when another device was newer, INVALID_STATE when the task is no longer open.
 */
export const saveDraft = async (
  deps: TasksDeps,
  key: string,
  draft: { readonly data: Record<string, unknown>; readonly revision: number },
  caller: Caller,
): Promise<{ readonly revision: number; readonly savedAt: number }> => {
  const { db, clock, files } = deps;
  const found = await findTask(deps, key, caller);
  if (!isOpen(found)) {
    throw new AppError("INVALID_STATE", `Expected task '${key}' to be open, but it is not`, {
      detail: found.rights.refusal ?? { id: "Tugas ini sudah selesai", en: "This task is completed" },
    });
  }
  const savedAt = clock.now();
  const { userId } = caller.actor;
  const revision = await db.transaction(async (tx) => {
    const saved = await new TaskDraftRepository(tx).save(key, userId, { ...draft, savedAt });
    await files.hold(tx, { holder: draftHolder(key, userId), fileIds: fileIdsNamed(draft.data), userId });
    return saved;
  });
  return { revision, savedAt };
};

/** Adds a remark, which the story of the case file mentions with its text as the reason. */
export const addComment = async (
  deps: TasksDeps & { readonly handlers: TaskHandlers },
  key: string,
  text: string,
  caller: Caller,
): Promise<{ readonly id: string; readonly author: string; readonly at: number; readonly text: string }> => {
  const { db, clock, ids, history } = deps;
  const { actor } = caller;
  const found = await findTask(deps, key, caller);
  const { task, rights } = found;
  if (!rights.comment) {
    throw new AppError("INVALID_STATE", `Expected task '${key}' to be open, but it is not`, {
      detail: rights.refusal ?? { id: "Tugas ini sudah selesai", en: "This task is completed" },
    });
  }
  const { caseFile } = await withCase(deps, found, caller);
  const comment = {
    id: ids.next(),
    taskKey: key,
    authorId: actor.userId,
    authorName: actor.displayName,
    at: clock.now(),
    text,
  };
  await db.transaction(async (tx) => {
    await new TaskCommentRepository(tx).add(comment);
    await history.append(tx, {
      actorId: actor.userId,
      actorName: actor.displayName,
      role: roleOf(actor),
      action: "task.commented",
      caseId: caseFile?.id ?? null,
      subject: { type: "Task", id: key },
      story: { id: `memberi catatan pada tugas "${task.name}"`, en: `commented on the task "${task.name}"` },
      reason: text,
      processInstanceKey: task.processInstanceKey,
      elementId: task.elementId,
    });
  });
  return { id: comment.id, author: comment.authorName, at: comment.at, text };
};
