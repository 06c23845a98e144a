/**
 * One flat row type per kind of record. The rows are both the engine's state and the tables that queries read:
 * a finished row stays as history, and `open` says whether the engine still works with it (ADR engine/0001).
 *
 * Names follow the results of the Orchestration Cluster REST API v2 where there is such a result. Times are epoch
 * milliseconds (UTC). Columns that only the engine reads come last in each type.
 */

/** A decimal number of up to 19 digits as text; keys made here start at 2^51 and grow. */
export type Key = string;

/** What a JSON document can hold. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** An object whose members are JSON. */
export type JsonObject = { readonly [name: string]: JsonValue };

/** A deployment request that created something. */
export interface DeploymentRow {
  readonly deploymentKey: Key;
  readonly tenantId: string;
  readonly deployedAt: number;
}

/** Where an instance can be started by an event; kept with the definition so that no XML is parsed to correlate. */
export interface StartEventRecord {
  readonly elementId: string;
  readonly kind: "message" | "signal" | "timer" | "conditional";
  /** Name of the message or signal. */
  readonly name: string | null;
}

/** One version of a process. */
export interface ProcessDefinitionRow {
  processDefinitionKey: Key;
  processDefinitionId: string;
  name: string | null;
  version: number;
  versionTag: string | null;
  resourceName: string;
  tenantId: string;
  hasStartForm: boolean;
  state: "ACTIVE" | "DELETED";
  isLatestVersion: boolean;
  deploymentKey: Key;
  /** SHA-256 of the resource, in hexadecimal digits. */
  checksum: string;
  xml: string;
  startEvents: readonly StartEventRecord[];
}

/** One version of a DMN file. */
export interface DecisionRequirementsRow {
  decisionRequirementsKey: Key;
  decisionRequirementsId: string;
  decisionRequirementsName: string;
  version: number;
  resourceName: string;
  tenantId: string;
  state: "ACTIVE" | "DELETED";
  isLatestVersion: boolean;
  deploymentKey: Key;
  checksum: string;
  xml: string;
}

/** One version of a decision. */
export interface DecisionDefinitionRow {
  decisionDefinitionKey: Key;
  decisionDefinitionId: string;
  name: string;
  version: number;
  versionTag: string | null;
  decisionRequirementsId: string;
  decisionRequirementsKey: Key;
  decisionRequirementsName: string;
  decisionRequirementsVersion: number;
  tenantId: string;
  state: "ACTIVE" | "DELETED";
  isLatestVersion: boolean;
  deploymentKey: Key;
}

/** One version of a form. `schema` is the JSON text as it was deployed. */
export interface FormRow {
  formKey: Key;
  formId: string;
  version: number;
  versionTag: string | null;
  resourceName: string;
  tenantId: string;
  state: "ACTIVE" | "DELETED";
  isLatestVersion: boolean;
  deploymentKey: Key;
  checksum: string;
  schema: string;
}

/** One version of a resource that is neither process, decision nor form. */
export interface ResourceRow {
  resourceKey: Key;
  resourceId: string;
  version: number;
  versionTag: string | null;
  resourceName: string;
  tenantId: string;
  state: "ACTIVE" | "DELETED";
  isLatestVersion: boolean;
  deploymentKey: Key;
  checksum: string;
  content: string;
}

/** State of a process or element instance as queries show it. */
export type InstanceState = "ACTIVE" | "COMPLETED" | "TERMINATED";

/**
 * What every scope of elements keeps: the process instance itself and each element instance.
 */
export interface ScopeColumns {
  state: InstanceState;
  /** True from entering until the end; a closed row is history only. */
  open: boolean;
  /** Open element instances (and called instances) directly inside. */
  activeChildren: number;
  /** Tokens on sequence flows directly inside, those that wait at a join included. */
  activeFlows: number;
  /** Engine-only state of the rarer element kinds. */
  runtime: ScopeRuntime | null;
}

