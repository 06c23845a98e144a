import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";

/** A scope waits for a time. */
export function timerCreated(event: EventOf<"timer.created">, state: MutableState): void {
  const { row } = state.scope(event.scope);
  state.insert("timer", {
    timerKey: event.key,
    elementInstanceKey: event.scope,
    processInstanceKey: row.processInstanceKey,
    rootProcessInstanceKey: row.rootProcessInstanceKey,
    processDefinitionKey: row.processDefinitionKey,
    targetElementId: event.target,
    dueDate: event.dueDate,
    repetitions: event.repetitions,
    cycle: event.cycle,
    open: true,
    dueAt: event.dueDate,
  });
}

/** The time has come; a cycle waits for the next one. */
export function timerTriggered(event: EventOf<"timer.triggered">, state: MutableState): void {
  const timer = state.timer(event.key, null);
  if (timer === undefined) return;
  if (event.nextDueDate === null) state.update("timer", timer, { open: false, dueAt: null });
  else
    state.update("timer", timer, {
      dueDate: event.nextDueDate,
      dueAt: event.nextDueDate,
      repetitions: timer.repetitions === -1 ? -1 : timer.repetitions - 1,
    });
}

/** Instances are to be started at a time. */
export function startTimerCreated(event: EventOf<"start-timer.created">, state: MutableState): void {
  state.insert("timer", {
    timerKey: event.key,
    elementInstanceKey: null,
    processInstanceKey: null,
    rootProcessInstanceKey: null,
    processDefinitionKey: event.definition,
    targetElementId: event.target,
    dueDate: event.dueDate,
    repetitions: event.repetitions,
    cycle: event.cycle,
    open: true,
    dueAt: event.dueDate,
  });
}

/** The definition is not the latest any more. */
export function startTimerCanceled({ key }: EventOf<"start-timer.canceled">, state: MutableState): void {
  const timer = state.timer(key, null);
  if (timer !== undefined) state.update("timer", timer, { open: false, dueAt: null });
}
