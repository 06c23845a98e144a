import type { BroadcastSignalCommand } from "../protocol/commands.js";
import type { JsonObject } from "../state/rows.js";
import type { CommandProcessor } from "./command-processor.js";
import { begin, createInstance } from "./lifecycle.js";
import type { Processing } from "./processing.js";
import { triggerEvent } from "./trigger.js";

/** Sends a signal. It is answered also when nobody waits. */
export const broadcastSignal: CommandProcessor<BroadcastSignalCommand> = (
  { signalName, variables = {}, tenantId = "<default>" },
  p,
) => {
  broadcast(p, signalName, tenantId, variables);
  return { signalKey: p.newKey(), tenantId };
};

/** All who wait now get the signal, and the latest versions that it starts. Nobody gets it later. */
export function broadcast(p: Processing, name: string, tenantId: string, variables: JsonObject): void {
  const waiting = p.state.signalSubscriptions(tenantId, name);
  p.state.require(waiting.map(({ rootProcessInstanceKey }) => rootProcessInstanceKey));
  for (const { key, scopeKey } of waiting) {
    const scope = p.state.opened(scopeKey);
    const subscription = scope?.signals.get(key);
    if (scope !== undefined && subscription !== undefined) triggerEvent(p, scope, subscription.elementId, variables);
  }
  for (const { definition, elementId } of p.state.startedBy("signal", name, tenantId)) {
    const start = p.state.executable(definition.processDefinitionKey).elements.get(elementId);
    if (start !== undefined) begin(p, createInstance(p, definition, { variables: {} }), start, variables);
  }
}