/** Engine-only state of a scope; each part is there only when the scope needs it. */
export interface ScopeRuntime {
  /** Tokens waiting per joining gateway and incoming flow. */
  readonly joins?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Progress of a multi-instance body. */
  readonly multiInstance?: MultiInstanceRuntime;
  /** 1-based number of this instance in its multi-instance body. */
  readonly loopCounter?: number;
  /** Set while everything inside is being ended because of an event; the event goes on when nothing is left. */
  readonly interruptedBy?: PendingEvent;
  /** Event that has occurred at this element while it could not go on (buffered until an incident is resolved). */
  readonly triggered?: PendingEvent;
  /** Open event sub-process instances have been armed already (start event left). */
  readonly armed?: boolean;
  /** The scope ends as soon as it is empty, whatever waits at joins. */
  readonly ending?: "COMPLETED" | "TERMINATED";
  /** Child process instance of a call activity. */
  readonly calledInstanceKey?: Key;
  /** Elements after whose completion the instance is terminated (runtime instructions of a creation). */
  readonly terminateAfter?: readonly string[];
  /** Of an ad-hoc sub-process: it completes when nothing is active in it. */
  readonly adHocFulfilled?: boolean;
  /** Conditional events that wait here. */
  readonly conditions?: readonly string[];
  /** Execution listeners that are being asked. */
  readonly listeners?: ListenerRuntime;
  /** Completed activities that have a compensation handler, in the order of completion. */
  readonly compensable?: readonly Compensable[];
  /** Compensation handlers that a throw event waits for. */
  readonly compensating?: number;
  /** The throw event on whose behalf this handler runs. */
  readonly compensates?: Key;
  /** Step that goes on when the canceling listeners inside have answered. */
  readonly resume?: JsonObject;
  /** Change of a user task that waits for listeners. */
  readonly task?: TaskTransition;
}

/** A listener of the cluster that a transition asks. */
export interface GlobalListener {
  /** Type of its job. */
  readonly type: string;
  readonly retries: number;
}

/** Listeners of the cluster around those of the model, each in the order in which they are asked. */
export interface GlobalListeners {
  readonly before: readonly GlobalListener[];
  readonly after: readonly GlobalListener[];
}

/** A change of a user task on its way through the listeners of the model. */
export interface TaskTransition {
  readonly event: "creating" | "assigning" | "updating" | "completing" | "canceling";
  /** Attributes that the task gets when everybody has let it pass, corrections included. */
  readonly changes: Partial<
    Pick<UserTaskRow, "assignee" | "candidateGroups" | "candidateUsers" | "dueDate" | "followUpDate" | "priority">
  >;
  /** Names of what changes; `variables` for variables. */
  readonly changed: readonly string[];
  readonly action: string;
  /** Variables of the completion or the update. */
  readonly variables?: JsonObject;
  /** Of an update of variables: at the task only. */
  readonly isLocal?: boolean;
  /** Of a creation: the assignee of the model, assigned by a transition of its own. */
  readonly assigneeAfter?: string;
  /** Listeners of the cluster, as they were when the transition began; absent: none. */
  readonly globals?: GlobalListeners;
  /** Position of the listener that comes next. */
  readonly next: number;
  /** A listener has corrected something. */
  readonly corrected: boolean;
  /** Entries of the audit log that are written when all listeners have answered. */
  readonly audit?: readonly JsonObject[];
}

/** A completed activity that can be compensated, once for each completion. */
export interface Compensable {
  readonly elementId: string;
  /** Ids of the completed sub-processes it was in, innermost first. */
  readonly within: readonly string[];
}

/** How far the execution listeners of an element are. */
export interface ListenerRuntime {
  readonly phase: "START" | "END";
  /** Position of the listener that comes next. */
  readonly next: number;
  /** Payload of the event that led to the element, kept until its behaviour begins. */
  readonly variables?: JsonObject;
  /** Of a process: the start event that is entered afterwards. */
  readonly start?: string;
}

/** Progress of a multi-instance body. */
export interface MultiInstanceRuntime {
  readonly total: number;
  readonly completed: number;
  readonly terminated: number;
  /** The input collection, where the instances are started one after another. */
  readonly items?: readonly JsonValue[];
}

/** An event that was triggered at a scope and is to be entered there. */
export interface PendingEvent {
  /** Boundary event, start event of an event sub-process, or the catching element itself. */
  readonly elementId: string;
  readonly variables: JsonObject;
}

/** A process instance, and the scope of its variables. */
export interface ProcessInstanceRow extends ScopeColumns {
  readonly processInstanceKey: Key;
  processDefinitionKey: Key;
  processDefinitionId: string;
  processDefinitionName: string | null;
  processDefinitionVersion: number;
  processDefinitionVersionTag: string | null;
  startDate: number;
  endDate: number | null;
  /** True while this instance or a called one has an open incident. */
  hasIncident: boolean;
  tenantId: string;
  parentProcessInstanceKey: Key | null;
  parentElementInstanceKey: Key | null;
  readonly rootProcessInstanceKey: Key;
  tags: readonly string[];
  businessId: string | null;
  /** Open incidents of this instance and of called ones. */
  incidentCount: number;
  /** Ids of the sequence flows that were taken at least once, in the order of the first time. */
  takenFlows: readonly string[];
  /** Correlation key of the message that started the instance: it locks (process id, key) while it is open. */
  startCorrelationKey: string | null;
}

