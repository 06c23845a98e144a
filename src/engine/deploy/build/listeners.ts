import type { ListenerDefinition, TaskListenerDefinition, TaskListenerEvent } from "../executable-process.js";
import type { ModelNode } from "../xml/model-node.js";
import { extensionOf, filledTextOf, labelOf, nodesOf, textOf } from "../xml/model-node.js";
import type { BuildContext } from "./build-context.js";
import { expressionOf, requiredExpression } from "./build-context.js";

const TASK_EVENTS: readonly TaskListenerEvent[] = ["creating", "assigning", "updating", "completing", "canceling"];
const DEFAULT_RETRIES = "3";

/** Execution listeners in the order of the model. */
export function executionListenersOf(
  context: BuildContext,
  node: ModelNode,
): { readonly start: readonly ListenerDefinition[]; readonly end: readonly ListenerDefinition[] } {
  const extension = extensionOf(node, "zeebe:ExecutionListeners");
  const listeners = extension === null ? [] : nodesOf(extension, "listeners");
  const place = `${labelOf(node)} > extensionElements > executionListeners`;
  reportDuplicates(context, place, listeners);
  const of = (event: string): readonly ListenerDefinition[] =>
    listeners
      .filter((listener) => textOf(listener, "eventType") === event)
      .map((listener) => listenerOf(context, `${place} > executionListener`, listener));
  const other = listeners.find((listener) => !["start", "end"].includes(textOf(listener, "eventType") ?? ""));
  if (other !== undefined) {
    context.report(
      place,
      "listener-event",
      `Expected the event type start or end, but it is '${textOf(other, "eventType") ?? ""}'`,
    );
  }
  return { start: of("start"), end: of("end") };
}

/** Listeners of a user task in the order of the model. */
export function taskListenersOf(context: BuildContext, node: ModelNode): readonly TaskListenerDefinition[] {
  const extension = extensionOf(node, "zeebe:TaskListeners");
  const listeners = extension === null ? [] : nodesOf(extension, "listeners");
  const place = `${labelOf(node)} > extensionElements > taskListeners`;
  return listeners.flatMap((listener) => {
    const written = textOf(listener, "eventType") ?? "";
    const event = TASK_EVENTS.find((known) => known === written);
    if (event === undefined) {
      context.report(
        place,
        "listener-event",
        `Expected the event type to be one of ${TASK_EVENTS.join(", ")}, but it is '${written}'`,
      );
      return [];
    }
    return [{ event, ...listenerOf(context, `${place} > taskListener`, listener) }];
  });
}

function listenerOf(context: BuildContext, place: string, listener: ModelNode): ListenerDefinition {
  return {
    type: requiredExpression(context, place, listener, "type"),
    retries: expressionOf(context, place, filledTextOf(listener, "retries") ?? DEFAULT_RETRIES),
  };
}

function reportDuplicates(context: BuildContext, place: string, listeners: readonly ModelNode[]): void {
  const seen = new Set<string>();
  for (const listener of listeners) {
    const key = `${textOf(listener, "eventType") ?? ""} and type ${textOf(listener, "type") ?? ""}`;
    if (seen.has(key))
      context.report(
        place,
        "unique-listener",
        `Expected every listener once, but event type ${key} occurs several times`,
      );
    seen.add(key);
  }
}
