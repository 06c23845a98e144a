import type { Expression } from "../feel/expression.js";

/** Type of an element instance, in the words of the public API. */
export type ElementType =
  | "PROCESS"
  | "SUB_PROCESS"
  | "EVENT_SUB_PROCESS"
  | "AD_HOC_SUB_PROCESS"
  | "AD_HOC_SUB_PROCESS_INNER_INSTANCE"
  | "MULTI_INSTANCE_BODY"
  | "CALL_ACTIVITY"
  | "TASK"
  | "SERVICE_TASK"
  | "SEND_TASK"
  | "SCRIPT_TASK"
  | "BUSINESS_RULE_TASK"
  | "USER_TASK"
  | "RECEIVE_TASK"
  | "MANUAL_TASK"
  | "START_EVENT"
  | "INTERMEDIATE_CATCH_EVENT"
  | "INTERMEDIATE_THROW_EVENT"
  | "BOUNDARY_EVENT"
  | "END_EVENT"
  | "EXCLUSIVE_GATEWAY"
  | "PARALLEL_GATEWAY"
  | "INCLUSIVE_GATEWAY"
  | "EVENT_BASED_GATEWAY";

/** What an element can be; the body of a multi-instance activity gets its own type at run time. */
export type FlowNodeType = Exclude<ElementType, "MULTI_INSTANCE_BODY">;

/** One executable process of a diagram, every expression parsed. Never stored: definitions are compiled again from their XML. */
export interface ExecutableProcess {
  readonly processId: string;
  readonly name: string | null;
  readonly versionTag: string | null;
  /** The process itself as the outermost scope; its id is `processId`. */
  readonly root: ExecutableElement;
  /** Every flow node by id, the process included, sub-processes at any depth; for each ad-hoc sub-process its inner instance too. */
  readonly elements: ReadonlyMap<string, ExecutableElement>;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  /** Whether a change of a variable can make something happen (conditional events). */
  readonly hasConditions: boolean;
  /** Form of the none start event, for start forms. */
  readonly startForm: FormReference | null;
  /** Embedded forms of the process (deprecated) by id. */
  readonly embeddedForms: ReadonlyMap<string, string>;
}

/** A flow node, or the process itself. Objects of one process refer to each other directly. */
export interface ExecutableElement {
  readonly id: string;
  readonly name: string | null;
  readonly type: FlowNodeType;
  /** Enclosing scope; null for the process. */
  readonly parent: ExecutableElement | null;
  /** Position in the document, from 0. */
  readonly order: number;
  /** In the order of the `sequenceFlow` elements of the document. */
  readonly incoming: readonly SequenceFlow[];
  /** In the order of the `sequenceFlow` elements of the document. A gateway looks from the last to the first. */
  readonly outgoing: readonly SequenceFlow[];
  readonly defaultFlow: SequenceFlow | null;
  /** Events, receive tasks (message). `none` for a plain event, null for everything that is no event. */
  readonly event: EventDefinition | null;
  /** Boundary events and start events of event sub-processes; true elsewhere. */
  readonly interrupting: boolean;
  /** Host of a boundary event. */
  readonly attachedTo: ExecutableElement | null;
  /** Events attached to this activity, in document order; those of kind compensation too. */
  readonly boundaryEvents: readonly ExecutableElement[];
  /** Handler of a compensation boundary event. */
  readonly compensationHandler: ExecutableElement | null;
  /** Runs only as a compensation handler. */
  readonly isForCompensation: boolean;
  /** What is inside, when this is a scope. */
  readonly scope: ScopeContent | null;
  readonly inputMappings: readonly VariableMapping[];
  readonly outputMappings: readonly VariableMapping[];
  /** Elements that wait for a job worker: service, send and job-based tasks, message throw and end events, ad-hoc with a worker. */
  readonly job: JobDefinition | null;
  readonly userTask: UserTaskDefinition | null;
  readonly script: ScriptDefinition | null;
  readonly calledDecision: CalledDecision | null;
  readonly calledElement: CalledElement | null;
  readonly multiInstance: MultiInstance | null;
  readonly adHoc: AdHocDefinition | null;
  readonly startListeners: readonly ListenerDefinition[];
  readonly endListeners: readonly ListenerDefinition[];
  readonly taskListeners: readonly TaskListenerDefinition[];
  readonly linkedResources: readonly LinkedResource[];
  /** `zeebe:properties`, kept for tools. */
  readonly properties: readonly NameValue[];
  /** Inclusive joins only: from where a token can still arrive. */
  readonly join: InclusiveJoin | null;
}

