import type { CorrelateMessageCommand, PublishMessageCommand } from "../../protocol/commands.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { correlate } from "./correlation.js";

/** Publishes a message: who waits for it gets it, and for its time to live it waits for others. */
export const publishMessage: CommandProcessor<PublishMessageCommand> = (command, p) => {
  const { name, correlationKey = "", timeToLive = 0, messageId = "", variables = {}, tenantId = "<default>" } = command;
  if (timeToLive < 0)
    reject("INVALID_ARGUMENT", `Expected a time to live of 0 or more milliseconds, but it is ${timeToLive}`);
  const group = p.state.messageGroup(tenantId, name, correlationKey);
  const published = [...group.messages.values()].some(
    (other) => messageId !== "" && other.messageId === messageId && (other.dueAt ?? 0) > p.now,
  );
  if (published)
    reject(
      "ALREADY_EXISTS",
      `Expected to publish a new message with id '${messageId}', but a message with that id was already published`,
    );

  const messageKey = p.newKey();
  const open = timeToLive > 0;
  const dueAt = open ? p.now + timeToLive : null;
  p.emit({
    t: "message.published",
    row: {
      messageKey,
      name,
      correlationKey,
      messageId,
      timeToLive,
      variables,
      tenantId,
      publishedAt: p.now,
      correlatedTo: [],
      open,
      dueAt,
    },
  });
  correlate(p, { messageKey, name, correlationKey, variables, tenantId }, group);
  return { messageKey, tenantId };
};

/** Correlates a message now, or refuses it. It is never buffered. */
export const correlateMessage: CommandProcessor<CorrelateMessageCommand> = (command, p) => {
  const { name, correlationKey = "", variables = {}, tenantId = "<default>" } = command;
  const group = p.state.messageGroup(tenantId, name, correlationKey);
  const messageKey = p.newKey();
  p.emit({
    t: "message.published",
    row: {
      messageKey,
      name,
      correlationKey,
      messageId: "",
      timeToLive: 0,
      variables,
      tenantId,
      publishedAt: p.now,
      correlatedTo: [],
      open: false,
      dueAt: null,
    },
  });
  const [processInstanceKey] = correlate(p, { messageKey, name, correlationKey, variables, tenantId }, group);
  if (processInstanceKey === undefined) {
    return reject(
      "NOT_FOUND",
      `Expected to find subscription for message with name '${name}' and correlation key '${correlationKey}', but none was found.`,
    );
  }
  return { messageKey, processInstanceKey, tenantId };
};
