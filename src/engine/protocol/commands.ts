import type { AdminCommand, AdminCommandResults } from "./admin-commands.js";
import type { CreatedBatchOperation, HistoryCommand, HistoryCommandResults } from "./history-commands.js";
import type { Key, JsonObject, JsonValue } from "../state/rows.js";

/** One file of a deployment. */
export interface DeployedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Deploys files, all or none. */
export interface DeployCommand {
  readonly type: "deployment.create";
  readonly resources: readonly DeployedFile[];
  readonly tenantId?: string;
}

/** What a deployment made or found unchanged, one entry per definition. */
export interface DeployResult {
  readonly deploymentKey: Key;
  readonly tenantId: string;
  readonly deployments: readonly DeployedDefinition[];
}

/** A definition of a deployment; the members are those of the API's entries. */
export type DeployedDefinition =
  | {
      readonly kind: "processDefinition";
      readonly processDefinitionId: string;
      readonly processDefinitionVersion: number;
      readonly resourceName: string;
      readonly tenantId: string;
      readonly processDefinitionKey: Key;
    }
  | {
      readonly kind: "decisionDefinition";
      readonly decisionDefinitionId: string;
      readonly version: number;
      readonly name: string;
      readonly tenantId: string;
      readonly decisionRequirementsId: string;
      readonly decisionDefinitionKey: Key;
      readonly decisionRequirementsKey: Key;
    }
  | {
      readonly kind: "decisionRequirements";
      readonly decisionRequirementsId: string;
      readonly decisionRequirementsName: string;
      readonly version: number;
      readonly resourceName: string;
      readonly tenantId: string;
      readonly decisionRequirementsKey: Key;
    }
  | {
      readonly kind: "form";
      readonly formId: string;
      readonly version: number;
      readonly resourceName: string;
      readonly tenantId: string;
      readonly formKey: Key;
    }
  | {
      readonly kind: "resource";
      readonly resourceId: string;
      readonly resourceName: string;
      readonly version: number;
      readonly tenantId: string;
      readonly resourceKey: Key;
    };

/** Deletes one version of a definition, form or resource. */
export interface DeleteResourceCommand {
  readonly type: "resource.delete";
  readonly resourceKey: Key;
  /** Also remove the history of its instances, once none is running. */
  readonly deleteHistory?: boolean;
}

/** Starts an instance by definition key, or by process id and version (absent: latest). */
export interface CreateProcessInstanceCommand {
  readonly type: "process-instance.create";
  readonly processDefinitionKey?: Key;
  readonly processDefinitionId?: string;
  /** -1 or absent: the latest. */
  readonly processDefinitionVersion?: number;
  readonly variables?: JsonObject;
  readonly tenantId?: string;
  /** Elements to start before, instead of the none start event. */
  readonly startInstructions?: readonly { readonly elementId: string }[];
  readonly runtimeInstructions?: readonly {
    readonly type: "TERMINATE_PROCESS_INSTANCE";
    readonly afterElementId: string;
  }[];
  readonly tags?: readonly string[];
  readonly businessId?: string;
  /** Answer only when the instance has completed. */
  readonly awaitCompletion?: boolean;
  /** With awaitCompletion: names of the variables to return; empty or absent means all. */
  readonly fetchVariables?: readonly string[];
  /** With awaitCompletion: milliseconds until TIMEOUT; 0 or absent is the engine's default. */
  readonly requestTimeout?: number;
}

/** A started instance. `variables` is filled only with awaitCompletion. */
export interface CreateProcessInstanceResult {
  readonly processDefinitionId: string;
  readonly processDefinitionVersion: number;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly tenantId: string;
  readonly variables: JsonObject;
  readonly tags: readonly string[];
  readonly businessId: string | null;
}

/** Ends a root instance with everything in it. */
export interface CancelProcessInstanceCommand {
  readonly type: "process-instance.cancel";
  readonly processInstanceKey: Key;
}

