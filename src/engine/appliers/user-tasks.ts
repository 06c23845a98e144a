import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";

/** A task that people can see. */
export function userTaskCreated(event: EventOf<"user-task.created">, state: MutableState, time: number): void {
  const scope = state.scope(event.element);
  const { processInstanceKey, rootProcessInstanceKey, processDefinitionId, processDefinitionKey, tenantId } = scope.row;
  const { instance } = scope.process;
  state.insert("user_task", {
    userTaskKey: event.key,
    name: scope.element?.elementName ?? null,
    state: "CREATED",
    elementId: scope.elementId,
    elementInstanceKey: event.element,
    processDefinitionId,
    processDefinitionKey,
    processDefinitionVersion: instance?.processDefinitionVersion ?? 0,
    processName: instance?.processDefinitionName ?? null,
    processInstanceKey,
    rootProcessInstanceKey,
    creationDate: time,
    completionDate: null,
    tenantId,
    tags: instance?.tags ?? [],
    open: true,
    action: "",
    ...event.attributes,
  });
}

export function userTaskChanged(event: EventOf<"user-task.changed">, state: MutableState): void {
  const task = state.userTask(event.key);
  if (task !== undefined) state.update("user_task", task, event.patch);
}

export function userTaskCompleted(event: EventOf<"user-task.completed">, state: MutableState, time: number): void {
  const task = state.userTask(event.key);
  if (task !== undefined)
    state.update("user_task", task, { state: "COMPLETED", open: false, completionDate: time, action: event.action });
}
