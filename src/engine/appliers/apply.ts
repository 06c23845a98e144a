import type { EngineEvent, EventOf, EventType } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";
import { adminRecordCreated, adminRecordDeleted, adminRecordUpdated } from "./admin-records.js";
import { adHocFulfilled, jobCanceled } from "./ad-hoc.js";
import { auditRecorded, creationRecorded } from "./audit.js";
import {
  batchCanceled,
  batchEnded,
  batchItemDone,
  batchItemsFound,
  batchOperationCreated,
  batchPostponed,
  batchResumed,
  batchSuspended,
} from "./batch-operations.js";
import { compensationHandled, compensationRecorded, compensationStarted } from "./compensation.js";
import { decisionEvaluated, definitionDeleted, deploymentCreated } from "./definitions.js";
import { elementEnded, elementEntered } from "./elements.js";
import { historyDeleted } from "./history.js";
import { incidentCreated, incidentResolved } from "./incidents.js";
import {
  callStarted,
  conditionAwaited,
  flowTaken,
  joinArrived,
  joinPassed,
  listenerAwaited,
  multiInstanceStarted,
  scopeArmed,
  scopeInterrupted,
  terminationPlanned,
} from "./scope-runtime.js";
import {
  jobBackoffEnded,
  jobCompleted,
  jobCreated,
  jobDeadlineUpdated,
  jobErrorThrown,
  jobFailed,
  jobReopened,
  jobRetriesUpdated,
  jobsActivated,
  jobsReturned,
  jobWithheld,
  jobTimedOut,
} from "./jobs.js";
import {
  messageCorrelated,
  messageExpired,
  messagePublished,
  subscriptionCorrelated,
  subscriptionOpened,
} from "./messages.js";
import { processInstanceMigrated } from "./migration.js";
import { processInstanceCreated, processInstanceCreatedV2, processInstanceEnded } from "./process-instances.js";
import { signalSubscriptionOpened } from "./signals.js";
import { startTimerCanceled, startTimerCreated, timerCreated, timerTriggered } from "./timers.js";
import {
  scopeEnding,
  transitionAnswered,
  transitionEnded,
  transitionStarted,
  userTaskCanceling,
} from "./task-transitions.js";
import { userTaskChanged, userTaskCompleted, userTaskCreated } from "./user-tasks.js";
import { slotSet, variableSet } from "./variables.js";

/** Writes what an event says. `time` is that of the batch, in epoch milliseconds. Must not decide anything. */
export type EventApplier<T extends EventType> = (event: EventOf<T>, state: MutableState, time: number) => void;

const APPLIERS: { readonly [T in EventType]: EventApplier<T> } = {
  "deployment.created": deploymentCreated,
  "definition.deleted": definitionDeleted,
  "process-instance.created": processInstanceCreated,
  "process-instance.created.v2": processInstanceCreatedV2,
  "process-instance.ended": processInstanceEnded,
  "process-instance.migrated": processInstanceMigrated,
  "element.entered": elementEntered,
  "element.ended": elementEnded,
  "flow.taken": flowTaken,
  "join.arrived": joinArrived,
  "join.passed": joinPassed,
  "scope.interrupted": scopeInterrupted,
  "scope.armed": scopeArmed,
  "scope.termination-planned": terminationPlanned,
  "multi-instance.started": multiInstanceStarted,
  "ad-hoc.fulfilled": adHocFulfilled,
  "job.canceled": jobCanceled,
  "condition.awaited": conditionAwaited,
  "compensation.recorded": compensationRecorded,
  "compensation.started": compensationStarted,
  "compensation.handled": compensationHandled,
  "listener.awaited": listenerAwaited,
  "call.started": callStarted,
  "variable.set": variableSet,
  "variable.slot-set": slotSet,
  "job.created": jobCreated,
  "jobs.activated": jobsActivated,
  "jobs.returned": jobsReturned,
  "job.withheld": jobWithheld,
  "job.completed": jobCompleted,
  "job.failed": jobFailed,
  "job.error-thrown": jobErrorThrown,
  "job.retries-updated": jobRetriesUpdated,
  "job.deadline-updated": jobDeadlineUpdated,
  "job.timed-out": jobTimedOut,
  "job.backoff-ended": jobBackoffEnded,
  "job.reopened": jobReopened,
  "user-task.created": userTaskCreated,
  "user-task.changed": userTaskChanged,
  "task-transition.started": transitionStarted,
  "task-transition.answered": transitionAnswered,
  "task-transition.ended": transitionEnded,
  "scope.ending": scopeEnding,
  "user-task.canceling": userTaskCanceling,
  "user-task.completed": userTaskCompleted,
  "incident.created": incidentCreated,
  "incident.resolved": incidentResolved,
  "timer.created": timerCreated,
  "timer.triggered": timerTriggered,
  "message.published": messagePublished,
  "message.expired": messageExpired,
  "message.correlated": messageCorrelated,
  "subscription.opened": subscriptionOpened,
  "subscription.correlated": subscriptionCorrelated,
  "signal-subscription.opened": signalSubscriptionOpened,
  "start-timer.created": startTimerCreated,
  "start-timer.canceled": startTimerCanceled,
  "decision.evaluated": decisionEvaluated,
  "audit.recorded": auditRecorded,
  "audit.creation-recorded": creationRecorded,
  "history.deleted": historyDeleted,
  "batch-operation.created": batchOperationCreated,
  "batch-operation.items-found": batchItemsFound,
  "batch-operation.postponed": batchPostponed,
  "batch-operation.item-done": batchItemDone,
  "batch-operation.suspended": batchSuspended,
  "batch-operation.resumed": batchResumed,
  "batch-operation.canceled": batchCanceled,
  "batch-operation.ended": batchEnded,
  "admin-record.created": adminRecordCreated,
  "admin-record.updated": adminRecordUpdated,
  "admin-record.deleted": adminRecordDeleted,
};

/** Applies one event to the state: while processing and while replaying alike. */
export function apply(event: EngineEvent, state: MutableState, time: number): void {
  const applier = APPLIERS[event.t] as EventApplier<EventType>;
  applier(event, state, time);
}