/** Sets variables at a scope (`local`) or upward from it by the merge rule. */
export interface SetVariablesCommand {
  readonly type: "variables.set";
  /** An element instance or a process instance. */
  readonly elementInstanceKey: Key;
  readonly variables: JsonObject;
  readonly local?: boolean;
}

/** A worker has done its job. */
export interface CompleteJobCommand {
  readonly type: "job.complete";
  readonly jobKey: Key;
  readonly variables?: JsonObject;
  readonly result?: JobResult;
}

/** Extra result of listener and ad-hoc jobs. */
export type JobResult =
  | {
      readonly type: "userTask";
      readonly denied?: boolean;
      readonly deniedReason?: string;
      readonly corrections?: UserTaskChangeset & { readonly assignee?: string | null };
    }
  | {
      readonly type: "adHocSubProcess";
      readonly activateElements?: readonly { readonly elementId: string; readonly variables?: JsonObject }[];
      readonly isCompletionConditionFulfilled?: boolean;
      readonly isCancelRemainingInstances?: boolean;
    };

/** A worker could not do its job. Without `retries` none is left. */
export interface FailJobCommand {
  readonly type: "job.fail";
  readonly jobKey: Key;
  readonly retries?: number;
  readonly errorMessage?: string;
  /** Milliseconds until the job can be activated again. */
  readonly retryBackOff?: number;
  readonly variables?: JsonObject;
}

/** A worker throws a BPMN error. */
export interface ThrowJobErrorCommand {
  readonly type: "job.throw-error";
  readonly jobKey: Key;
  readonly errorCode: string;
  readonly errorMessage?: string;
  readonly variables?: JsonObject;
}

/** Changes retries and/or the time-out (milliseconds from now) of a job. */
export interface UpdateJobCommand {
  readonly type: "job.update";
  readonly jobKey: Key;
  readonly retries?: number;
  readonly timeout?: number;
}

/** Assigns a user task; `allowOverride: false` is a claim. */
export interface AssignUserTaskCommand {
  readonly type: "user-task.assign";
  readonly userTaskKey: Key;
  readonly assignee: string;
  readonly allowOverride?: boolean;
  readonly action?: string;
}

/** Removes the assignee of a user task. */
export interface UnassignUserTaskCommand {
  readonly type: "user-task.unassign";
  readonly userTaskKey: Key;
}

/** Attributes to change; absent or null is left alone, `""` and `[]` reset. Dates are RFC 3339 texts. */
export interface UserTaskChangeset {
  readonly dueDate?: string | null;
  readonly followUpDate?: string | null;
  readonly candidateUsers?: readonly string[] | null;
  readonly candidateGroups?: readonly string[] | null;
  readonly priority?: number | null;
}

/** Changes attributes of a user task. */
export interface UpdateUserTaskCommand {
  readonly type: "user-task.update";
  readonly userTaskKey: Key;
  readonly changeset?: UserTaskChangeset;
  readonly action?: string;
}

/** Completes a user task. */
export interface CompleteUserTaskCommand {
  readonly type: "user-task.complete";
  readonly userTaskKey: Key;
  readonly variables?: JsonObject;
  readonly action?: string;
}

/** Publishes a message: correlates it where it is waited for and keeps it for `timeToLive` milliseconds. */
export interface PublishMessageCommand {
  readonly type: "message.publish";
  readonly name: string;
  readonly correlationKey?: string;
  readonly timeToLive?: number;
  readonly messageId?: string;
  readonly variables?: JsonObject;
  readonly tenantId?: string;
}

/** A published message. */
export interface PublishMessageResult {
  readonly messageKey: Key;
  readonly tenantId: string;
}

/** Correlates a message now or is refused with NOT_FOUND. */
export interface CorrelateMessageCommand {
  readonly type: "message.correlate";
  readonly name: string;
  readonly correlationKey?: string;
  readonly variables?: JsonObject;
  readonly tenantId?: string;
}

/** A message that was correlated, and to which instance first. */
export interface CorrelateMessageResult extends PublishMessageResult {
  readonly processInstanceKey: Key;
}

