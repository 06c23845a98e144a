import type { UserTask } from "../../camunda-client/index.js";
import type { CaseFile } from "../../cases/index.js";
import { groupsOf } from "../../http/index.js";
import type { Localised } from "../../platform/index.js";
import type { TaskCompletion } from "../data/task-completion.repository.js";
import type { Caller } from "./caller.js";

/** A task with everything that decides what one may do with it. */
export interface TaskInView {
  readonly task: UserTask;
  readonly caseFile: CaseFile | undefined;
  /** Set when it was completed here, whether the engine knows it yet or not. */
  readonly completion: TaskCompletion | undefined;
}

/** What this person may do with a task now, and why it may not be completed. */
export interface TaskRights {
  readonly claim: boolean;
  readonly release: boolean;
  readonly complete: boolean;
  readonly assign: boolean;
  readonly comment: boolean;
  readonly refusal: Localised | null;
}

const isOfferedTo = (task: UserTask, { actor }: Caller): boolean => {
  const groups = groupsOf(actor);
  return task.candidateGroups.some((group) => groups.includes(group)) || task.candidateUsers.includes(actor.username);
};

/** True for tasks on one's own case file that were not given to oneself by name: nobody decides on their own matter. */
export const isOwnMatter = (task: UserTask, caseFile: CaseFile | undefined, { actor }: Caller): boolean =>
  caseFile !== undefined && caseFile.ownerId === actor.userId && task.assignee !== actor.username;

/** True when the task exists for this person: assigned, offered to the active role, or overseen. */
export const maySee = ({ task, caseFile }: Pick<TaskInView, "task" | "caseFile">, caller: Caller): boolean => {
  if (isOwnMatter(task, caseFile, caller)) return false;
  return task.assignee === caller.actor.username || isOfferedTo(task, caller) || caller.ability.can("oversee", "Task");
};

/** True while it can be worked on: open in the engine and not completed here. */
export const isOpen = ({ task, completion }: TaskInView): boolean =>
  completion === undefined && ["CREATED", "ASSIGNING", "UPDATING"].includes(task.state);

const refusalOf = (view: TaskInView, caller: Caller, assigneeName: string | undefined): Localised | null => {
  const { task, completion } = view;
  if (completion !== undefined) {
    return {
      id: `Tugas ini sudah diselesaikan oleh ${completion.userName}`,
      en: `This task was completed by ${completion.userName}`,
    };
  }
  if (!isOpen(view)) {
    return { id: "Tugas ini sudah selesai atau dibatalkan", en: "This task is completed or cancelled" };
  }
  if (task.assignee === null) {
    return { id: "Ambil tugas ini lebih dahulu", en: "Claim this task first" };
  }
  if (task.assignee === caller.actor.username) return null;
  const name = assigneeName ?? task.assignee;
  return { id: `Tugas ini sedang dikerjakan oleh ${name}`, en: `${name} is working on this task` };
};

/** Rights of someone who may see the task. */
export const rightsOf = (view: TaskInView, caller: Caller, assigneeName?: string): TaskRights => {
  const { task } = view;
  const open = isOpen(view);
  const isMine = task.assignee === caller.actor.username;
  const refusal = refusalOf(view, caller, assigneeName);
  return {
    claim: open && task.assignee === null && isOfferedTo(task, caller),
    // Without a group nobody could take it afterwards.
    release: open && isMine && task.candidateGroups.length > 0,
    complete: refusal === null,
    assign: open && (caller.ability.can("assign", "Task") || (isMine && task.candidateGroups.length > 0)),
    comment: open,
    refusal,
  };
};
