import type { ExecutableElement } from "../deploy/index.js";
import type {
  ElementInstanceRow,
  IncidentRow,
  JobRow,
  JsonValue,
  Key,
  MessageSubscriptionRow,
  ProcessInstanceRow,
  SignalSubscriptionRow,
  TimerRow,
  UserTaskRow,
  VariableRow,
} from "./rows.js";

/**
 * An open process or element instance in memory, with what is attached to it. The rows are those that the tables get.
 * Written by the state only; processors read.
 */
export class Scope {
  /** Open instances directly inside; for a call activity the called process instance. */
  readonly children = new Set<Scope>();
  readonly variables = new Map<string, VariableRow>();
  readonly jobs = new Map<Key, JobRow>();
  readonly timers = new Map<Key, TimerRow>();
  readonly subscriptions = new Map<Key, MessageSubscriptionRow>();
  readonly signals = new Map<Key, SignalSubscriptionRow>();
  readonly incidents = new Map<Key, IncidentRow>();
  userTask: UserTaskRow | null = null;
  /** The element of the model; filled when it is first asked for. */
  model: ExecutableElement | null = null;
  /** Definition that `model` belongs to: a migration changes it. */
  modelDefinition: Key | null = null;

  constructor(
    readonly key: Key,
    /** The row of the tables: exactly one of the two is set. */
    readonly element: ElementInstanceRow | null,
    readonly instance: ProcessInstanceRow | null,
    /** Flow scope around it; for a called process instance the call activity; null for a root instance. */
    readonly parent: Scope | null,
  ) {}

  /** The columns that both kinds share. */
  get row(): ElementInstanceRow | ProcessInstanceRow {
    return (this.element ?? this.instance) as ElementInstanceRow | ProcessInstanceRow;
  }

  /** Element type, PROCESS for a process instance. */
  get type(): string {
    return this.element?.type ?? "PROCESS";
  }

  /** Id of the element in the model; of a process instance the process id. */
  get elementId(): string {
    return this.element?.elementId ?? this.row.processDefinitionId;
  }

  get rootKey(): Key {
    return this.row.rootProcessInstanceKey;
  }

  /** The scope of the process instance this is in. */
  get process(): Scope {
    return this.instance !== null || this.parent === null ? this : this.parent.process;
  }

  /** Parent within the same process instance: where variables are looked up next. */
  get variableParent(): Scope | null {
    return this.instance === null ? this.parent : null;
  }

  /** Value of a visible variable, innermost first. */
  get(name: string): JsonValue | undefined {
    const own = this.variables.get(name);
    return own === undefined ? this.variableParent?.get(name) : own.value;
  }
}