/** An element instance, as `POST /element-instances/search` shows it. */
export interface ElementInstanceRow extends ScopeColumns {
  readonly elementInstanceKey: Key;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  processDefinitionKey: Key;
  processDefinitionId: string;
  elementId: string;
  elementName: string | null;
  /** Element type as the API writes it, such as SERVICE_TASK. */
  type: string;
  startDate: number;
  endDate: number | null;
  hasIncident: boolean;
  incidentKey: Key | null;
  tenantId: string;
  /** The scope around it: an element instance or the process instance. */
  readonly scopeKey: Key;
}

/** Whether a job can be handed out. */
export type JobAvailability = "ACTIVATABLE" | "ACTIVATED" | "BACKOFF" | "INCIDENT" | "ENDED";

/** State of a job as queries show it. */
export type JobState =
  "CREATED" | "COMPLETED" | "FAILED" | "RETRIES_UPDATED" | "TIMED_OUT" | "CANCELED" | "ERROR_THROWN" | "MIGRATED";

/** What kind of work a job stands for. */
export type JobKind = "BPMN_ELEMENT" | "EXECUTION_LISTENER" | "TASK_LISTENER" | "AD_HOC_SUB_PROCESS";

/** When a listener job runs. */
export type ListenerEventType =
  "UNSPECIFIED" | "START" | "END" | "CREATING" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "CANCELING";

/** A job, as `POST /jobs/search` shows it. */
export interface JobRow {
  readonly jobKey: Key;
  type: string;
  worker: string;
  state: JobState;
  kind: JobKind;
  listenerEventType: ListenerEventType;
  retries: number;
  isDenied: boolean | null;
  deniedReason: string | null;
  hasFailedWithRetriesLeft: boolean;
  errorCode: string | null;
  errorMessage: string | null;
  customHeaders: Readonly<Record<string, string>>;
  /** End of the current activation. */
  deadline: number | null;
  endTime: number | null;
  creationTime: number;
  lastUpdateTime: number;
  elementId: string;
  readonly elementInstanceKey: Key;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  processDefinitionId: string;
  processDefinitionKey: Key;
  processDefinitionVersion: number;
  tenantId: string;
  tags: readonly string[];
  open: boolean;
  availability: JobAvailability;
  /** When the engine has to look again: the deadline of an activation or the end of a back-off. */
  dueAt: number | null;
}

/** State of a user task as queries show it. */
export type UserTaskState =
  "CREATING" | "CREATED" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED";

/** A user task, as `POST /user-tasks/search` shows it. */
export interface UserTaskRow {
  readonly userTaskKey: Key;
  name: string | null;
  state: UserTaskState;
  assignee: string | null;
  elementId: string;
  readonly elementInstanceKey: Key;
  candidateGroups: readonly string[];
  candidateUsers: readonly string[];
  processDefinitionId: string;
  processDefinitionKey: Key;
  processDefinitionVersion: number;
  processName: string | null;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  creationDate: number;
  completionDate: number | null;
  followUpDate: number | null;
  dueDate: number | null;
  tenantId: string;
  externalFormReference: string | null;
  customHeaders: Readonly<Record<string, string>>;
  priority: number;
  formKey: Key | null;
  tags: readonly string[];
  open: boolean;
  /** The action of the last command, for listeners. */
  action: string;
}

/** A variable at one scope. The column holds the value as JSON text. */
export interface VariableRow {
  readonly variableKey: Key;
  readonly name: string;
  value: JsonValue;
  /** A process instance or element instance. */
  readonly scopeKey: Key;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  processDefinitionId: string;
  tenantId: string;
}

/** Names of the API's incident error types that the engine raises. */
export type IncidentErrorType =
  | "AD_HOC_SUB_PROCESS_NO_RETRIES"
  | "CALLED_DECISION_ERROR"
  | "CALLED_ELEMENT_ERROR"
  | "CONDITION_ERROR"
  | "DECISION_EVALUATION_ERROR"
  | "EXECUTION_LISTENER_NO_RETRIES"
  | "EXTRACT_VALUE_ERROR"
  | "FORM_NOT_FOUND"
  | "IO_MAPPING_ERROR"
  | "JOB_NO_RETRIES"
  | "MESSAGE_SIZE_EXCEEDED"
  | "RESOURCE_NOT_FOUND"
  | "TASK_LISTENER_NO_RETRIES"
  | "UNHANDLED_ERROR_EVENT"
  | "UNKNOWN";

