import type { AdminEvent } from "./admin-events.js";
import type { HistoryEvent } from "./history-events.js";
import type {
  Compensable,
  CorrelatedMessageRow,
  DecisionDefinitionRow,
  DecisionInstanceRow,
  DecisionRequirementsRow,
  DeploymentRow,
  FormRow,
  IncidentErrorType,
  IncidentStep,
  JobKind,
  JsonObject,
  JsonValue,
  Key,
  ListenerEventType,
  MessageRow,
  ProcessDefinitionRow,
  ProcessInstanceRow,
  ResourceRow,
  TaskTransition,
  UserTaskRow,
} from "../state/rows.js";

/**
 * What has happened. An event carries what its applier cannot take from the state before it; its time is that of the
 * batch. Events are kept for ever: a changed meaning is a new event name (`job.failed.v2`), never another reading.
 */
export type EngineEvent =
  | AdminEvent
  | HistoryEvent
  | { readonly t: "deployment.created"; readonly row: DeploymentRow; readonly definitions: readonly DefinitionRecord[] }
  | { readonly t: "definition.deleted"; readonly table: DefinitionRecord["table"]; readonly key: Key }
  | { readonly t: "process-instance.created"; readonly row: ProcessInstanceRow }
  | ProcessInstanceCreated
  | { readonly t: "process-instance.ended"; readonly key: Key; readonly state: "COMPLETED" | "TERMINATED" }
  | {
      readonly t: "process-instance.migrated";
      readonly key: Key;
      readonly definition: Pick<
        ProcessDefinitionRow,
        "processDefinitionKey" | "processDefinitionId" | "name" | "version" | "versionTag"
      >;
      /** Waiting events of the instance's own scope that stay: old target id to new one. */
      readonly events: Readonly<Record<string, string>>;
      readonly scopes: readonly MigratedScope[];
    }
  | ElementEntered
  /** `state` COMPLETED takes the element out of its scope; attached timers, subscriptions, jobs and tasks are closed. */
  | { readonly t: "element.ended"; readonly key: Key; readonly state: "COMPLETED" | "TERMINATED" }
  | { readonly t: "flow.taken"; readonly instance: Key; readonly flow: string }
  | { readonly t: "join.arrived"; readonly scope: Key; readonly gateway: string; readonly flow: string }
  | { readonly t: "join.passed"; readonly scope: Key; readonly gateway: string }
  /** Everything inside is gone because of an interrupting event sub-process; its own waiting events are closed. */
  | { readonly t: "scope.interrupted"; readonly key: Key; readonly elementId: string }
  | { readonly t: "scope.armed"; readonly key: Key }
  | { readonly t: "scope.termination-planned"; readonly key: Key; readonly after: readonly string[] }
  | {
      readonly t: "multi-instance.started";
      readonly key: Key;
      readonly total: number;
      readonly items: readonly JsonValue[] | null;
    }
  /** Nothing more begins of itself in the ad-hoc sub-process; it completes when nothing is active in it. */
  | { readonly t: "ad-hoc.fulfilled"; readonly key: Key }
  /** The engine withdraws a job, because what it was made for has changed. */
  | { readonly t: "job.canceled"; readonly key: Key }
  /** A conditional event waits at a scope until its condition holds. */
  | { readonly t: "condition.awaited"; readonly scope: Key; readonly target: string }
  /** Completed activities that a later compensation in the scope undoes. */
  | { readonly t: "compensation.recorded"; readonly scope: Key; readonly entries: readonly Compensable[] }
  /** `left` stays compensable in the scope `from`; `key` waits for as many handlers as `count`. */
  | {
      readonly t: "compensation.started";
      readonly key: Key;
      readonly count: number;
      readonly left: readonly { readonly from: Key; readonly entries: readonly Compensable[] }[];
    }
  | { readonly t: "compensation.handled"; readonly key: Key }
  | {
      readonly t: "listener.awaited";
      readonly scope: Key;
      readonly phase: "START" | "END";
      readonly next: number;
      readonly variables?: JsonObject;
      readonly start?: string;
    }
  | { readonly t: "call.started"; readonly key: Key; readonly calledInstanceKey: Key }
  | {
      readonly t: "variable.set";
      readonly key: Key;
      readonly scope: Key;
      readonly name: string;
      readonly value: JsonValue;
    }
  | {
      readonly t: "variable.slot-set";
      readonly scope: Key;
      readonly name: string;
      readonly index: number;
      readonly value: JsonValue;
    }
  | {
      readonly t: "job.created";
      readonly key: Key;
      readonly element: Key;
      readonly type: string;
      readonly retries: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly kind: JobKind;
      readonly listener: ListenerEventType;
    }
  | { readonly t: "jobs.activated"; readonly keys: readonly Key[]; readonly worker: string; readonly deadline: number }
  | { readonly t: "jobs.returned"; readonly keys: readonly Key[] }
  /** Too large for a message: it waits for its incident. */
  | { readonly t: "job.withheld"; readonly key: Key }
  | { readonly t: "job.completed"; readonly key: Key; readonly denied?: string }
  | {
      readonly t: "job.failed";
      readonly key: Key;
      readonly retries: number;
      readonly message: string;
      readonly backoffUntil: number | null;
    }
  | {
      readonly t: "job.error-thrown";
      readonly key: Key;
      readonly code: string;
      readonly message: string;
      readonly caught: boolean;
    }
  | { readonly t: "job.retries-updated"; readonly key: Key; readonly retries: number }
  | { readonly t: "job.deadline-updated"; readonly key: Key; readonly deadline: number }
  | { readonly t: "job.timed-out"; readonly key: Key }
  | { readonly t: "job.backoff-ended"; readonly key: Key }
  | { readonly t: "job.reopened"; readonly key: Key }
  | {
      readonly t: "user-task.created";
      readonly key: Key;
      readonly element: Key;
      readonly attributes: UserTaskAttributes;
    }
  | { readonly t: "user-task.changed"; readonly key: Key; readonly patch: UserTaskPatch }
  | { readonly t: "task-transition.started"; readonly element: Key; readonly transition: TaskTransition }
  | { readonly t: "task-transition.answered"; readonly element: Key; readonly corrections: TaskTransition["changes"] }
  /** The scope is to be ended; `resume` is done when the canceling listeners inside have answered. */
  | { readonly t: "scope.ending"; readonly key: Key; readonly resume: object }
  /** Whatever waits at the task is dropped: its canceling listeners are asked. */
  | { readonly t: "user-task.canceling"; readonly element: Key; readonly transition: TaskTransition }
  | { readonly t: "task-transition.ended"; readonly element: Key }
  | { readonly t: "user-task.completed"; readonly key: Key; readonly action: string }
  | {
      readonly t: "incident.created";
      readonly key: Key;
      readonly element: Key;
      readonly errorType: IncidentErrorType;
      readonly message: string;
      readonly job: Key | null;
      readonly step: IncidentStep;
    }
  | { readonly t: "incident.resolved"; readonly key: Key }
  | {
      readonly t: "timer.created";
      readonly key: Key;
      readonly scope: Key;
      readonly target: string;
      readonly dueDate: number;
      readonly repetitions: number;
      readonly cycle: string | null;
    }
  | { readonly t: "timer.triggered"; readonly key: Key; readonly nextDueDate: number | null }
  | { readonly t: "message.published"; readonly row: MessageRow }
  | { readonly t: "message.expired"; readonly key: Key }
  | { readonly t: "message.correlated"; readonly key: Key; readonly row: CorrelatedMessageRow }
  | {
      readonly t: "subscription.opened";
      readonly key: Key;
      readonly scope: Key;
      readonly target: string;
      readonly name: string;
      readonly correlationKey: string;
      readonly interrupting: boolean;
    }
  | { readonly t: "subscription.correlated"; readonly key: Key; readonly scope: Key }
  | {
      readonly t: "signal-subscription.opened";
      readonly key: Key;
      readonly scope: Key;
      readonly target: string;
      readonly name: string;
    }
  /** A timer that starts instances of a definition. */
  | {
      readonly t: "start-timer.created";
      readonly key: Key;
      readonly definition: Key;
      readonly target: string;
      readonly dueDate: number;
      readonly repetitions: number;
      readonly cycle: string | null;
    }
  | { readonly t: "start-timer.canceled"; readonly key: Key }
  | { readonly t: "decision.evaluated"; readonly rows: readonly DecisionInstanceRow[] };

