import type { Key, MessageRow, ProcessDefinitionRow } from "../../state/rows.js";
import type { MessageGroup } from "../../state/read.js";
import type { Scope } from "../../state/scope.js";
import { begin, createInstance } from "../lifecycle.js";
import type { Processing } from "../processing.js";
import { triggerEvent } from "../trigger.js";

/** What correlation needs of a message; a buffered one is its row. */
export type Message = Pick<MessageRow, "messageKey" | "name" | "correlationKey" | "variables" | "tenantId">;

const byKey = <T extends { readonly key: Key }>(a: T, b: T): number => (a.key < b.key ? -1 : 1);

/** Gives a message to one waiting subscription of each process, then to start events. Answers the instances that got it. */
export function correlate(p: Processing, message: Message, group: MessageGroup): Key[] {
  const { tenantId, name, correlationKey } = message;
  const starts = p.state.startedBy("message", name, tenantId);
  const locks = starts.length > 0 && correlationKey !== "" ? p.state.startLocks(correlationKey) : undefined;
  const waiting = [...group.subscriptions.values()].sort(byKey);
  p.state.require(waiting.map(({ rootProcessInstanceKey }) => rootProcessInstanceKey));

  const reached = new Map<string, Key>();
  for (const subscription of waiting) {
    if (reached.has(subscription.processDefinitionId)) continue;
    const instance = occur(p, subscription.scopeKey, subscription.key, message);
    if (instance !== undefined) reached.set(subscription.processDefinitionId, instance);
  }
  for (const { definition, elementId } of starts) {
    const id = definition.processDefinitionId;
    if (reached.has(id) || locks?.has(id) === true) continue;
    reached.set(id, startByMessage(p, definition, elementId, message));
  }
  return [...reached.values()];
}

/** The message reaches a subscription, if that still waits. Answers the process instance. */
export function occur(p: Processing, scopeKey: Key, subscriptionKey: Key, message: Message): Key | undefined {
  const scope = p.state.opened(scopeKey);
  const subscription = scope?.subscriptions.get(subscriptionKey);
  if (scope === undefined || subscription === undefined) return undefined;
  p.emit({ t: "subscription.correlated", key: subscriptionKey, scope: scopeKey });
  recordCorrelation(
    p,
    message,
    scope,
    subscription.elementId,
    scope.element === null ? null : scopeKey,
    subscriptionKey,
  );
  triggerEvent(p, scope, subscription.elementId, message.variables);
  return scope.row.processInstanceKey;
}

/** A message starts an instance of the process; with a key, it locks (process, key) until the instance ends. */
export function startByMessage(
  p: Processing,
  definition: ProcessDefinitionRow,
  elementId: string,
  message: Message,
): Key {
  const start = p.state.executable(definition.processDefinitionKey).elements.get(elementId);
  if (start === undefined)
    throw new Error(
      `Expected start event '${elementId}' in process '${definition.processDefinitionId}', but it has none`,
    );
  const startCorrelationKey = message.correlationKey === "" ? null : message.correlationKey;
  const instance = createInstance(p, definition, { variables: {}, startCorrelationKey });
  recordCorrelation(p, message, instance, elementId, null, instance.key);
  begin(p, instance, start, message.variables);
  return instance.key;
}

/** The next buffered message that a process has not got yet; the oldest first. */
export function nextBuffered(p: Processing, group: MessageGroup, processDefinitionId: string): MessageRow | undefined {
  return [...group.messages.values()]
    .filter((message) => (message.dueAt ?? 0) > p.now && !message.correlatedTo.includes(processDefinitionId))
    .sort((a, b) => (a.messageKey < b.messageKey ? -1 : 1))[0];
}

function recordCorrelation(
  p: Processing,
  message: Message,
  scope: Scope,
  elementId: string,
  elementInstanceKey: Key | null,
  subscriptionKey: Key,
): void {
  const { row } = scope;
  p.emit({
    t: "message.correlated",
    key: message.messageKey,
    row: {
      correlationRecordKey: p.newKey(),
      correlationKey: message.correlationKey,
      correlationTime: p.now,
      elementId,
      elementInstanceKey,
      messageKey: message.messageKey,
      messageName: message.name,
      partitionId: 1,
      processDefinitionId: row.processDefinitionId,
      processDefinitionKey: row.processDefinitionKey,
      processInstanceKey: row.processInstanceKey,
      rootProcessInstanceKey: row.rootProcessInstanceKey,
      subscriptionKey,
      tenantId: row.tenantId,
    },
  });
}