/** Which step of the element is done again when the incident is resolved. */
export type IncidentStep = "activate" | "complete" | "job" | "throw" | "task-listener";

/** An incident, as `POST /incidents/search` shows it. */
export interface IncidentRow {
  readonly incidentKey: Key;
  processDefinitionId: string;
  processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  elementId: string;
  readonly elementInstanceKey: Key;
  jobKey: Key | null;
  errorType: IncidentErrorType;
  errorMessage: string;
  creationTime: number;
  state: "ACTIVE" | "RESOLVED";
  tenantId: string;
  open: boolean;
  step: IncidentStep;
}

/** A timer of a catch event, a boundary event, an event sub-process or a start event. */
export interface TimerRow {
  readonly timerKey: Key;
  /** The element instance or process instance that waits; null for a timer that starts instances. */
  readonly elementInstanceKey: Key | null;
  readonly processInstanceKey: Key | null;
  readonly rootProcessInstanceKey: Key | null;
  readonly processDefinitionKey: Key;
  /** The event that occurs. */
  readonly targetElementId: string;
  dueDate: number;
  /** Repetitions left after this one; -1 is without end. */
  repetitions: number;
  /** ISO 8601 duration or cron expression of a cycle; null when the timer fires once. */
  readonly cycle: string | null;
  open: boolean;
  /** `dueDate` while open, null afterwards. */
  dueAt: number | null;
}

/** A published message. */
export interface MessageRow {
  readonly messageKey: Key;
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string;
  readonly timeToLive: number;
  readonly variables: JsonObject;
  readonly tenantId: string;
  readonly publishedAt: number;
  /** Process ids that have got it already: a message correlates once per process. */
  correlatedTo: readonly string[];
  /** True while buffered. */
  open: boolean;
  /** End of the buffering while open, null afterwards. */
  dueAt: number | null;
}

/** A waiting catch event, as `POST /message-subscriptions/search` shows it. */
export interface MessageSubscriptionRow {
  readonly messageSubscriptionKey: Key;
  processDefinitionId: string;
  processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  /** The event that occurs: the catching element, a boundary event or the start event of an event sub-process. */
  elementId: string;
  /** The element instance (or process instance) that waits. */
  readonly elementInstanceKey: Key;
  messageSubscriptionState: "CREATED" | "CORRELATED" | "DELETED" | "MIGRATED";
  lastUpdatedDate: number;
  readonly messageName: string;
  readonly correlationKey: string;
  tenantId: string;
  interrupting: boolean;
  open: boolean;
}

/** One correlation, as `POST /correlated-message-subscriptions/search` shows it. */
export interface CorrelatedMessageRow {
  /** Made by the engine: (message, subscription) is not unique for start events. */
  readonly correlationRecordKey: Key;
  readonly correlationKey: string | null;
  readonly correlationTime: number;
  readonly elementId: string;
  readonly elementInstanceKey: Key | null;
  readonly messageKey: Key;
  readonly messageName: string;
  readonly partitionId: number;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  readonly subscriptionKey: Key;
  readonly tenantId: string;
}

/** A waiting signal catch event. */
export interface SignalSubscriptionRow {
  readonly signalSubscriptionKey: Key;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  readonly signalName: string;
  readonly tenantId: string;
  open: boolean;
}

/** One evaluated decision, as `POST /decision-instances/search` shows it. */
export interface DecisionInstanceRow {
  /** `<decisionEvaluationKey>-<index from 1>`. */
  readonly decisionEvaluationInstanceKey: string;
  readonly decisionEvaluationKey: Key;
  readonly state: "EVALUATED" | "FAILED";
  readonly evaluationDate: number;
  readonly evaluationFailure: string | null;
  readonly decisionDefinitionId: string;
  readonly decisionDefinitionKey: Key;
  readonly decisionDefinitionName: string;
  readonly decisionDefinitionVersion: number;
  readonly decisionDefinitionType: "DECISION_TABLE" | "LITERAL_EXPRESSION" | "UNSPECIFIED" | "UNKNOWN";
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: Key;
  readonly rootDecisionDefinitionKey: Key;
  readonly processDefinitionKey: Key | null;
  readonly processInstanceKey: Key | null;
  readonly rootProcessInstanceKey: Key | null;
  readonly elementInstanceKey: Key | null;
  readonly tenantId: string;
  /** Output as JSON text. */
  readonly result: string;
  readonly evaluatedInputs: readonly JsonObject[];
  readonly matchedRules: readonly JsonObject[];
}