/** A new instance. What its definition and its caller say is taken from there; absent members are null or empty. */
export interface ProcessInstanceCreated {
  readonly t: "process-instance.created.v2";
  readonly key: Key;
  readonly definition: Key;
  /** The call activity, of a called instance. */
  readonly caller?: Key;
  readonly tags?: readonly string[];
  readonly businessId?: string;
  readonly startCorrelationKey?: string;
}

/** A token has come to an element. `flow` is absent when it was not by a sequence flow. */
export interface ElementEntered {
  readonly t: "element.entered";
  readonly key: Key;
  readonly scope: Key;
  readonly id: string;
  readonly name: string | null;
  readonly type: string;
  readonly flow?: string;
  readonly loopCounter?: number;
  /** The compensation throw event that this boundary event or handler serves. */
  readonly compensates?: Key;
}

/** Where an open element instance goes in a migration. */
export interface MigratedScope {
  readonly key: Key;
  readonly elementId: string;
  readonly name: string | null;
  /** Waiting events that stay: old target id to new one. */
  readonly events: Readonly<Record<string, string>>;
}

/** A definition made by a deployment. */
export type DefinitionRecord =
  | { readonly table: "process_definition"; readonly row: ProcessDefinitionRow }
  | { readonly table: "decision_requirements"; readonly row: DecisionRequirementsRow }
  | { readonly table: "decision_definition"; readonly row: DecisionDefinitionRow }
  | { readonly table: "form"; readonly row: FormRow }
  | { readonly table: "resource"; readonly row: ResourceRow };

/** What a user task starts with. */
export type UserTaskAttributes = Pick<
  UserTaskRow,
  | "assignee"
  | "candidateGroups"
  | "candidateUsers"
  | "dueDate"
  | "followUpDate"
  | "priority"
  | "externalFormReference"
  | "formKey"
  | "customHeaders"
>;

/** What commands change on a user task. */
export type UserTaskPatch = Partial<
  Pick<
    UserTaskRow,
    "assignee" | "candidateGroups" | "candidateUsers" | "dueDate" | "followUpDate" | "priority" | "state" | "action"
  >
>;

/** Name of an event. */
export type EventType = EngineEvent["t"];

/** The event of a name. */
export type EventOf<T extends EventType> = Extract<EngineEvent, { readonly t: T }>;

/** Variables by name. */
export type Variables = JsonObject;
