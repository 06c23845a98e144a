import { nextDueAtMs } from "../feel/index.js";
import type { Key, TimerRow } from "../state/rows.js";
import { begin, createInstance } from "./lifecycle.js";
import type { Processing } from "./processing.js";
import { triggerEvent } from "./trigger.js";

/** Something whose time has come, found in the store. */
export interface DueItem {
  readonly table: "timer" | "job" | "message";
  readonly key: Key;
  readonly root: Key | null;
}

/** Does what is due, unless that has ended or moved meanwhile. */
export function processDue(item: DueItem, p: Processing): void {
  if (item.table === "timer") timerDue(item, p);
  else if (item.table === "job") jobDue(item, p);
  else messageDue(item, p);
}

function messageDue({ key }: DueItem, p: Processing): void {
  const message = p.state.findMessage(key);
  if (message !== undefined && message.dueAt !== null && message.dueAt <= p.now) p.emit({ t: "message.expired", key });
}

function timerDue({ key, root }: DueItem, p: Processing): void {
  const timer = p.state.timer(key, root);
  if (timer === undefined || timer.dueAt === null || timer.dueAt > p.now) return;
  const next = timer.cycle === null || timer.repetitions === 0 ? null : nextDueAtMs(timer.cycle, timer.dueAt);
  p.emit({ t: "timer.triggered", key, nextDueDate: next });
  if (timer.elementInstanceKey === null) startByTimer(p, timer);
  else triggerEvent(p, p.state.scope(timer.elementInstanceKey), timer.targetElementId, {});
}

function startByTimer(p: Processing, timer: TimerRow): void {
  const definition = p.state.processes.get(timer.processDefinitionKey);
  const start = p.state.executable(timer.processDefinitionKey).elements.get(timer.targetElementId);
  if (definition?.state !== "ACTIVE" || start === undefined) return;
  begin(p, createInstance(p, definition, { variables: {} }), start, {});
}

function jobDue({ key, root }: DueItem, p: Processing): void {
  if (root !== null) p.state.require([root]);
  const job = p.state.job(key);
  if (job === undefined || job.dueAt === null || job.dueAt > p.now) return;
  p.emit(job.availability === "ACTIVATED" ? { t: "job.timed-out", key } : { t: "job.backoff-ended", key });
}
