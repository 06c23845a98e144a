import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";

/** A message came in; it is kept while `open`. */
export function messagePublished(event: EventOf<"message.published">, state: MutableState): void {
  state.insert("message", event.row);
}

export function messageExpired(event: EventOf<"message.expired">, state: MutableState): void {
  const message = state.message(event.key);
  if (message !== undefined) state.update("message", message, { open: false, dueAt: null });
}

/** A process has got a message; it will not get the same one again. */
export function messageCorrelated(event: EventOf<"message.correlated">, state: MutableState): void {
  state.insert("correlated_message", event.row);
  const message = state.message(event.key);
  if (message !== undefined)
    state.update("message", message, { correlatedTo: [...message.correlatedTo, event.row.processDefinitionId] });
}

/** A scope waits for a message. */
export function subscriptionOpened(event: EventOf<"subscription.opened">, state: MutableState, time: number): void {
  const { row } = state.scope(event.scope);
  state.insert("message_subscription", {
    messageSubscriptionKey: event.key,
    processDefinitionId: row.processDefinitionId,
    processDefinitionKey: row.processDefinitionKey,
    processInstanceKey: row.processInstanceKey,
    rootProcessInstanceKey: row.rootProcessInstanceKey,
    elementId: event.target,
    elementInstanceKey: event.scope,
    messageSubscriptionState: "CREATED",
    lastUpdatedDate: time,
    messageName: event.name,
    correlationKey: event.correlationKey,
    tenantId: row.tenantId,
    interrupting: event.interrupting,
    open: true,
  });
}

/** A subscription that does not interrupt goes on waiting. */
export function subscriptionCorrelated(
  event: EventOf<"subscription.correlated">,
  state: MutableState,
  time: number,
): void {
  const subscription = state.scope(event.scope).subscriptions.get(event.key);
  if (subscription === undefined) return;
  state.update(
    "message_subscription",
    subscription,
    subscription.interrupting
      ? { messageSubscriptionState: "CORRELATED", open: false, lastUpdatedDate: time }
      : { lastUpdatedDate: time },
  );
}
