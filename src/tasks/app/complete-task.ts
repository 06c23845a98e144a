import type { UserTask } from "../../camunda-client/index.js";
import { type CaseFile, formChanges } from "../../cases/index.js";
import { AppError } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import { TaskCompletionRepository } from "../data/task-completion.repository.js";
import { TaskDraftRepository } from "../data/task-draft.repository.js";
import type { OpenTask, TaskHandler, TaskOutcome } from "../task-handler.js";
import type { TaskHandlers } from "../task-handlers.js";
import type { TasksDeps } from "../tasks-deps.js";
import { type Caller, roleOf } from "./caller.js";
import { type CheckedForm, checkForm } from "./check-form.js";
import { withCase } from "./case-to-handle.js";
import { claimFiles } from "./claim-files.js";
import { COMPLETE_USER_TASK, type CompleteUserTask } from "./engine-commands.js";
import { draftHolder } from "./draft-files.js";
import { findTask, type FoundTask } from "./find-task.js";
import { listTasks } from "./list-tasks.js";
import { offerable } from "./task-items.js";

type CompleteDeps = TasksDeps & { readonly handlers: TaskHandlers };

export const openTaskOf = (task: UserTask): OpenTask => ({
  key: task.key,
  processId: task.processId,
  elementId: task.elementId,
  assignee: task.assignee,
  createdAt: task.createdAt,
  dueAt: task.dueAt,
});

/** Order of engine commands: those of one case file, else of one process instance, go one after another. */
export const orderKeyOf = (task: UserTask, caseFile: CaseFile | undefined): string =>
  caseFile?.id ?? task.rootProcessInstanceKey ?? task.processInstanceKey;

const refuse = ({ task, completion, rights }: FoundTask): AppError => {
  const detail = rights.refusal ?? { id: "Tugas ini tidak dapat diselesaikan", en: "This task cannot be completed" };
  const isLate = completion !== undefined || task.state !== "CREATED";
  return new AppError(
    isLate ? "CONFLICT" : "INVALID_STATE",
    `Expected task '${task.key}' to be open and claimed by the caller, but: ${detail.en}`,
    { detail },
  );
};

const doneBefore = (key: string): AppError =>
  new AppError("CONFLICT", `Expected task '${key}' to be open, but it was completed a moment ago`, {
    detail: {
      id: "Tugas ini baru saja diselesaikan, mungkin dari jendela lain atau karena tombol ditekan dua kali",
      en: "This task has just been completed, perhaps from another window or by a second click",
    },
  });

const outcomeOf = async (
  tx: UnitOfWork,
  handler: TaskHandler | undefined,
  found: FoundTask,
  caller: Caller,
  data: Readonly<Record<string, unknown>>,
): Promise<TaskOutcome> => {
  const { task, caseFile } = found;
  // The case file's id stands in the process, so that a text search finds its tasks by the case file.
  const link = caseFile === undefined ? {} : { caseId: caseFile.id };
  if (handler === undefined) return { variables: { ...data, ...link }, changes: formChanges(data) };
  if (caseFile === undefined) {
    throw new Error(`Expected a case file for task '${task.key}' of '${task.processId}', but it has none`);
  }
  return handler.complete(tx, { task: openTaskOf(task), caseFile, actor: caller.actor, data });
};

const record = async (
  tx: UnitOfWork,
  { history }: Pick<TasksDeps, "history">,
  { task, caseFile }: FoundTask,
  { actor }: Caller,
  outcome: TaskOutcome,
  { version }: CheckedForm,
): Promise<void> => {
  await history.append(tx, {
    actorId: actor.userId,
    actorName: actor.displayName,
    role: roleOf(actor),
    action: outcome.action ?? "task.completed",
    caseId: caseFile?.id ?? null,
    subject: { type: "Task", id: task.key },
    story: outcome.story ?? { id: `menyelesaikan tugas "${task.name}"`, en: `completed the task "${task.name}"` },
    ...(outcome.changes === undefined ? {} : { changes: outcome.changes }),
    reason: outcome.reason ?? null,
    versions: {
      process: `${task.processId}@${task.processVersion}`,
      ...(version === null || task.formKey === null ? {} : { form: `${task.formKey}@${version}` }),
    },
    processInstanceKey: task.processInstanceKey,
    elementId: task.elementId,
  });
};

/**
 * Completes a task: the handler's rows, the history entry, the mark that it is done and the engine's command are durable
 * together or not at all.
 * @throws {AppError} NOT_FOUND, INVALID_STATE when it is not claimed, CONFLICT when it was completed before, BAD_INPUT for the
 * form, and whatever the handler throws.
 */
export const completeTask = async (
  deps: CompleteDeps,
  key: string,
  data: Readonly<Record<string, unknown>>,
  caller: Caller,
): Promise<{ readonly caseId: string | null; readonly next: string | null }> => {
  const { db, clock, outbox, handlers } = deps;
  const seen = await findTask(deps, key, caller);
  if (!seen.rights.complete) throw refuse(seen);
  const found = await withCase(deps, seen, caller);
  const { task, caseFile } = found;
  const caseId = caseFile?.id ?? null;
  // Outside the transaction: scripts of a form run in a sandbox and take their time.
  const form = await checkForm(deps, { key: task.formKey, at: task.createdAt }, data, {
    caseId,
    elementId: task.elementId,
  });

  await db.transaction(async (tx) => {
    const { userId, displayName } = caller.actor;
    const isFirst = await new TaskCompletionRepository(tx).add({
      taskKey: key,
      caseId,
      userId,
      userName: displayName,
      at: clock.now(),
    });
    if (!isFirst) throw doneBefore(key);
    // Read again: between the form's check and this transaction someone may have written the case file.
    const fresh = caseId === null ? undefined : await deps.cases.get(tx, caseId);
    const current: FoundTask = { ...found, caseFile: fresh };
    const handler = handlers.find(task);
    const outcome = await outcomeOf(tx, handler, current, caller, form.data);
    if (caseId !== null) {
      const [place, isHandled] = [`task:${task.elementId}`, handler !== undefined];
      await claimFiles(tx, deps, { fileIds: form.fileIds, caseId, place, userId, isHandled });
    }
    await removeDrafts(tx, deps, key);
    const payload: CompleteUserTask = { taskKey: key, variables: { ...outcome.variables } };
    await outbox.enqueue(tx, { kind: COMPLETE_USER_TASK, orderKey: orderKeyOf(task, caseFile), payload });
    await record(tx, deps, current, caller, outcome, form);
  });
  await outbox.settle(orderKeyOf(task, caseFile));
  return { caseId, next: await nextOf(deps, caller) };
};

/** Everybody's drafts of the task go, and what they held is held no more. */
const removeDrafts = async (tx: UnitOfWork, { files }: CompleteDeps, key: string): Promise<void> => {
  for (const userId of await new TaskDraftRepository(tx).removeAll(key)) {
    await files.hold(tx, { holder: draftHolder(key, userId), fileIds: [], userId });
  }
};

/** The oldest task that is now on this person's desk. */
const nextOf = async (deps: CompleteDeps, caller: Caller): Promise<string | null> => {
  const { items } = await listTasks(deps, { view: "mine", sort: "created", order: "asc", limit: 5 }, caller);
  const open = await deps.db.read((tx) => offerable(tx, deps, items, caller));
  return open[0]?.key ?? null;
};
