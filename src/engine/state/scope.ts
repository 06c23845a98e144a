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

/** Stand for what most scopes have none of: seven empty collections would take more memory than the scope's rows. */
const NO_ROWS: ReadonlyMap<string, never> = new Map<string, never>();
const NO_SCOPES: ReadonlySet<Scope> = new Set();

/**
 * An open process or element instance in memory, with what is attached to it. The rows are those that the tables get.
 * Written by the state only; processors read.
 */
export class Scope {
  /** Open instances directly inside; for a call activity the called process instance. */
  children: ReadonlySet<Scope> = NO_SCOPES;
  variables: ReadonlyMap<string, VariableRow> = NO_ROWS;
  jobs: ReadonlyMap<Key, JobRow> = NO_ROWS;
  timers: ReadonlyMap<Key, TimerRow> = NO_ROWS;
  subscriptions: ReadonlyMap<Key, MessageSubscriptionRow> = NO_ROWS;
  signals: ReadonlyMap<Key, SignalSubscriptionRow> = NO_ROWS;
  incidents: ReadonlyMap<Key, IncidentRow> = NO_ROWS;
  userTask: UserTaskRow | null = null;
  /** What the scope and its rows count for in the bound of what is kept warm; see `rowWeight`. */
  weight = 1;
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

/** The map with one more row; a scope's first row of a kind makes the map. */
export function withRow<Row>(rows: ReadonlyMap<string, Row>, key: string, row: Row): ReadonlyMap<string, Row> {
  const own = rows === NO_ROWS ? new Map<string, Row>() : (rows as Map<string, Row>);
  return own.set(key, row);
}

/** Takes a row out of a scope's map. */
export function takeRow(rows: ReadonlyMap<string, unknown> | undefined, key: string): void {
  (rows as Map<string, unknown> | undefined)?.delete(key);
}

/** The set with one more scope inside. */
export function withChild(children: ReadonlySet<Scope>, child: Scope): ReadonlySet<Scope> {
  const own = children === NO_SCOPES ? new Set<Scope>() : (children as Set<Scope>);
  return own.add(child);
}

/** Takes a scope out of the set of those inside. */
export function takeChild(children: ReadonlySet<Scope> | undefined, child: Scope): void {
  (children as Set<Scope> | undefined)?.delete(child);
}
