import { MissingState } from "./missing.js";
import type { MessageGroup, WaitingSubscription } from "./read.js";
import type { Key, MessageRow, MessageSubscriptionRow, ProcessInstanceRow } from "./rows.js";

interface Group extends MessageGroup {
  readonly messages: Map<Key, MessageRow>;
  readonly subscriptions: Map<Key, WaitingSubscription>;
}

/** How many groups and locks are kept. */
const CAPACITY = 10_000;

const groupId = (tenantId: string, name: string, correlationKey: string): string =>
  `${tenantId}\0${name}\0${correlationKey}`;

/** Who waits for which message, which messages wait, and which starts are locked; of the correlation keys in use. */
export class MessageGroups {
  readonly #groups = new Map<string, Group>();
  readonly #locks = new Map<string, Map<string, Key>>();

  group(tenantId: string, name: string, correlationKey: string): MessageGroup {
    const found = this.#groups.get(groupId(tenantId, name, correlationKey));
    if (found === undefined) throw new MissingState({ kind: "message-group", tenantId, name, correlationKey });
    const id = groupId(tenantId, name, correlationKey);
    this.#groups.delete(id);
    this.#groups.set(id, found); // the one used last
    return found;
  }

  locks(correlationKey: string): ReadonlyMap<string, Key> {
    const found = this.#locks.get(correlationKey);
    if (found === undefined) throw new MissingState({ kind: "start-locks", correlationKey });
    return found;
  }

  loadGroup(
    tenantId: string,
    name: string,
    correlationKey: string,
    messages: readonly MessageRow[],
    subscriptions: readonly MessageSubscriptionRow[],
  ): void {
    this.#groups.set(groupId(tenantId, name, correlationKey), {
      messages: new Map(messages.map((row) => [row.messageKey, row])),
      subscriptions: new Map(subscriptions.map((row) => [row.messageSubscriptionKey, waiting(row)])),
    });
  }

  loadLocks(correlationKey: string, instances: readonly ProcessInstanceRow[]): void {
    this.#locks.set(correlationKey, new Map(instances.map((row) => [row.processDefinitionId, row.processInstanceKey])));
  }

  subscriptionOpened(row: MessageSubscriptionRow): void {
    this.#groupOf(row.tenantId, row.messageName, row.correlationKey)?.subscriptions.set(
      row.messageSubscriptionKey,
      waiting(row),
    );
  }

  subscriptionClosed(row: MessageSubscriptionRow): void {
    this.#groupOf(row.tenantId, row.messageName, row.correlationKey)?.subscriptions.delete(row.messageSubscriptionKey);
  }

  messageBuffered(row: MessageRow): void {
    this.#groupOf(row.tenantId, row.name, row.correlationKey)?.messages.set(row.messageKey, row);
  }

  messageGone(row: MessageRow): void {
    this.#groupOf(row.tenantId, row.name, row.correlationKey)?.messages.delete(row.messageKey);
  }

  lockChanged(row: ProcessInstanceRow): void {
    if (row.startCorrelationKey !== null)
      this.#locks.get(row.startCorrelationKey)?.set(row.processDefinitionId, row.processInstanceKey);
  }

  lockReleased(row: ProcessInstanceRow): void {
    if (row.startCorrelationKey !== null) this.#locks.get(row.startCorrelationKey)?.delete(row.processDefinitionId);
  }

  /** Forgets the groups not used for longest when there are too many; answers the messages forgotten. Call between batches only. */
  evict(): Key[] {
    for (const id of this.#locks.keys()) {
      if (this.#locks.size <= CAPACITY) break;
      this.#locks.delete(id);
    }
    const forgotten: Key[] = [];
    for (const [id, { messages }] of this.#groups) {
      if (this.#groups.size <= CAPACITY) break;
      this.#groups.delete(id);
      forgotten.push(...messages.keys());
    }
    return forgotten;
  }

  #groupOf(tenantId: string, name: string, correlationKey: string): Group | undefined {
    return this.#groups.get(groupId(tenantId, name, correlationKey));
  }
}

const waiting = (row: MessageSubscriptionRow): WaitingSubscription => ({
  key: row.messageSubscriptionKey,
  scopeKey: row.elementInstanceKey,
  rootProcessInstanceKey: row.rootProcessInstanceKey,
  processDefinitionId: row.processDefinitionId,
});
