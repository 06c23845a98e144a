import type {
  BroadcastSignalData,
  CorrelatedMessageSubscriptionResult,
  CorrelateMessageData,
  MessageSubscriptionResult,
  PublishMessageData,
  SearchCorrelatedMessageSubscriptionsData,
  SearchMessageSubscriptionsData,
} from "@camunda8/orchestration-cluster-api";
import type { CorrelatedMessageRow, MessageSubscriptionRow } from "../../engine/index.js";
import { present, run, variablesOf } from "../command.js";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { boundedMs, toInstant } from "../instant.js";
import { defineOperation, type Operation } from "../operation.js";
import { invalidArgument } from "../problem.js";
import { field, timeField, type FilterFields } from "../search/filter-field.js";
import { searchPage, type SearchDefinition } from "../search/record-search-page.js";

/** Filter properties of message subscriptions. */
export const subscriptionFilter: FilterFields<"message_subscription"> = {
  messageSubscriptionKey: field("messageSubscriptionKey"),
  processDefinitionKey: field("processDefinitionKey"),
  processDefinitionId: field("processDefinitionId"),
  processInstanceKey: field("processInstanceKey"),
  elementId: field("elementId"),
  elementInstanceKey: field("elementInstanceKey"),
  messageSubscriptionState: field("messageSubscriptionState"),
  lastUpdatedDate: timeField("lastUpdatedDate"),
  messageName: field("messageName"),
  correlationKey: field("correlationKey"),
  tenantId: field("tenantId"),
};

const subscriptions: SearchDefinition<"message_subscription", Plain<MessageSubscriptionResult>> = {
  table: "message_subscription",
  filter: subscriptionFilter,
  toItem: (row: MessageSubscriptionRow) => ({
    messageSubscriptionKey: row.messageSubscriptionKey,
    processDefinitionId: row.processDefinitionId,
    processDefinitionKey: row.processDefinitionKey,
    processInstanceKey: row.processInstanceKey,
    rootProcessInstanceKey: row.rootProcessInstanceKey,
    elementId: row.elementId,
    elementInstanceKey: row.elementInstanceKey,
    messageSubscriptionState: row.messageSubscriptionState,
    lastUpdatedDate: toInstant(row.lastUpdatedDate),
    messageName: row.messageName,
    correlationKey: row.correlationKey,
    tenantId: row.tenantId,
  }),
};

const correlated: SearchDefinition<"correlated_message", Plain<CorrelatedMessageSubscriptionResult>> = {
  table: "correlated_message",
  filter: {
    correlationKey: field("correlationKey"),
    correlationTime: timeField("correlationTime"),
    elementId: field("elementId"),
    elementInstanceKey: field("elementInstanceKey"),
    messageKey: field("messageKey"),
    messageName: field("messageName"),
    partitionId: field("partitionId"),
    processDefinitionId: field("processDefinitionId"),
    processDefinitionKey: field("processDefinitionKey"),
    processInstanceKey: field("processInstanceKey"),
    subscriptionKey: field("subscriptionKey"),
    tenantId: field("tenantId"),
  },
  toItem: (row: CorrelatedMessageRow) => ({
    correlationKey: row.correlationKey,
    correlationTime: toInstant(row.correlationTime),
    elementId: row.elementId,
    elementInstanceKey: row.elementInstanceKey,
    messageKey: row.messageKey,
    messageName: row.messageName,
    partitionId: row.partitionId,
    processDefinitionId: row.processDefinitionId,
    processDefinitionKey: row.processDefinitionKey,
    processInstanceKey: row.processInstanceKey,
    rootProcessInstanceKey: row.rootProcessInstanceKey,
    subscriptionKey: row.subscriptionKey,
    tenantId: row.tenantId,
  }),
};

/** Longest text of a look-up, as in the cluster's relational storage. */
const MAX_CHARACTERS = 256;

function requireText(attribute: string, value: string): void {
  if (value === "") throw invalidArgument(`No ${attribute} provided`);
  requireShort(attribute, value);
}

function requireShort(attribute: string, value: string | undefined): void {
  if (value === undefined || value.length <= MAX_CHARACTERS) return;
  throw invalidArgument(
    `The value for ${attribute} is '${value.slice(0, 20)}...' but must be at most ${MAX_CHARACTERS} characters, and it has ${value.length}`,
  );
}

/** Operations on messages and signals. */
export const messageOperations = ({ engine, store }: ApiContext): readonly Operation[] => [
  defineOperation<PublishMessageData>({
    operationId: "publishMessage",
    method: "POST",
    url: "/messages/publication",
    handle: async ({ body }) => {
      requireText("name", body.name);
      if ((body.timeToLive ?? 0) < 0) {
        throw invalidArgument(
          `The value for timeToLive is '${String(body.timeToLive)}' but must be greater than or equal to 0`,
        );
      }
      const { correlationKey, timeToLive, messageId } = body;
      requireShort("correlationKey", correlationKey);
      requireShort("messageId", messageId);
      const given = present({ correlationKey, timeToLive: timeToLive && boundedMs(timeToLive), messageId });
      return json(await run(engine, { type: "message.publish", name: body.name, ...given, ...variablesOf(body) }));
    },
  }),
  defineOperation<CorrelateMessageData>({
    operationId: "correlateMessage",
    method: "POST",
    url: "/messages/correlation",
    handle: async ({ body }) => {
      requireText("name", body.name);
      requireShort("correlationKey", body.correlationKey);
      const given = present({ correlationKey: body.correlationKey });
      return json(await run(engine, { type: "message.correlate", name: body.name, ...given, ...variablesOf(body) }));
    },
  }),
  defineOperation<BroadcastSignalData>({
    operationId: "broadcastSignal",
    method: "POST",
    url: "/signals/broadcast",
    handle: async ({ body }) => {
      requireText("signalName", body.signalName);
      return json(await run(engine, { type: "signal.broadcast", signalName: body.signalName, ...variablesOf(body) }));
    },
  }),
  defineOperation<SearchMessageSubscriptionsData>({
    operationId: "searchMessageSubscriptions",
    method: "POST",
    url: "/message-subscriptions/search",
    handle: async ({ body }) => json(await searchPage(store, subscriptions, body)),
  }),
  defineOperation<SearchCorrelatedMessageSubscriptionsData>({
    operationId: "searchCorrelatedMessageSubscriptions",
    method: "POST",
    url: "/correlated-message-subscriptions/search",
    handle: async ({ body }) => json(await searchPage(store, correlated, body)),
  }),
];
