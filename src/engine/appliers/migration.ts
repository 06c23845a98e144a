import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";
import type { Scope } from "../state/scope.js";

/** An instance belongs to another definition, with all that is open in it. What has ended stays as it was. */
export function processInstanceMigrated(
  event: EventOf<"process-instance.migrated">,
  state: MutableState,
  time: number,
): void {
  const { definition } = event;
  const ids = {
    processDefinitionKey: definition.processDefinitionKey,
    processDefinitionId: definition.processDefinitionId,
  };
  const instance = state.scope(event.key);
  if (instance.instance === null)
    throw new Error(`Expected '${event.key}' to be a process instance, but it is an element instance`);
  state.update("process_instance", instance.instance, {
    ...ids,
    processDefinitionName: definition.name,
    processDefinitionVersion: definition.version,
    processDefinitionVersionTag: definition.versionTag,
  });
  migrateEvents(state, instance, event.events, ids, time);
  for (const { key, elementId, name, events } of event.scopes) {
    const scope = state.scope(key);
    if (scope.element !== null)
      state.update("element_instance", scope.element, { ...ids, elementId, elementName: name });
    const versioned = { ...ids, elementId, processDefinitionVersion: definition.version };
    for (const job of scope.jobs.values()) state.update("job", job, versioned);
    for (const incident of scope.incidents.values()) state.update("incident", incident, { ...ids, elementId });
    if (scope.userTask !== null)
      state.update("user_task", scope.userTask, { ...versioned, name, processName: definition.name });
    for (const variable of scope.variables.values())
      state.update("variable", variable, { processDefinitionId: ids.processDefinitionId });
    migrateEvents(state, scope, events, ids, time);
  }
  for (const variable of instance.variables.values())
    state.update("variable", variable, { processDefinitionId: ids.processDefinitionId });
}

/** Waiting events go to their new targets; the others are closed. */
function migrateEvents(
  state: MutableState,
  scope: Scope,
  events: Readonly<Record<string, string>>,
  ids: { readonly processDefinitionKey: string; readonly processDefinitionId: string },
  time: number,
): void {
  for (const timer of scope.timers.values()) {
    const target = events[timer.targetElementId];
    state.update(
      "timer",
      timer,
      target === undefined
        ? { open: false, dueAt: null }
        : { targetElementId: target, processDefinitionKey: ids.processDefinitionKey },
    );
  }
  for (const subscription of scope.subscriptions.values()) {
    const target = events[subscription.elementId];
    const closed = { open: false, messageSubscriptionState: "DELETED", lastUpdatedDate: time } as const;
    state.update(
      "message_subscription",
      subscription,
      target === undefined
        ? closed
        : { ...ids, elementId: target, messageSubscriptionState: "MIGRATED", lastUpdatedDate: time },
    );
  }
  for (const signal of scope.signals.values()) {
    const target = events[signal.elementId];
    state.update(
      "signal_subscription",
      signal,
      target === undefined ? { open: false } : { elementId: target, processDefinitionKey: ids.processDefinitionKey },
    );
  }
}
