import type { Key } from "../../state/rows.js";
import type { Processing, Step } from "../processing.js";
import { nextBuffered, occur, startByMessage } from "./correlation.js";

/** A subscription was just opened: buffered messages reach it, oldest first; those that interrupt take one. */
export function correlateBuffered(p: Processing, scopeKey: Key, subscriptionKey: Key): void {
  for (;;) {
    const subscription = p.state.opened(scopeKey)?.subscriptions.get(subscriptionKey);
    if (subscription === undefined) return;
    const group = p.state.messageGroup(subscription.tenantId, subscription.messageName, subscription.correlationKey);
    const message = nextBuffered(p, group, subscription.processDefinitionId);
    if (message === undefined || occur(p, scopeKey, subscriptionKey, message) === undefined) return;
  }
}

/** The instance that held the lock of (process, correlation key) has ended: the next buffered message starts the next one. */
export function startByNextMessage(
  p: Processing,
  { processDefinitionId, tenantId, correlationKey }: Extract<Step, { step: "start-by-next-message" }>,
): void {
  const definition = p.state.processes.latest(tenantId, processDefinitionId);
  if (definition === undefined || p.state.startLocks(correlationKey).has(processDefinitionId)) return;
  const candidates = definition.startEvents
    .filter(({ kind, name }) => kind === "message" && name !== null)
    .map(({ elementId, name }) => ({
      elementId,
      message: nextBuffered(p, p.state.messageGroup(tenantId, name ?? "", correlationKey), processDefinitionId),
    }))
    .filter((candidate) => candidate.message !== undefined)
    .sort((a, b) => ((a.message?.messageKey ?? "") < (b.message?.messageKey ?? "") ? -1 : 1));
  const next = candidates[0];
  if (next?.message !== undefined) startByMessage(p, definition, next.elementId, next.message);
}
