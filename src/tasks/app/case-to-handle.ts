import { userReader } from "../../cases/index.js";
import { groupsOf } from "../../http/index.js";
import type { TaskHandlers } from "../task-handlers.js";
import type { TasksDeps } from "../tasks-deps.js";
import type { Caller } from "./caller.js";
import type { FoundTask } from "./find-task.js";

type HandleDeps = Pick<TasksDeps, "cases" | "client"> & { readonly handlers: TaskHandlers };

/** In what capacity this person has the task: by their groups, else by name; none for one who only oversees it. */
const readersFor = ({ task }: FoundTask, { actor }: Caller): readonly string[] => {
  const groups = groupsOf(actor).filter((group) => task.candidateGroups.includes(group));
  if (groups.length > 0) return groups;
  const isNamed = task.assignee === actor.username || task.candidateUsers.includes(actor.username);
  return isNamed ? [userReader(actor.userId)] : [];
};

/** Lets the holders of a task read its case file, when its kind admits them. */
export const admitHolder = async (
  { cases }: Pick<TasksDeps, "cases">,
  found: FoundTask,
  caller: Caller,
): Promise<void> => {
  if (found.caseFile === undefined) return;
  for (const reader of readersFor(found, caller)) await cases.admit(found.caseFile, reader);
};

/**
 * The task with the case file that an act on it concerns: of an instance that came from outside it is opened now. A task that a plugin
 * handles is left alone: its plugin opens case files itself.
 */
export const withCase = async (deps: HandleDeps, found: FoundTask, caller: Caller): Promise<FoundTask> => {
  const { task } = found;
  let { caseFile } = found;
  if (caseFile === undefined && deps.handlers.find(task) === undefined) {
    const instance = await deps.client.getInstance(task.rootProcessInstanceKey ?? task.processInstanceKey);
    if (instance !== undefined) caseFile = await deps.cases.adopt(instance);
  }
  const handled: FoundTask = { ...found, caseFile };
  await admitHolder(deps, handled, caller);
  return handled;
};