/** Sends a signal to everybody who waits for it. */
export interface BroadcastSignalCommand {
  readonly type: "signal.broadcast";
  readonly signalName: string;
  readonly variables?: JsonObject;
  readonly tenantId?: string;
}

/** A sent signal. */
export interface BroadcastSignalResult {
  readonly signalKey: Key;
  readonly tenantId: string;
}

/** Does the failed step again. */
export interface ResolveIncidentCommand {
  readonly type: "incident.resolve";
  readonly incidentKey: Key;
}

/** Evaluates a decision by key, or by id (latest version). */
export interface EvaluateDecisionCommand {
  readonly type: "decision.evaluate";
  readonly decisionDefinitionKey?: Key;
  readonly decisionDefinitionId?: string;
  readonly variables?: JsonObject;
  readonly tenantId?: string;
}

/** Result of an evaluated decision; the rows of `decision_instance` hold the details of each evaluated decision. */
export interface EvaluateDecisionResult {
  readonly decisionDefinitionId: string;
  readonly decisionDefinitionKey: Key;
  readonly decisionDefinitionName: string;
  readonly decisionDefinitionVersion: number;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: Key;
  readonly decisionEvaluationKey: Key;
  /** JSON text. */
  readonly output: string;
  readonly failedDecisionDefinitionId: string | null;
  readonly failureMessage: string | null;
  readonly tenantId: string;
  /** In the order of evaluation; inputs and matched rules in the names of the API. */
  readonly evaluatedDecisions: readonly JsonObject[];
}

/** Variables of a modification: for the instance, or for the flow scope `scopeId` on the way to the element. */
export interface VariableInstruction {
  readonly variables: JsonObject;
  /** Absent or empty: the process instance. */
  readonly scopeId?: string;
}

/** Starts an element; missing scopes around it are made. */
export interface ActivateInstruction {
  readonly elementId: string;
  readonly variableInstructions?: readonly VariableInstruction[];
  /** The scope instance to start in, needed where there are several; absent or "-1": the only one. */
  readonly ancestorElementInstanceKey?: Key;
}

/** Ends one element instance, or all of an element. */
export type TerminateInstruction = { readonly elementInstanceKey: Key } | { readonly elementId: string };

/** Ends the instances of the source and starts the target once for each. */
export interface MoveInstruction {
  readonly source: { readonly elementId?: string; readonly elementInstanceKey?: Key };
  readonly targetElementId: string;
  /** Where the target is started: absent as by ActivateInstruction, in the scope of the source, or in the given instance. */
  readonly ancestor?: "source-parent" | { readonly elementInstanceKey: Key };
  readonly variableInstructions?: readonly VariableInstruction[];
}

/** Asks the conditional start events of processes whether they begin an instance. */
export interface EvaluateConditionalsCommand {
  readonly type: "conditionals.evaluate";
  readonly variables: JsonObject;
  readonly tenantId?: string;
  /** Only this definition; absent: the latest version of every process. */
  readonly processDefinitionKey?: Key;
}

/** An instance that a conditional start event began. */
export interface StartedByCondition {
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
}

/** Answer to EvaluateConditionalsCommand. */
export interface EvaluateConditionalsResult {
  readonly conditionalEvaluationKey: Key;
  readonly tenantId: string;
  readonly processInstances: readonly StartedByCondition[];
}

/** Begins activities of an active ad-hoc sub-process. */
export interface ActivateAdHocCommand {
  readonly type: "ad-hoc.activate";
  /** The ad-hoc sub-process. */
  readonly elementInstanceKey: Key;
  readonly elements: readonly { readonly elementId: string; readonly variables?: JsonObject }[];
  /** Ends first what is active inside. */
  readonly cancelRemainingInstances?: boolean;
}

