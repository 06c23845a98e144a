import type { JsonObject, TaskTransition, UserTaskRow } from "../../state/rows.js";

/** Names of attributes as listeners get them, by column. */
const CHANGED_NAMES: Readonly<Record<string, string>> = {
  candidateGroups: "candidateGroupsList",
  candidateUsers: "candidateUsersList",
};

/** The task as it will be when the transition passes. */
function changedTask(task: UserTaskRow, transition: TaskTransition): UserTaskRow {
  const assignee = transition.event === "creating" ? (transition.assigneeAfter ?? task.assignee) : task.assignee;
  return { ...task, assignee, ...transition.changes };
}

/** Attributes that change, sorted. A completion tells them only when a listener has corrected something. */
function changedAttributes({ changed, event, corrected }: TaskTransition): string[] {
  if ((event === "completing" || event === "creating" || event === "canceling") && !corrected) return [];
  return changed.map((name) => CHANGED_NAMES[name] ?? name).sort();
}

const dateText = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString().replace(".000Z", "Z");

/** Headers of a listener's job, named as in the Camunda documentation; only what is set. */
export function taskListenerHeaders(task: UserTaskRow, transition: TaskTransition): Readonly<Record<string, string>> {
  const { assignee, candidateGroups, candidateUsers, dueDate, followUpDate, priority, userTaskKey } = changedTask(
    task,
    transition,
  );
  const list = (values: readonly string[]): string | null => (values.length === 0 ? null : JSON.stringify(values));
  const values = {
    assignee,
    candidateGroups: list(candidateGroups),
    candidateUsers: list(candidateUsers),
    dueDate: dateText(dueDate),
    followUpDate: dateText(followUpDate),
    priority: `${priority}`,
    userTaskKey,
    action: transition.action,
    changedAttributes: list(changedAttributes(transition)),
  };
  const set = Object.entries(values).filter(([, value]) => value !== null && value !== "");
  return Object.fromEntries(set.map(([name, value]) => [`io.camunda.zeebe:${name}`, value ?? ""]));
}

/** The same for the activated job's `userTask`, in the names of the API. */
export function taskListenerProperties(task: UserTaskRow, transition: TaskTransition): JsonObject {
  const { assignee, candidateGroups, candidateUsers, dueDate, followUpDate, priority, userTaskKey, formKey } =
    changedTask(task, transition);
  return {
    action: transition.action,
    assignee,
    candidateGroups,
    candidateUsers,
    changedAttributes: changedAttributes(transition),
    dueDate: dateText(dueDate),
    followUpDate: dateText(followUpDate),
    formKey,
    priority,
    userTaskKey,
  };
}