/** What a process, sub-process, event sub-process or ad-hoc sub-process contains. */
export interface ScopeContent {
  /** Direct children in document order, boundary events included. */
  readonly elements: readonly ExecutableElement[];
  readonly flows: readonly SequenceFlow[];
  /** All start events that stand directly in the scope, in document order. */
  readonly startEvents: readonly ExecutableElement[];
  /** Where a plain start begins; null when the process starts by events only. For an event sub-process its one start event. */
  readonly noneStartEvent: ExecutableElement | null;
  readonly eventSubProcesses: readonly EventSubProcess[];
  /** Catch events of links by name. */
  readonly linkCatches: ReadonlyMap<string, ExecutableElement>;
}

/** An event sub-process with the start event that triggers it. `startEvent.interrupting` says what happens to its scope. */
export interface EventSubProcess {
  readonly element: ExecutableElement;
  readonly startEvent: ExecutableElement;
}

/** A sequence flow. */
export interface SequenceFlow {
  readonly id: string;
  readonly source: ExecutableElement;
  readonly target: ExecutableElement;
  /** Of flows out of exclusive and inclusive gateways. */
  readonly condition: Expression | null;
  /** Position among the sequence flows of the document, from 0. */
  readonly order: number;
}

/** What makes an event happen, or what it does. */
export type EventDefinition =
  | { readonly kind: "none" }
  | MessageEvent
  | TimerEvent
  | ErrorEvent
  | SignalEvent
  | EscalationEvent
  | { readonly kind: "link"; readonly name: string }
  | ConditionalEvent
  | { readonly kind: "terminate" }
  | CompensationEvent;

/** Message catch events wait for it; throw and end events are jobs (`job` is set) and have no correlation key. */
export interface MessageEvent {
  readonly kind: "message";
  readonly name: Expression;
  /** null for start events of a process. */
  readonly correlationKey: Expression | null;
}

/** A timer; the text is evaluated when the event is armed. */
export interface TimerEvent {
  readonly kind: "timer";
  readonly timer: "duration" | "date" | "cycle";
  readonly expression: Expression;
}

/** An error. Catch events have a constant code or none (catches all); throw events may compute it. */
export interface ErrorEvent {
  readonly kind: "error";
  /** null on a catch event: every error. */
  readonly code: Expression | null;
}

/** A signal, thrown or caught. */
export interface SignalEvent {
  readonly kind: "signal";
  readonly name: Expression;
}

/** An escalation. Catch events have a constant code or none (catches all); throw events may compute it. */
export interface EscalationEvent {
  readonly kind: "escalation";
  /** null on a catch event: every escalation. */
  readonly code: Expression | null;
}

/** A conditional event. */
export interface ConditionalEvent {
  readonly kind: "conditional";
  readonly condition: Expression;
  /** Only changes of these variables are looked at; null for all. */
  readonly variableNames: readonly string[] | null;
  /** Only these changes are looked at; null for all. */
  readonly variableEvents: readonly ("create" | "update")[] | null;
}

/** A compensation throw or end event, or a compensation boundary event. */
export interface CompensationEvent {
  readonly kind: "compensation";
  /** The one activity to compensate; null for all of the scope. */
  readonly activityRef: string | null;
}

/** An input or output mapping. `target` "a.b" has the path ["a", "b"]. */
export interface VariableMapping {
  readonly source: Expression;
  readonly target: string;
  readonly path: readonly string[];
}

