import type { ExecutableElement } from "../deploy/index.js";
import type { EngineEvent } from "../protocol/events.js";
import type { Actor } from "../state/actor.js";
import type { AuditEntry } from "../state/audit-rows.js";
import type { ReadState } from "../state/read.js";
import type { IncidentErrorType, IncidentStep, JsonObject, Key } from "../state/rows.js";
import type { Scope } from "../state/scope.js";

/** A follow-up command: what an event makes necessary, processed in the same batch. */
export type Step =
  /** Do the behaviour of an element that a token has entered. */
  | { readonly step: "activate"; readonly key: Key; readonly variables?: JsonObject }
  /** The behaviour is done: output mappings, then the outgoing flows. */
  | { readonly step: "complete"; readonly key: Key; readonly variables?: JsonObject }
  /** A conditional event has begun to wait: perhaps its condition holds already. */
  | { readonly step: "check-condition"; readonly scope: Key; readonly target: string }
  /** A variable has changed: conditional events in its scope and below look again. */
  | {
      readonly step: "check-conditions";
      readonly scope: Key;
      readonly variable: string;
      readonly change: "create" | "update";
    }
  /** The job of an execution listener is done. */
  | {
      readonly step: "listener-answered";
      readonly key: Key;
      readonly phase: "START" | "END";
      readonly variables: JsonObject;
    }
  /** A buffered message meets a subscription that was just opened. */
  | { readonly step: "correlate"; readonly scope: Key; readonly subscription: Key }
  | { readonly step: "broadcast"; readonly name: string; readonly tenantId: string; readonly variables: JsonObject }
  /** All canceling listeners of a user task have answered. */
  | { readonly step: "resume-ending"; readonly key: Key }
  | { readonly step: "terminate-instance"; readonly key: Key }
  /** The instance ends, after the canceling listeners inside have been asked. */
  | { readonly step: "remove-instance"; readonly key: Key }
  /** The element ends, and what is empty around it. */
  | { readonly step: "remove"; readonly key: Key }
  /** The element ends; the scope around it goes on. */
  | { readonly step: "terminate-child"; readonly key: Key }
  /** What remains in an ad-hoc sub-process ends, then it completes. */
  | { readonly step: "fulfil-ad-hoc"; readonly key: Key }
  /** Everything inside ends, the scope itself completes. */
  | { readonly step: "finish-scope"; readonly key: Key }
  | { readonly step: "trigger"; readonly scope: Key; readonly target: string; readonly variables: JsonObject }
  /** The listeners of a user task's transition are asked again, after an incident. */
  | { readonly step: "restart-transition"; readonly key: Key }
  /** The instance that held the lock has ended: start with the next buffered message. */
  | {
      readonly step: "start-by-next-message";
      readonly processDefinitionId: string;
      readonly tenantId: string;
      readonly correlationKey: string;
    };

/** Told to whoever waits, once the batch is durable. */
export interface InstanceEnded {
  readonly processInstanceKey: Key;
  readonly state: "COMPLETED" | "TERMINATED";
  /** Variables of the instance's own scope at its end. */
  readonly variables: () => JsonObject;
}

/** Why a change of a user task did not pass its listeners. */
export interface TransitionRefusal {
  readonly code: "INVALID_STATE";
  readonly reason: string;
}

/** What one command is processed with. Processors read `state` and emit; appliers write. */
export interface Processing {
  readonly state: ReadState;
  /** Epoch milliseconds; the same for the whole batch. */
  readonly now: number;
  readonly behaviours: BehaviourTable;
  /** Who has sent the command; undefined when nobody said. */
  readonly actor: Actor | undefined;
  newKey(): Key;
  /** True for keys that are older than the command. */
  madeBefore(key: Key): boolean;
  /** Entries of the audit log that are written when the command is done, unless somebody takes them before. */
  keepAudit(entries: readonly AuditEntry[]): void;
  takeAudit(): readonly AuditEntry[];
  /** Applies the event at once, so that what follows sees it. */
  emit(event: EngineEvent): void;
  later(step: Step): void;
  /** Counts that the command at work has come to an element; false when that was too often. */
  visit(scope: Scope): boolean;
  instanceEnded(ended: InstanceEnded): void;
  /** The sender of the command is answered when the transition of this user task ends. */
  answerWithTransition(userTaskKey: Key): void;
  /** A transition has passed, or was refused. */
  transitionEnded(userTaskKey: Key, refusal: TransitionRefusal | undefined): void;
}

/** What is particular to a kind of element. Each is one file of `elements/`. */
export interface Behaviour {
  /** Input mappings are done. Evaluates what it needs, lets boundary events wait, then either waits for something, or asks for completion. */
  activate(p: Processing, scope: Scope, element: ExecutableElement, variables: JsonObject | undefined): void;
  /** Before output mappings: what the element itself hands on. */
  completing?(p: Processing, scope: Scope, element: ExecutableElement): void;
  /** For scopes: a child is about to complete (still open). True: the scope is to be completed with it. */
  childCompleting?(p: Processing, scope: Scope, child: Scope): boolean;
  /** For scopes: a child has completed and its flows are taken. `finish` is the answer of childCompleting. */
  childEnded?(p: Processing, scope: Scope, finish: boolean): void;
}

/** Behaviours by element type. */
export type BehaviourTable = Readonly<Record<string, Behaviour>>;

/** Thrown when an element cannot go on; becomes an incident of that element. */
export class IncidentRaised extends Error {
  override readonly name = "IncidentRaised";

  constructor(
    readonly errorType: IncidentErrorType,
    message: string,
    /** Absent: the step that was at work. */
    readonly step?: IncidentStep,
  ) {
    super(message);
  }
}

/** The element of the model behind a scope. */
export function modelOf(p: Processing, scope: Scope): ExecutableElement {
  const { processDefinitionKey } = scope.row;
  if (scope.model !== null && scope.modelDefinition === processDefinitionKey) return scope.model;
  const executable = p.state.executable(processDefinitionKey);
  const element = scope.element === null ? executable.root : executable.elements.get(scope.elementId);
  if (element === undefined)
    throw new Error(
      `Expected element '${scope.elementId}' in process definition '${scope.row.processDefinitionKey}', but it has none`,
    );
  scope.model = element;
  scope.modelDefinition = processDefinitionKey;
  return element;
}

/** True for the instances inside a multi-instance body. */
export const isInnerInstance = (scope: Scope): boolean =>
  scope.element !== null && scope.type !== "MULTI_INSTANCE_BODY" && scope.parent?.type === "MULTI_INSTANCE_BODY";
