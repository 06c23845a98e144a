import type { UserTask } from "../../camunda-client/index.js";
import type { CaseFile, CaseFilesService } from "../../cases/index.js";
import type { TaskCase, TaskItem } from "../../http/contract/tasks.js";
import type { z } from "zod";
import type { UnitOfWork } from "../../platform/db/index.js";
import { TaskCompletionRepository } from "../data/task-completion.repository.js";
import { TaskDraftRepository } from "../data/task-draft.repository.js";
import type { TasksDeps } from "../tasks-deps.js";
import { workingCalendar, workingDaysBetween } from "../working-days.js";
import type { Caller } from "./caller.js";
import { casesOfTasks } from "./case-of-task.js";
import { isOwnMatter } from "./task-rights.js";

type CaseSummary = z.infer<typeof TaskCase>;

const caseSummary = (caseFile: CaseFile, cases: Pick<CaseFilesService, "typeOf">): CaseSummary => {
  const { id, reference, title, subjectName, subjectNumber, unitName, status } = caseFile;
  const known = cases.typeOf(caseFile)?.statuses[status];
  return {
    id,
    reference,
    title,
    subjectName,
    subjectNumber,
    unitName,
    status,
    statusLabel: known?.label ?? { id: status, en: status },
    tone: known?.tone ?? "neutral",
  };
};

type ItemDeps = Pick<TasksDeps, "cases" | "people" | "holidays" | "clock">;

/** Tasks as lists show them: with their case files, names and working days. A fixed number of queries for a page. */
export const taskItems = async (
  tx: UnitOfWork,
  { cases, people, holidays, clock }: ItemDeps,
  tasks: readonly UserTask[],
  caller: Caller,
): Promise<TaskItem[]> => {
  const keys = tasks.map(({ key }) => key);
  const caseFiles = await casesOfTasks(tx, cases, tasks);
  const assignees = [...new Set(tasks.flatMap(({ assignee }) => assignee ?? []))];
  const names = await people.byUsernames(tx, assignees);
  const drafts =
    keys.length === 0 ? new Set<string>() : await new TaskDraftRepository(tx).keysOf(keys, caller.actor.userId);
  const calendar = workingCalendar(tasks.some(({ dueAt }) => dueAt !== null) ? await holidays(tx) : []);
  const now = clock.now();

  return tasks.map((task) => {
    const caseFile = caseFiles.get(task.key);
    const { assignee } = task;
    return {
      key: task.key,
      name: task.name,
      processName: task.processName,
      processId: task.processId,
      elementId: task.elementId,
      createdAt: task.createdAt,
      dueAt: task.dueAt,
      dueInWorkingDays: task.dueAt === null ? null : workingDaysBetween(calendar, now, task.dueAt),
      completedAt: task.completedAt,
      priority: task.priority,
      assignee:
        assignee === null
          ? null
          : {
              username: assignee,
              displayName: names.get(assignee)?.displayName ?? assignee,
              me: assignee === caller.actor.username,
            },
      case: caseFile === undefined ? null : caseSummary(caseFile, cases),
      hasDraft: drafts.has(task.key),
    };
  });
};

/** Leaves out what this person must not be offered: what is completed here already, and tasks on one's own case file. */
export const offerable = async (
  tx: UnitOfWork,
  { cases }: Pick<TasksDeps, "cases">,
  tasks: readonly UserTask[],
  caller: Caller,
): Promise<readonly UserTask[]> => {
  const caseFiles = await casesOfTasks(tx, cases, tasks);
  const completed = await new TaskCompletionRepository(tx).completedOf(
    tasks.filter(({ state }) => state !== "COMPLETED").map(({ key }) => key),
  );
  return tasks.filter((task) => !completed.has(task.key) && !isOwnMatter(task, caseFiles.get(task.key), caller));
};
