import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";

/** A scope waits for a signal. It is closed with its scope. */
export function signalSubscriptionOpened(event: EventOf<"signal-subscription.opened">, state: MutableState): void {
  const { row } = state.scope(event.scope);
  state.insert("signal_subscription", {
    signalSubscriptionKey: event.key,
    processDefinitionKey: row.processDefinitionKey,
    processInstanceKey: row.processInstanceKey,
    rootProcessInstanceKey: row.rootProcessInstanceKey,
    elementId: event.target,
    elementInstanceKey: event.scope,
    signalName: event.name,
    tenantId: row.tenantId,
    open: true,
  });
}
