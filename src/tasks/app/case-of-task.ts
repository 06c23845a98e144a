import type { UserTask } from "../../camunda-client/index.js";
import { type CaseFile, type CaseFilesService, caseTag } from "../../cases/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";

const TAG = caseTag("");

const caseIdOf = ({ tags }: UserTask): string | undefined => tags.find((tag) => tag.startsWith(TAG))?.slice(TAG.length);

const instanceOf = (task: UserTask): string => task.rootProcessInstanceKey ?? task.processInstanceKey;

/**
 * Case files of tasks, by task key: by the tag that the process carries, or by its root instance. Two queries, however
 * many tasks. A task of a process that keeps its data in variables has none.
 */
export const casesOfTasks = async (
  tx: UnitOfWork,
  cases: Pick<CaseFilesService, "byIds" | "byInstances">,
  tasks: readonly UserTask[],
): Promise<ReadonlyMap<string, CaseFile>> => {
  const tagged = await cases.byIds(tx, [...new Set(tasks.flatMap((task) => caseIdOf(task) ?? []))]);
  const untagged = tasks.filter((task) => caseIdOf(task) === undefined);
  const started = await cases.byInstances(tx, [...new Set(untagged.map(instanceOf))]);
  const found = new Map<string, CaseFile>();
  for (const task of tasks) {
    const id = caseIdOf(task);
    const caseFile = id === undefined ? started.get(instanceOf(task)) : tagged.get(id);
    if (caseFile !== undefined) found.set(task.key, caseFile);
  }
  return found;
};
