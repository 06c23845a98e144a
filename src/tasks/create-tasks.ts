import type { CompletionDone, StartForm, StartOffer, TaskList, TaskPage } from "../http/contract/tasks.js";
import type { UnitOfWork } from "../platform/db/index.js";
import type { Caller } from "./app/caller.js";
import { completeTask } from "./app/complete-task.js";
import { registerTaskCommands } from "./app/engine-commands.js";
import { assignTask, candidatesFor, claimTask, releaseTask } from "./app/hand-over.js";
import { countTasks, listTasks, type TaskQuery } from "./app/list-tasks.js";
import { addComment, saveDraft } from "./app/notes.js";
import { openTask } from "./app/open-task.js";
import { listStarts, openStart, submitStart } from "./app/starts.js";
import { discardStartDraft, saveStartDraft } from "./app/start-draft.js";
import { startSweepingDrafts, sweepDrafts } from "./app/sweep-drafts.js";
import { offerable, taskItems } from "./app/task-items.js";
import { TaskCompletionRepository } from "./data/task-completion.repository.js";
import { TaskHandlers } from "./task-handlers.js";
import type { TaskHandler } from "./task-handler.js";
import type { TaskPerson, TasksDeps } from "./tasks-deps.js";

/** Tasks as the composition and the routes see them; each use case asks for the rights of its caller. */
export interface TasksService {
  /** @throws {Error} when the element has a handler already. */
  register(handlers: readonly TaskHandler[]): void;
  /** Those of the keys that are completed here, sent to the engine or not. */
  completedOf(tx: UnitOfWork, taskKeys: readonly string[]): Promise<ReadonlySet<string>>;

  list(query: TaskQuery, caller: Caller): Promise<TaskList>;
  open(key: string, caller: Caller): Promise<TaskPage>;
  claim(key: string, caller: Caller): Promise<void>;
  release(key: string, caller: Caller): Promise<void>;
  assign(key: string, username: string, caller: Caller): Promise<void>;
  candidates(key: string, search: string, caller: Caller): Promise<readonly TaskPerson[]>;
  comment(
    key: string,
    text: string,
    caller: Caller,
  ): Promise<{ readonly id: string; readonly author: string; readonly at: number; readonly text: string }>;
  saveDraft(
    key: string,
    draft: { readonly data: Record<string, unknown>; readonly revision: number },
    caller: Caller,
  ): Promise<{ readonly revision: number; readonly savedAt: number }>;
  complete(key: string, data: Readonly<Record<string, unknown>>, caller: Caller): Promise<CompletionDone>;

  starts(caller: Caller): Promise<StartOffer[]>;
  openStart(app: string, type: string, caller: Caller): Promise<StartForm>;
  submitStart(
    target: { readonly app: string; readonly type: string; readonly data: Readonly<Record<string, unknown>> },
    caller: Caller,
  ): Promise<string>;
  saveStartDraft(
    target: { readonly app: string; readonly type: string },
    draft: { readonly data: Record<string, unknown>; readonly revision: number },
    caller: Caller,
  ): Promise<{ readonly revision: number; readonly savedAt: number }>;
  discardStartDraft(target: { readonly app: string; readonly type: string }, caller: Caller): Promise<void>;
  /** Removes drafts that lead nowhere any more. @returns how many. */
  sweepDrafts(): Promise<number>;
  /** Sweeps now and each day. @returns what ends it. */
  startSweeping(): () => Promise<void>;
}

const list = async (deps: TasksDeps, query: TaskQuery, caller: Caller): Promise<TaskList> => {
  const { db, clock } = deps;
  const [page, counts] = await Promise.all([listTasks(deps, query, caller), countTasks(deps, caller, clock.now())]);
  return db.read(async (tx) => {
    const tasks = await offerable(tx, deps, page.items, caller);
    const unsent = await new TaskCompletionRepository(tx).unsentOf(caller.actor.userId);
    const hidden = page.items.length - tasks.length;
    return {
      items: await taskItems(tx, deps, tasks, caller),
      total: Math.max(page.total - hidden, 0),
      next: page.next,
      counts: { ...counts, mine: Math.max(counts.mine - unsent, 0) },
    };
  });
};

/** Registers the handler `engine.complete-user-task` with the outbox. */
export const createTasks = (deps: TasksDeps): TasksService => {
  const handlers = new TaskHandlers();
  const all = { ...deps, handlers };
  registerTaskCommands(deps);

  return {
    register: (added) => handlers.add(added),
    completedOf: (tx, keys) => new TaskCompletionRepository(tx).completedOf(keys),
    list: (query, caller) => list(deps, query, caller),
    open: (key, caller) => openTask(all, key, caller),
    claim: (key, caller) => claimTask(all, key, caller),
    release: (key, caller) => releaseTask(all, key, caller),
    assign: (key, username, caller) => assignTask(all, key, username, caller),
    candidates: (key, search, caller) => candidatesFor(deps, key, search, caller),
    comment: (key, text, caller) => addComment(all, key, text, caller),
    saveDraft: (key, draft, caller) => saveDraft(deps, key, draft, caller),
    complete: (key, data, caller) => completeTask(all, key, data, caller),
    starts: (caller) => listStarts(deps, caller),
    openStart: (app, type, caller) => openStart(deps, app, type, caller),
    submitStart: (target, caller) => submitStart(deps, target, caller),
    saveStartDraft: (target, draft, caller) => saveStartDraft(deps, target, draft, caller),
    discardStartDraft: (target, caller) => discardStartDraft(deps, target, caller),
    sweepDrafts: () => sweepDrafts(deps),
    startSweeping: () => startSweepingDrafts(deps),
  };
};
