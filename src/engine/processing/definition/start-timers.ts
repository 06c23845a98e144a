import { evaluateTimer } from "../../feel/index.js";
import type { ProcessDefinitionRow } from "../../state/rows.js";
import { reject } from "../command-processor.js";
import type { Processing } from "../processing.js";

/** Timers that start instances follow the latest version: the version before loses its timers, this one gets its own. */
export function scheduleStartTimers(p: Processing, definition: ProcessDefinitionRow): void {
  const { elements } = p.state.executable(definition.processDefinitionKey);
  for (const { elementId, kind } of definition.startEvents) {
    const event = elements.get(elementId)?.event;
    if (kind !== "timer" || event?.kind !== "timer") continue;
    const outcome = evaluateTimer(event.timer, event.expression, { get: () => undefined }, { nowMs: p.now });
    if (!outcome.ok)
      reject(
        "INVALID_ARGUMENT",
        `Expected to schedule the timer of start event '${elementId}' in '${definition.resourceName}', but ${outcome.message}`,
      );
    const { dueAtMs, repetitions, cycle } = outcome.value;
    p.emit({
      t: "start-timer.created",
      key: p.newKey(),
      definition: definition.processDefinitionKey,
      target: elementId,
      dueDate: dueAtMs,
      repetitions: repetitions === null ? -1 : Math.max(0, repetitions - 1),
      cycle,
    });
  }
}

/** A version that is no longer the latest starts nothing by itself. */
export function cancelStartTimers(p: Processing, definition: ProcessDefinitionRow): void {
  if (!definition.startEvents.some(({ kind }) => kind === "timer")) return;
  for (const { timerKey } of p.state.startTimers(definition.processDefinitionKey))
    p.emit({ t: "start-timer.canceled", key: timerKey });
}
