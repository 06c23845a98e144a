import { factShape } from "../../cases/index.js";
import type { TaskPage } from "../../http/contract/tasks.js";
import { inLanguage } from "../../platform/index.js";
import { TaskCommentRepository } from "../data/task-comment.repository.js";
import { TaskDraftRepository } from "../data/task-draft.repository.js";
import type { TaskHandlers } from "../task-handlers.js";
import type { TasksDeps } from "../tasks-deps.js";
import type { Caller } from "./caller.js";
import { admitHolder } from "./case-to-handle.js";
import { openTaskOf } from "./complete-task.js";
import { findTask, type FoundTask } from "./find-task.js";
import { taskItems } from "./task-items.js";

type OpenDeps = TasksDeps & { readonly handlers: TaskHandlers };
type Opened = Pick<TaskPage, "data" | "facts">;

/** The form as it was when the task was created; null for a task without one or whose form is not published. */
const formOf = ({ forms }: Pick<TasksDeps, "forms">, { task }: FoundTask): TaskPage["form"] => {
  if (task.formKey === null || !forms.has(task.formKey)) return null;
  const { key, version, schema } = forms.at(task.formKey, task.createdAt);
  return { key, version, schema: { ...schema } };
};

/** Without a handler the process's variables fill the form. */
const variablesOf = async ({ client, handlers }: OpenDeps, { task }: FoundTask): Promise<Record<string, unknown>> =>
  handlers.find(task) === undefined ? { ...(await client.variables(task.processInstanceKey)) } : {};

/** The task page. @throws {AppError} NOT_FOUND, the same whether it is absent or someone else's. */
export const openTask = async (deps: OpenDeps, key: string, caller: Caller): Promise<TaskPage> => {
  const { db, cases, handlers } = deps;
  const { actor } = caller;
  const found = await findTask(deps, key, caller);
  const { task, caseFile, rights } = found;
  const handler = handlers.find(task);
  const variables = await variablesOf(deps, found);
  await admitHolder(deps, found, caller);

  return db.read(async (tx) => {
    const [item] = await taskItems(tx, deps, [task], caller);
    if (item === undefined) throw new Error(`Expected one item for task '${key}', but there is none`);
    const opened: Opened = { data: variables, facts: [] };
    if (caseFile !== undefined) {
      const start = await handler?.open?.(tx, { task: openTaskOf(task), caseFile, actor });
      const facts = start?.facts ?? (await cases.typeOf(caseFile)?.facts(tx, caseFile, actor)) ?? [];
      opened.data = { ...variables, ...start?.data };
      opened.facts = facts.map(factShape);
    }
    const draft = await new TaskDraftRepository(tx).find(key, actor.userId);
    const comments = await new TaskCommentRepository(tx).of(key);
    const { refusal, ...may } = rights;
    return {
      task: item,
      may,
      refusal: refusal === null ? null : inLanguage(refusal, actor.language),
      form: formOf(deps, found),
      data: { ...opened.data, ...draft?.data },
      draft: draft === undefined ? null : { savedAt: draft.savedAt, revision: draft.revision },
      sheet: handler?.sheet ?? null,
      facts: opened.facts,
      comments: comments.map(({ id, authorName, at, text }) => ({ id, author: authorName, at, text })),
    };
  });
};
