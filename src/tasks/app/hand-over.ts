import { isEngineError } from "../../camunda-client/index.js";
import type { FieldChange } from "../../history/index.js";
import { AppError, type Localised } from "../../platform/index.js";
import type { TaskHandlers } from "../task-handlers.js";
import type { TaskPerson, TasksDeps } from "../tasks-deps.js";
import { type Caller, roleOf } from "./caller.js";
import { withCase } from "./case-to-handle.js";
import { openTaskOf } from "./complete-task.js";
import { findTask, type FoundTask } from "./find-task.js";

/** Candidates that a choice shows. */
const MOST_CANDIDATES = 20;

const stateError = (found: FoundTask, detail: Localised): AppError =>
  new AppError("INVALID_STATE", `Expected another state of task '${found.task.key}', but: ${detail.en}`, { detail });

const record = async (
  { db, history }: TasksDeps,
  { task, caseFile }: FoundTask,
  { actor }: Caller,
  action: string,
  story: Localised,
  changes: readonly FieldChange[] = [],
): Promise<void> => {
  await db.transaction((tx) =>
    history.append(tx, {
      actorId: actor.userId,
      actorName: actor.displayName,
      role: roleOf(actor),
      action,
      caseId: caseFile?.id ?? null,
      subject: { type: "Task", id: task.key },
      story,
      changes,
      processInstanceKey: task.processInstanceKey,
      elementId: task.elementId,
    }),
  );
};

/** Someone else was faster, by a claim or a completion. */
const takenMeanwhile = (key: string, cause: unknown): AppError =>
  new AppError("CONFLICT", `Expected task '${key}' to be free, but someone was faster`, {
    cause,
    detail: {
      id: "Tugas ini baru saja diambil atau diselesaikan orang lain. Muat ulang daftar tugas",
      en: "Someone else has just claimed or completed this task. Reload the task list",
    },
  });

const engineCall = async (key: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (isEngineError(error, "INVALID_STATE", "NOT_FOUND")) throw takenMeanwhile(key, error);
    throw error;
  }
};

type HandOverDeps = TasksDeps & { readonly handlers: TaskHandlers };

/** Takes a task that is offered to the caller's role. Taking one's own task again changes nothing. @throws {AppError} CONFLICT when someone was faster. */
export const claimTask = async (deps: HandOverDeps, key: string, caller: Caller): Promise<void> => {
  const found = await findTask(deps, key, caller);
  const { username } = caller.actor;
  if (found.rights.complete) return;
  if (!found.rights.claim) {
    const { task, rights } = found;
    if (task.assignee !== null) throw takenMeanwhile(key, undefined);
    throw stateError(
      found,
      rights.refusal ?? { id: "Tugas ini tidak dapat diambil", en: "This task cannot be claimed" },
    );
  }
  await askHandler(deps, found, caller);
  await engineCall(key, () => deps.client.assignUserTask(key, username));
  const { name } = found.task;
  await record(deps, await withCase(deps, found, caller), caller, "task.claimed", {
    id: `mengambil tugas "${name}"`,
    en: `claimed the task "${name}"`,
  });
};

const askHandler = async (
  { db, cases, handlers }: HandOverDeps,
  { task, caseFile }: FoundTask,
  { actor }: Caller,
): Promise<void> => {
  const handler = handlers.find(task);
  if (handler?.claim === undefined || caseFile === undefined) return;
  await db.transaction(async (tx) => {
    const request = { task: openTaskOf(task), caseFile: await cases.get(tx, caseFile.id), actor };
    await handler.claim?.(tx, request);
  });
};

/** Gives a claimed task back to its role. */
export const releaseTask = async (deps: HandOverDeps, key: string, caller: Caller): Promise<void> => {
  const found = await findTask(deps, key, caller);
  if (!found.rights.release) {
    throw stateError(found, {
      id: "Hanya tugas kelompok yang sedang Anda kerjakan dapat dilepas",
      en: "Only a group's task that you have claimed can be released",
    });
  }
  await engineCall(key, () => deps.client.unassignUserTask(key));
  const { name } = found.task;
  await record(deps, await withCase(deps, found, caller), caller, "task.released", {
    id: `melepas tugas "${name}"`,
    en: `released the task "${name}"`,
  });
};

/** People a task may be passed to: holders of its roles, never the one whom its case file is about. */
export const candidatesFor = async (
  deps: TasksDeps,
  key: string,
  search: string,
  caller: Caller,
): Promise<readonly TaskPerson[]> => {
  const { task, caseFile } = await findTask(deps, key, caller);
  const people = await deps.db.read((tx) =>
    deps.people.inGroups(tx, task.candidateGroups, search, MOST_CANDIDATES + 1),
  );
  return people.filter(({ userId }) => userId !== caseFile?.ownerId).slice(0, MOST_CANDIDATES);
};

const wrongPerson = (username: string): AppError => {
  const message = {
    id: `'${username}' tidak memegang peran yang boleh mengerjakan tugas ini`,
    en: `'${username}' does not hold a role that may work on this task`,
  };
  return new AppError("BAD_INPUT", `Expected a holder of the task's role, but '${username}' is not`, {
    detail: message,
    errors: [{ path: "username", message }],
  });
};

/** Passes a task to someone who holds its role. @throws {AppError} FORBIDDEN, BAD_INPUT naming the person. */
export const assignTask = async (deps: HandOverDeps, key: string, username: string, caller: Caller): Promise<void> => {
  const found = await findTask(deps, key, caller);
  const { task, caseFile, rights } = found;
  if (!rights.assign) {
    throw new AppError("FORBIDDEN", `Expected the holder or a process owner, but the caller may not pass on '${key}'`, {
      detail: {
        id: "Hanya yang sedang mengerjakan tugas ini atau pemilik proses yang dapat mengalihkannya",
        en: "Only the person working on this task or a process owner can pass it on",
      },
    });
  }
  const person = await deps.db.read(async (tx) => {
    const known = (await deps.people.byUsernames(tx, [username])).get(username);
    if (known === undefined || task.candidateGroups.length === 0) return known;
    const holders = await deps.people.inGroups(tx, task.candidateGroups, known.displayName, 100);
    return holders.find(({ userId }) => userId === known.userId);
  });
  if (person === undefined) throw wrongPerson(username);
  if (person.userId === caseFile?.ownerId) {
    throw new AppError("FORBIDDEN", `Expected someone else than the owner of the case file, but '${username}' is`, {
      detail: {
        id: "Tidak seorang pun boleh menangani berkasnya sendiri",
        en: "Nobody may handle their own case file",
      },
    });
  }
  await engineCall(key, () => deps.client.assignUserTask(key, username, { override: true }));
  // The name stands among the changes, where it can be erased, not in the sentence.
  await record(
    deps,
    await withCase(deps, found, caller),
    caller,
    "task.assigned",
    { id: `mengalihkan tugas "${task.name}"`, en: `passed the task "${task.name}" on` },
    [
      {
        field: "assignee",
        label: "Penanggung jawab",
        from: found.assignee?.displayName ?? null,
        to: person.displayName,
        personal: true,
      },
    ],
  );
};
