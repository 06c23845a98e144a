import { AppError } from "../../platform/index.js";
import type { Database } from "../../platform/db/index.js";
import { TaskCompletionRepository } from "../data/task-completion.repository.js";
import type { TaskPerson, TasksDeps } from "../tasks-deps.js";
import type { Caller } from "./caller.js";
import { casesOfTasks } from "./case-of-task.js";
import { maySee, rightsOf, type TaskInView, type TaskRights } from "./task-rights.js";

export interface FoundTask extends TaskInView {
  readonly rights: TaskRights;
  readonly assignee: TaskPerson | undefined;
}

const notFound = (key: string): AppError =>
  new AppError("NOT_FOUND", `Expected task '${key}', but no such task was found`, {
    detail: {
      id: "Tugas ini tidak ada atau bukan untuk peran Anda sekarang",
      en: "This task does not exist or is not for your present role",
    },
  });

type FindDeps = Pick<TasksDeps, "client" | "cases" | "people"> & { readonly db: Database };

/** A task that this person may see. @throws {AppError} NOT_FOUND, the same whether it is absent or someone else's. */
export const findTask = async (deps: FindDeps, key: string, caller: Caller): Promise<FoundTask> => {
  const { client, db, cases, people } = deps;
  const task = await client.getUserTask(key);
  if (task === undefined) throw notFound(key);
  return db.read(async (tx) => {
    const caseFile = (await casesOfTasks(tx, cases, [task])).get(key);
    if (!maySee({ task, caseFile }, caller)) throw notFound(key);
    const completion = await new TaskCompletionRepository(tx).find(key);
    const assignee =
      task.assignee === null ? undefined : (await people.byUsernames(tx, [task.assignee])).get(task.assignee);
    const view = { task, caseFile, completion };
    return { ...view, assignee, rights: rightsOf(view, caller, assignee?.displayName) };
  });
};