/** What a job worker gets to do. */
export interface JobDefinition {
  readonly type: Expression;
  readonly retries: Expression;
  /** Constant headers of the model; those with an empty value are left out. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Which deployed version a reference means. */
export interface Binding {
  readonly type: "latest" | "deployment" | "versionTag";
  /** Set exactly for `versionTag`. */
  readonly versionTag: string | null;
}

/** A user task. */
export interface UserTaskDefinition {
  /** `camunda`: kept by the engine. `job`: the old kind, a job of type `io.camunda.zeebe:userTask` (`job` of the element is set too). */
  readonly implementation: "camunda" | "job";
  readonly assignee: Expression | null;
  /** FEEL giving a list of texts, or a constant text with commas already split (`staticCandidateGroups`). */
  readonly candidateGroups: CandidateList | null;
  readonly candidateUsers: CandidateList | null;
  readonly dueDate: Expression | null;
  readonly followUpDate: Expression | null;
  /** null: 50. */
  readonly priority: Expression | null;
  readonly form: FormReference | null;
  /** `zeebe:taskHeaders`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Candidates: constants, or FEEL giving a list of texts. */
export type CandidateList =
  | { readonly kind: "constant"; readonly values: readonly string[] }
  | { readonly kind: "expression"; readonly expression: Expression };

/** A form of a user task or start event. */
export type FormReference =
  | { readonly kind: "formId"; readonly formId: Expression; readonly binding: Binding }
  | { readonly kind: "external"; readonly reference: Expression }
  /** `formKey` attribute: an embedded form or, on job-based tasks, any text. */
  | { readonly kind: "formKey"; readonly formKey: Expression };

/** A FEEL script. */
export interface ScriptDefinition {
  readonly expression: Expression;
  readonly resultVariable: string;
}

/** A decision called by a business rule task. */
export interface CalledDecision {
  readonly decisionId: Expression;
  readonly resultVariable: string;
  readonly binding: Binding;
}

/** A process called by a call activity. */
export interface CalledElement {
  readonly processId: Expression;
  readonly binding: Binding;
  readonly propagateAllParentVariables: boolean;
  readonly propagateAllChildVariables: boolean;
}

/** Multi-instance marker. */
export interface MultiInstance {
  readonly sequential: boolean;
  readonly inputCollection: Expression;
  readonly inputElement: string | null;
  readonly outputCollection: string | null;
  readonly outputElement: Expression | null;
  /** The name, when the output element is a plain variable: each instance then gets a local null of that name. */
  readonly outputElementVariable: string | null;
  readonly completionCondition: Expression | null;
}

/** Ad-hoc sub-process. Its activities are those of the scope that have no incoming flow and are no boundary events or event sub-processes. */
export interface AdHocDefinition {
  readonly activeElementsCollection: Expression | null;
  readonly completionCondition: Expression | null;
  readonly cancelRemainingInstances: boolean;
  readonly outputCollection: string | null;
  readonly outputElement: Expression | null;
  /** Elements that may be activated, in document order. */
  readonly activities: readonly ExecutableElement[];
}

/** An execution listener: a job before or after the behaviour of the element. */
export interface ListenerDefinition {
  readonly type: Expression;
  readonly retries: Expression;
}

/** When a user task listener is asked. */
export type TaskListenerEvent = "creating" | "assigning" | "updating" | "completing" | "canceling";

/** A user task listener. */
export interface TaskListenerDefinition extends ListenerDefinition {
  readonly event: TaskListenerEvent;
}

/** A resource that a job worker gets named in the header `linkedResources`. */
export interface LinkedResource {
  readonly resourceId: string;
  readonly resourceType: string;
  readonly linkName: string;
  readonly binding: Binding;
}

/** A name with a value. */
export interface NameValue {
  readonly name: string;
  readonly value: string;
}

/** Reachability of an inclusive join. */
export interface InclusiveJoin {
  /**
   * For each incoming flow the ids of the elements (of the same scope) from which a token can arrive by that flow without passing the join,
   * along flows, boundary events and links. A token counts for a flow only while that flow has not brought one.
   */
  readonly upstream: ReadonlyMap<SequenceFlow, ReadonlySet<string>>;
}