/** Changes a running instance: starts and ends elements in one step. */
export interface ModifyProcessInstanceCommand {
  readonly type: "process-instance.modify";
  readonly processInstanceKey: Key;
  readonly activateInstructions?: readonly ActivateInstruction[];
  readonly moveInstructions?: readonly MoveInstruction[];
  readonly terminateInstructions?: readonly TerminateInstruction[];
}

/** Takes a running instance to another definition; every active element needs a mapping. */
export interface MigrateProcessInstanceCommand {
  readonly type: "process-instance.migrate";
  readonly processInstanceKey: Key;
  readonly targetProcessDefinitionKey: Key;
  readonly mappingInstructions: readonly { readonly sourceElementId: string; readonly targetElementId: string }[];
}

/** Hands out jobs of a type; used through `Engine.activateJobs`. */
export interface ActivateJobsCommand {
  readonly type: "job.activate";
  readonly jobType: string;
  readonly worker: string;
  /** Milliseconds for which nobody else gets the jobs. */
  readonly timeout: number;
  readonly maxJobs: number;
  /** Empty or absent: all visible variables. */
  readonly fetchVariables?: readonly string[];
  /** Only jobs of these processes; absent: of all. */
  readonly processDefinitionIds?: readonly string[];
}

/** A job handed out, in the names of the API. */
export interface ActivatedJob {
  readonly jobKey: Key;
  readonly type: string;
  readonly processDefinitionId: string;
  readonly processDefinitionVersion: number;
  readonly processDefinitionKey: Key;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  readonly processInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly worker: string;
  readonly retries: number;
  /** Epoch milliseconds. */
  readonly deadline: number;
  readonly variables: JsonObject;
  readonly tenantId: string;
  readonly kind: string;
  readonly listenerEventType: string;
  /** Of task listener jobs; null otherwise. */
  readonly userTask: JsonObject | null;
  readonly tags: readonly string[];
}

/** Every command from outside, with the type of its result. */
export interface CommandResults extends AdminCommandResults, HistoryCommandResults {
  "deployment.create": DeployResult;
  "resource.delete": { readonly resourceKey: Key; readonly batchOperation: CreatedBatchOperation | null };
  "process-instance.create": CreateProcessInstanceResult;
  "process-instance.cancel": null;
  "process-instance.modify": null;
  "process-instance.migrate": null;
  "ad-hoc.activate": null;
  "conditionals.evaluate": EvaluateConditionalsResult;
  "variables.set": null;
  "job.activate": readonly ActivatedJob[];
  "job.complete": null;
  "job.fail": null;
  "job.throw-error": null;
  "job.update": null;
  "user-task.assign": null;
  "user-task.unassign": null;
  "user-task.update": null;
  "user-task.complete": null;
  "message.publish": PublishMessageResult;
  "message.correlate": CorrelateMessageResult;
  "signal.broadcast": BroadcastSignalResult;
  "incident.resolve": null;
  "decision.evaluate": EvaluateDecisionResult;
}

/** A command from outside. */
export type Command =
  | DeployCommand
  | DeleteResourceCommand
  | CreateProcessInstanceCommand
  | CancelProcessInstanceCommand
  | ModifyProcessInstanceCommand
  | MigrateProcessInstanceCommand
  | ActivateAdHocCommand
  | EvaluateConditionalsCommand
  | SetVariablesCommand
  | ActivateJobsCommand
  | CompleteJobCommand
  | FailJobCommand
  | ThrowJobErrorCommand
  | UpdateJobCommand
  | AssignUserTaskCommand
  | UnassignUserTaskCommand
  | UpdateUserTaskCommand
  | CompleteUserTaskCommand
  | PublishMessageCommand
  | CorrelateMessageCommand
  | BroadcastSignalCommand
  | ResolveIncidentCommand
  | EvaluateDecisionCommand
  | AdminCommand
  | HistoryCommand;

/** Type name of a command. */
export type CommandType = Command["type"];

/** Result of a FEEL evaluation without an instance. */
export interface ExpressionResult {
  readonly result: JsonValue;
  readonly warnings: readonly string[];
}
