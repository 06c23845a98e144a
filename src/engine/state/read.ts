import type { ExecutableProcess } from "../deploy/index.js";
import type { AdminRecords } from "./admin-directory.js";
import type { BatchOperationItemRow, BatchOperationRow } from "./batch-rows.js";
import type { DeletableHistory } from "./history-memory.js";
import type { HistoryOwner } from "./history-tables.js";
import type { DecisionRequirements } from "../dmn/index.js";
import type {
  DecisionDefinitionRow,
  DecisionRequirementsRow,
  FormRow,
  IncidentRow,
  JobRow,
  Key,
  MessageRow,
  ProcessDefinitionRow,
  ResourceRow,
  TimerRow,
  UserTaskRow,
} from "./rows.js";
import type { Scope } from "./scope.js";

/** A waiting catch event as correlation needs it. */
export interface WaitingSubscription {
  readonly key: Key;
  /** The scope that waits. */
  readonly scopeKey: Key;
  readonly rootProcessInstanceKey: Key;
  readonly processDefinitionId: string;
}

/** A waiting signal catch event. */
export interface WaitingSignal {
  readonly key: Key;
  readonly scopeKey: Key;
  readonly rootProcessInstanceKey: Key;
}

/** Buffered messages and waiting subscriptions of one (tenant, name, correlation key), each oldest first. */
export interface MessageGroup {
  readonly messages: ReadonlyMap<Key, MessageRow>;
  readonly subscriptions: ReadonlyMap<Key, WaitingSubscription>;
}

/** Versions of one kind of definition. */
export interface Versions<Row> {
  get(key: Key): Row | undefined;
  /** The highest version that is not deleted. */
  latest(tenantId: string, id: string): Row | undefined;
  version(tenantId: string, id: string, version: number): Row | undefined;
  /** Newest version with the tag that is not deleted. */
  tagged(tenantId: string, id: string, tag: string): Row | undefined;
  /** The version that came with a deployment. */
  deployedWith(deploymentKey: Key, id: string): Row | undefined;
  /** Every version, deleted ones too. */
  all(): Iterable<Row>;
  /** Highest version number ever used, 0 when the id is unknown. */
  highest(tenantId: string, id: string): number;
}

/**
 * What processors may ask. When something is not in memory, a call throws MissingState: the writer undoes the command,
 * loads it and processes the command again (ADR engine/0003).
 */
export interface ReadState {
  /** Open job, or undefined when there is none (any more). */
  job(key: Key): JobRow | undefined;
  userTask(key: Key): UserTaskRow | undefined;
  incident(key: Key): IncidentRow | undefined;
  /** An open timer; `root` null for a start timer. */
  timer(key: Key, root: Key | null): TimerRow | undefined;
  /** An open process or element instance, loaded or not. */
  findScope(key: Key): Scope | undefined;
  /** The scope when it is open and in memory, without asking for it. */
  opened(key: Key): Scope | undefined;
  /** An open process or element instance that is certainly loaded: its aggregate is in use. */
  scope(key: Key): Scope;
  /** Loads the aggregates if need be, all with one look. */
  require(roots: readonly Key[]): void;
  /** A buffered message, loaded or not. */
  findMessage(key: Key): MessageRow | undefined;
  messageGroup(tenantId: string, name: string, correlationKey: string): MessageGroup;
  /** Who waits for a signal, oldest first. */
  signalSubscriptions(tenantId: string, name: string): readonly WaitingSignal[];
  /** Open timers that start instances of a definition. */
  startTimers(processDefinitionKey: Key): readonly TimerRow[];
  /** Process ids locked by an open instance that a message with this key has started. */
  startLocks(correlationKey: string): ReadonlyMap<string, Key>;
  /** Keys of activatable jobs of a type with their roots, oldest first; with processes, only those of instances of them. */
  activatableJobs(
    type: string,
    limit: number,
    processes?: ReadonlySet<string>,
  ): readonly { readonly key: Key; readonly root: Key }[];
  /** A batch operation with work left, or one that has ended in the batch of commands at work. */
  batchOperation(key: Key): BatchOperationRow | undefined;
  /** An item that is being worked on. */
  batchItem(key: Key): BatchOperationItemRow | undefined;
  /** Primary keys of all closed rows of an owner, by table; its own table is absent when there is no such owner. */
  history(owner: HistoryOwner, key: Key): DeletableHistory;
  /** Users, groups, roles and other administration records. */
  readonly admin: AdminRecords;
  readonly processes: Versions<ProcessDefinitionRow>;
  readonly decisions: Versions<DecisionDefinitionRow>;
  readonly requirements: Versions<DecisionRequirementsRow>;
  readonly forms: Versions<FormRow>;
  readonly resources: Versions<ResourceRow>;
  /** Latest definitions with a start event for the message or signal. */
  startedBy(
    kind: "message" | "signal",
    name: string,
    tenantId: string,
  ): readonly { readonly definition: ProcessDefinitionRow; readonly elementId: string }[];
  executable(processDefinitionKey: Key): ExecutableProcess;
  decisionGraph(decisionRequirementsKey: Key): DecisionRequirements;
}
