import type { Expression } from "../../feel/index.js";
import type { EventDefinition } from "../executable-process.js";
import type { ModelNode } from "../xml/model-node.js";
import { bodyOf, extensionOf, filledTextOf, labelOf, nodeOf, nodesOf, textOf } from "../xml/model-node.js";
import type { BuildContext } from "./build-context.js";
import { expressionOf, feelOf } from "./build-context.js";

const TIMERS = [
  ["timeDuration", "duration"],
  ["timeDate", "date"],
  ["timeCycle", "cycle"],
] as const;
const NONE: EventDefinition = { kind: "none" };

/** Where an event stands; decides what its definition has to carry. */
export type EventPosition = "catch" | "processStart" | "throw";

/** The event definition of an event, or of a receive task (`position` catch). */
export function eventOf(context: BuildContext, node: ModelNode, position: EventPosition): EventDefinition {
  const definitions = nodesOf(node, "eventDefinitions");
  if (definitions.length > 1) {
    context.report(
      labelOf(node),
      "one-event-definition",
      `Expected at most one event definition, but found ${definitions.length}`,
    );
  }
  const [definition] = definitions;
  return definition === undefined ? NONE : definitionOf(context, node, definition, position);
}

/** The message of a receive task. */
export function receivedMessage(context: BuildContext, node: ModelNode): EventDefinition {
  return messageOf(context, node, node, "catch");
}

function definitionOf(
  context: BuildContext,
  event: ModelNode,
  definition: ModelNode,
  position: EventPosition,
): EventDefinition {
  const place = definition.id ?? labelOf(event);
  switch (definition.$type) {
    case "bpmn:MessageEventDefinition":
      return messageOf(context, event, definition, position);
    case "bpmn:TimerEventDefinition":
      return timerOf(context, event, definition);
    case "bpmn:ErrorEventDefinition":
      return { kind: "error", code: codeOf(context, place, definition, ["errorRef", "errorCode", "error"], position) };
    case "bpmn:EscalationEventDefinition":
      return {
        kind: "escalation",
        code: codeOf(context, place, definition, ["escalationRef", "escalationCode", "escalation"], position),
      };
    case "bpmn:SignalEventDefinition":
      return { kind: "signal", name: referencedName(context, place, definition, "signalRef", "signal") };
    case "bpmn:LinkEventDefinition":
      return { kind: "link", name: linkName(context, event, definition) };
    case "bpmn:ConditionalEventDefinition":
      return conditionalOf(context, event, definition);
    case "bpmn:TerminateEventDefinition":
      return { kind: "terminate" };
    case "bpmn:CompensateEventDefinition":
      return { kind: "compensation", activityRef: nodeOf(definition, "activityRef")?.id ?? null };
    default:
      context.report(
        labelOf(event),
        "supported-element",
        `Expected a supported event, but ${definition.$type} is not supported`,
      );
      return NONE;
  }
}

function messageOf(
  context: BuildContext,
  owner: ModelNode,
  holder: ModelNode,
  position: EventPosition,
): EventDefinition {
  const nothing: Expression = { kind: "static", text: "" };
  // What a message throw event publishes is the business of its job worker.
  if (position === "throw") return { kind: "message", name: nothing, correlationKey: null };
  const place = holder.id ?? labelOf(owner);
  const name = referencedName(context, place, holder, "messageRef", "message");
  const message = nodeOf(holder, "messageRef");
  if (position === "processStart" || message === null) return { kind: "message", name, correlationKey: null };
  const subscription = extensionOf(message, "zeebe:Subscription");
  const key = subscription === null ? null : filledTextOf(subscription, "correlationKey");
  if (key === null) {
    context.report(
      labelOf(message),
      "correlation-key",
      "Expected a zeebe:subscription with a correlation key, but it is missing",
    );
    return { kind: "message", name, correlationKey: nothing };
  }
  return {
    kind: "message",
    name,
    correlationKey: feelOf(context, `${labelOf(message)} > extensionElements > subscription`, key),
  };
}

function referencedName(
  context: BuildContext,
  place: string,
  holder: ModelNode,
  reference: string,
  what: string,
): Expression {
  const target = nodeOf(holder, reference);
  if (target === null) {
    context.report(place, `${what}-reference`, `Expected a reference to a ${what}, but it is missing or unknown`);
    return { kind: "static", text: "" };
  }
  const name = filledTextOf(target, "name");
  if (name === null) {
    context.report(labelOf(target), `${what}-name`, `Expected the ${what} to have a name, but it is missing or empty`);
    return { kind: "static", text: "" };
  }
  return expressionOf(context, labelOf(target), name);
}

function timerOf(context: BuildContext, event: ModelNode, definition: ModelNode): EventDefinition {
  const given = TIMERS.flatMap(([property, timer]) => {
    const text = bodyOf(definition, property);
    return text === null ? [] : [{ timer, text }];
  });
  const [first] = given;
  if (first === undefined || given.length > 1) {
    context.report(
      labelOf(event),
      "one-timer",
      `Expected exactly one of time date, duration and cycle, but found ${given.length}`,
    );
    return NONE;
  }
  return { kind: "timer", timer: first.timer, expression: expressionOf(context, labelOf(event), first.text) };
}

function codeOf(
  context: BuildContext,
  place: string,
  definition: ModelNode,
  [reference, property, what]: readonly [string, string, string],
  position: EventPosition,
): Expression | null {
  const target = nodeOf(definition, reference);
  const code = target === null ? null : filledTextOf(target, property);
  if (position !== "throw") {
    if (code?.startsWith("=") !== true) return code === null ? null : { kind: "static", text: code };
    context.report(
      place,
      "constant-catch-code",
      `Expected the ${what} code of a catch event to be a constant, but it is the expression '${code}'`,
    );
    return null;
  }
  if (target === null)
    context.report(place, `${what}-reference`, `Expected a reference to an ${what}, but it is missing or unknown`);
  else if (code === null)
    context.report(labelOf(target), `${what}-code`, `Expected the ${what} to have a code, but it is missing or empty`);
  return code === null ? null : expressionOf(context, labelOf(target ?? definition), code);
}

function linkName(context: BuildContext, event: ModelNode, definition: ModelNode): string {
  const name = filledTextOf(definition, "name");
  if (name === null)
    context.report(labelOf(event), "link-name", "Expected the link to have a name, but it is missing or empty");
  return name ?? "";
}

function conditionalOf(context: BuildContext, event: ModelNode, definition: ModelNode): EventDefinition {
  const place = labelOf(event);
  const text = bodyOf(definition, "condition");
  if (text === null)
    context.report(place, "condition-present", "Expected the conditional event to have a condition, but it is missing");
  const filter = extensionOf(definition, "zeebe:ConditionalFilter");
  const events = filter === null ? null : listOf(textOf(filter, "variableEvents"));
  const unknown = events?.find((name) => name !== "create" && name !== "update");
  if (unknown !== undefined)
    context.report(place, "variable-events", `Expected variable events create or update, but found '${unknown}'`);
  return {
    kind: "conditional",
    condition: feelOf(context, place, text ?? ""),
    variableNames: filter === null ? null : listOf(textOf(filter, "variableNames")),
    variableEvents: events?.filter((name) => name === "create" || name === "update") ?? null,
  };
}

function listOf(text: string | null): readonly string[] | null {
  const items = (text ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
  return items.length === 0 ? null : items;
}
