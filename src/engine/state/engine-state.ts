import type { ExecutableProcess } from "../deploy/index.js";
import type { DecisionRequirements } from "../dmn/index.js";
import type { AggregateRows, RowChanges } from "../ports/engine-store.js";
import { AdminDirectory } from "./admin-directory.js";
import type { AdminRow } from "./admin-rows.js";
import { ADMIN_TABLES, isAdminTable } from "./admin-tables.js";
import type { BatchOperationItemRow, BatchOperationRow } from "./batch-rows.js";
import { ChangedRows } from "./changed-rows.js";
import { type DeletableHistory, HistoryMemory, type LoadedHistory } from "./history-memory.js";
import type { HistoryOwner } from "./history-tables.js";
import { JobQueues } from "./job-queues.js";
import { MessageGroups } from "./message-groups.js";
import { MissingState } from "./missing.js";
import type { MutableState } from "./mutable.js";
import type { MessageGroup, WaitingSignal } from "./read.js";
import type {
  DecisionDefinitionRow,
  DecisionRequirementsRow,
  FormRow,
  IncidentRow,
  JobRow,
  Key,
  MessageRow,
  MessageSubscriptionRow,
  ProcessDefinitionRow,
  ProcessInstanceRow,
  ResourceRow,
  SignalSubscriptionRow,
  TimerRow,
  UserTaskRow,
  VariableRow,
  ElementInstanceRow,
} from "./rows.js";
import { checkTexts } from "./row-bounds.js";
import { rowWeight } from "./row-weight.js";
import { Scope, takeChild, takeRow, withChild, withRow } from "./scope.js";
import { TABLES, type TableName, type TableRows } from "./tables.js";
import { VersionTable } from "./versions.js";

/** What is in memory of one root instance. */
interface Aggregate {
  readonly scopes: Set<Scope>;
}

type AnyRow = TableRows[TableName];

/** Part of the warm rows that stays when there are too many. */
const WARM_SHARE = 7 / 8;

/**
 * The state in memory: warm aggregates, all definitions, and the message groups in use. Rows that changed are collected
 * for the commit; changes of the command at work can be undone.
 */
export class EngineState implements MutableState {
  readonly processes = new VersionTable<ProcessDefinitionRow>(
    (row) => row.processDefinitionKey,
    (row) => row.processDefinitionId,
    (row) => row.versionTag,
  );
  readonly decisions = new VersionTable<DecisionDefinitionRow>(
    (row) => row.decisionDefinitionKey,
    (row) => row.decisionDefinitionId,
    (row) => row.versionTag,
  );
  readonly requirements = new VersionTable<DecisionRequirementsRow>(
    (row) => row.decisionRequirementsKey,
    (row) => row.decisionRequirementsId,
    () => null,
  );
  readonly forms = new VersionTable<FormRow>(
    (row) => row.formKey,
    (row) => row.formId,
    (row) => row.versionTag,
  );
  readonly resources = new VersionTable<ResourceRow>(
    (row) => row.resourceKey,
    (row) => row.resourceId,
    (row) => row.versionTag,
  );

  readonly admin = new AdminDirectory();
  readonly jobQueues = new JobQueues();
  readonly groups = new MessageGroups();
  readonly #history = new HistoryMemory();

  readonly #executables = new Map<Key, ExecutableProcess>();
  readonly #graphs = new Map<Key, DecisionRequirements>();
  readonly #aggregates = new Map<Key, Aggregate>();
  readonly #scopes = new Map<Key, Scope>();
  readonly #jobs = new Map<Key, JobRow>();
  readonly #userTasks = new Map<Key, UserTaskRow>();
  readonly #incidents = new Map<Key, IncidentRow>();
  readonly #timers = new Map<Key, TimerRow>();
  readonly #messages = new Map<Key, MessageRow>();
  readonly #signals = new Map<string, Map<Key, WaitingSignal>>();
  readonly #startTimersLoaded = new Set<Key>();

  /** Owners found (or not) for keys while the batch at work is processed. */
  readonly #owners = new Map<string, Key | null>();
  /** Aggregates that ended in the batch at work: the store still shows them open. */
  #ended = new Set<Key>();
  /** Those of the batch that was handed over. */
  #endedBefore = new Set<Key>();
  readonly #touched = new Set<Key>();
  /** What all scopes in memory count for. */
  #warm = 0;
  #undo: (() => void)[] = [];
  #changes = new ChangedRows();
  /** Those of the batch that was handed over and is not durable yet. */
  #handedOver = new ChangedRows();

  /** Bounded: rows whose texts are too long for some stores are refused. What is in a log already is replayed as it is. */
  constructor(private readonly isBounded = false) {}

  // ---- reading

  job(key: Key): JobRow | undefined {
    return this.#jobs.get(key) ?? this.#absent("job", key);
  }

  userTask(key: Key): UserTaskRow | undefined {
    return this.#userTasks.get(key) ?? this.#absent("user_task", key);
  }

  incident(key: Key): IncidentRow | undefined {
    return this.#incidents.get(key) ?? this.#absent("incident", key);
  }

  findScope(key: Key): Scope | undefined {
    return this.#scopes.get(key) ?? this.#absent("scope", key);
  }

  timer(key: Key, root: Key | null): TimerRow | undefined {
    if (root !== null) this.require([root]);
    const timer = this.#timers.get(key);
    if (timer === undefined && root === null && !this.#owners.has(`timer:${key}`))
      throw new MissingState({ kind: "timer", key });
    return timer;
  }

  scope(key: Key): Scope {
    const scope = this.#scopes.get(key);
    if (scope === undefined) throw new Error(`Expected the scope '${key}' to be open and loaded, but it is not`);
    return scope;
  }

  opened(key: Key): Scope | undefined {
    return this.#scopes.get(key);
  }

  require(roots: readonly Key[]): void {
    const missing = roots.filter((root) => !this.#aggregates.has(root) && !this.#hasEnded(root));
    for (const root of roots) this.#touched.add(root);
    if (missing.length > 0) throw new MissingState({ kind: "aggregates", roots: missing });
  }

  messageGroup(tenantId: string, name: string, correlationKey: string): MessageGroup {
    return this.groups.group(tenantId, name, correlationKey);
  }

  signalSubscriptions(tenantId: string, name: string): WaitingSignal[] {
    const waiting = this.#signals.get(`${tenantId}\0${name}`);
    if (waiting === undefined) throw new MissingState({ kind: "signal", tenantId, name });
    return [...waiting.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  startTimers(processDefinitionKey: Key): TimerRow[] {
    if (!this.#startTimersLoaded.has(processDefinitionKey))
      throw new MissingState({ kind: "start-timers", definition: processDefinitionKey });
    return [...this.#timers.values()].filter(
      (timer) => timer.elementInstanceKey === null && timer.processDefinitionKey === processDefinitionKey,
    );
  }

  startLocks(correlationKey: string): ReadonlyMap<string, Key> {
    return this.groups.locks(correlationKey);
  }

  activatableJobs(
    type: string,
    limit: number,
    processes?: ReadonlySet<string>,
  ): readonly { readonly key: Key; readonly root: Key }[] {
    const found = this.jobQueues.find(type, limit, ({ key, root, process }) => {
      if (processes?.has(process) === false) return false;
      const job = this.#jobs.get(key);
      return job === undefined
        ? !this.#aggregates.has(root) && !this.#hasEnded(root)
        : job.availability === "ACTIVATABLE";
    });
    if (found === undefined) throw new MissingState({ kind: "jobs", type });
    if (found.length < limit && this.jobQueues.isWhole(type)) this.#addNewJobs(found, type, limit, processes);
    return found;
  }

  /** Jobs that the batch at work has made: they are younger than all durable ones. */
  #addNewJobs(
    found: { key: Key; root: Key }[],
    type: string,
    limit: number,
    processes: ReadonlySet<string> | undefined,
  ): void {
    const known = new Set(found.map(({ key }) => key));
    for (const job of this.changed("job")) {
      if (found.length >= limit) break;
      if (processes?.has(job.processDefinitionId) === false) continue;
      if (job.type === type && job.availability === "ACTIVATABLE" && !known.has(job.jobKey))
        found.push({ key: job.jobKey, root: job.rootProcessInstanceKey });
    }
  }

  startedBy(
    kind: "message" | "signal",
    name: string,
    tenantId: string,
  ): { definition: ProcessDefinitionRow; elementId: string }[] {
    const found: { definition: ProcessDefinitionRow; elementId: string }[] = [];
    for (const definition of this.processes.allLatest()) {
      if (definition.tenantId !== tenantId) continue;
      const start = definition.startEvents.find((event) => event.kind === kind && event.name === name);
      if (start !== undefined) found.push({ definition, elementId: start.elementId });
    }
    return found;
  }

  executable(processDefinitionKey: Key): ExecutableProcess {
    const found = this.#executables.get(processDefinitionKey);
    if (found === undefined) throw new MissingState({ kind: "executable", key: processDefinitionKey });
    return found;
  }

  decisionGraph(decisionRequirementsKey: Key): DecisionRequirements {
    const found = this.#graphs.get(decisionRequirementsKey);
    if (found === undefined) throw new MissingState({ kind: "decision-graph", key: decisionRequirementsKey });
    return found;
  }

  findMessage(key: Key): MessageRow | undefined {
    const message = this.#messages.get(key);
    if (message === undefined && !this.#owners.has(`message:${key}`)) throw new MissingState({ kind: "message", key });
    return message;
  }

  message(key: Key): MessageRow | undefined {
    return this.#messages.get(key);
  }

  batchOperation(key: Key): BatchOperationRow | undefined {
    return this.#history.batch(key);
  }

  batchItem(key: Key): BatchOperationItemRow | undefined {
    return this.#history.item(key);
  }

  history(owner: HistoryOwner, key: Key): DeletableHistory {
    return this.#history.history(owner, key, {
      changed: (table) => this.changed(table),
      isRemoved: (table, row) => this.#changes.isRemoved(table, row),
    });
  }

  // ---- writing

  insert<Name extends TableName>(table: Name, row: TableRows[Name]): void {
    if (this.isBounded) checkTexts(table, row);
    const key = primaryKey(table, row);
    this.#changes.insert(table, key, row);
    this.#hold(table, row);
    this.#undo.push(() => {
      this.#changes.forget(table, key);
      this.#release(table, row);
    });
  }

  update<Name extends TableName>(table: Name, row: TableRows[Name], patch: Partial<TableRows[Name]>): void {
    const columns = Object.keys(patch) as (keyof TableRows[Name] & string)[];
    if (this.isBounded) checkTexts(table, patch, columns);
    const old: Partial<TableRows[Name]> = {};
    for (const column of columns) old[column] = row[column];
    Object.assign(row, patch);
    const reweighed = table === "variable" ? this.#reweigh(row as VariableRow, old) : undefined;
    this.#changes.update(table, primaryKey(table, row), row, columns);
    const closes = (patch as { open?: boolean }).open === false && (old as { open?: boolean }).open === true;
    const held = closes ? this.#release(table, row) : undefined;
    this.#undo.push(() => {
      Object.assign(row, old);
      reweighed?.();
      held?.();
    });
  }

  remove(table: TableName, key: string): void {
    this.#undo.push(this.#changes.remove(table, key));
  }

  /** Forgets how to undo: the command is done. */
  endCommand(): void {
    this.#undo = [];
  }

  /** Takes back what the command at work has changed. */
  undoCommand(): void {
    for (let undo = this.#undo.pop(); undo !== undefined; undo = this.#undo.pop()) undo();
  }

  /** The rows changed since the last call of `handOver`. */
  changes(): RowChanges[] {
    return this.#changes.all();
  }

  /** The batch at work goes to the store; what is changed from now on belongs to the next one. */
  handOver(): RowChanges[] {
    const changes = this.#changes;
    this.#handedOver = changes;
    this.#changes = new ChangedRows();
    this.#endedBefore = this.#ended;
    this.#ended = new Set();
    this.#history.clear();
    this.#owners.clear();
    for (const root of this.#touched) {
      const aggregate = this.#aggregates.get(root);
      if (aggregate === undefined) continue;
      this.#aggregates.delete(root);
      this.#aggregates.set(root, aggregate);
    }
    this.#touched.clear();
    return changes.all();
  }

  /** Rows of one table that were handed over last. */
  handedOver<Name extends TableName>(table: Name): Iterable<TableRows[Name]> {
    return this.#handedOver.of(table);
  }

  /** Changed rows of one table. */
  changed<Name extends TableName>(table: Name): Iterable<TableRows[Name]> {
    return this.#changes.of(table);
  }

  /** Rows of open instances in memory; a row with a large value counts for several. */
  get warmRows(): number {
    return this.#warm;
  }

  /**
   * What was handed over is durable. With nothing newer in memory, the aggregates not used for longest beyond `maxWarmRows`
   * are forgotten. The one used last stays, however large it is: reading it again for each of its commands would cost its
   * size each time.
   */
  committed(maxWarmRows: number): void {
    for (const job of this.handedOver("job")) this.jobQueues.changed(job);
    this.jobQueues.committed();
    this.#handedOver = new ChangedRows();
    this.#endedBefore = new Set();
    if (!this.#changes.isEmpty) return;
    if (this.#warm > maxWarmRows) this.#forget(maxWarmRows * WARM_SHARE, maxWarmRows > 0);
    for (const key of this.groups.evict()) this.#messages.delete(key);
    this.jobQueues.evict();
  }

  // ---- loading

  /** Takes the open rows of an aggregate into memory. */
  load(root: Key, rows: AggregateRows): void {
    if (this.#aggregates.has(root) || this.#hasEnded(root)) return;
    if ((rows.process_instance?.length ?? 0) === 0) {
      this.#ended.add(root);
      return;
    }
    const scopes = [
      ...(rows.process_instance ?? []).map((row) => ({
        key: row.processInstanceKey,
        table: "process_instance" as const,
        row,
      })),
      ...(rows.element_instance ?? []).map((row) => ({
        key: row.elementInstanceKey,
        table: "element_instance" as const,
        row,
      })),
    ].sort((a, b) => (a.key < b.key ? -1 : 1)); // parents are older than their children
    for (const { table, row } of scopes) this.#hold(table, row);
    for (const table of [
      "variable",
      "job",
      "user_task",
      "incident",
      "timer",
      "message_subscription",
      "signal_subscription",
    ] as const) {
      for (const row of rows[table] ?? []) this.#hold(table, row);
    }
  }

  /** Takes definitions and administration records into memory, at the start. */
  loadDefinitions(rows: AggregateRows): void {
    for (const table of [
      "process_definition",
      "decision_requirements",
      "decision_definition",
      "form",
      "resource",
    ] as const) {
      for (const row of rows[table] ?? []) this.#hold(table, row);
    }
    for (const table of Object.keys(ADMIN_TABLES).filter(isAdminTable))
      for (const row of rows[table] ?? []) this.admin.add(table, row);
  }

  /** Takes over a copy of all tables, as if its rows had just been written; only what is open is held in memory. */
  loadBase(tables: ReadonlyMap<TableName, readonly AnyRow[]>): void {
    const scopes: { readonly key: bigint; readonly table: TableName; readonly row: AnyRow }[] = [];
    for (const [table, rows] of tables) {
      for (const row of rows) {
        const key = primaryKey(table, row);
        this.#changes.insert(table, key, row);
        if (table === "process_instance" || table === "element_instance") scopes.push({ key: BigInt(key), table, row });
      }
    }
    // A scope is older than what it is around, and everything else hangs on scopes.
    scopes.sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const { table, row } of scopes) if (isOpen(row)) this.#hold(table, row);
    for (const [table, rows] of tables) {
      if (table === "process_instance" || table === "element_instance") continue;
      for (const row of rows) if (isOpen(row)) this.#hold(table, row);
    }
  }

  /** Remembers which aggregate a key belongs to; null for none. */
  loadOwner(table: string, key: Key, root: Key | null): void {
    this.#owners.set(`${table}:${key}`, root);
  }

  loadStartTimer(key: Key, row: TimerRow | undefined): void {
    this.#owners.set(`timer:${key}`, null);
    if (row?.open === true) this.#hold("timer", row);
  }

  loadSignals(tenantId: string, name: string, rows: readonly SignalSubscriptionRow[]): void {
    const open = [
      ...rows.filter((row) => !this.#isDirty("signal_subscription", row.signalSubscriptionKey)),
      ...this.changed("signal_subscription"),
    ];
    const waiting = open.filter((row) => row.open && row.signalName === name && row.tenantId === tenantId);
    this.#signals.set(
      `${tenantId}\0${name}`,
      new Map(waiting.map((row) => [row.signalSubscriptionKey, waitingSignal(row)])),
    );
  }

  loadStartTimers(processDefinitionKey: Key, rows: readonly TimerRow[]): void {
    this.#startTimersLoaded.add(processDefinitionKey);
    for (const row of rows) {
      if (row.elementInstanceKey === null && !this.#isDirty("timer", row.timerKey) && !this.#timers.has(row.timerKey))
        this.#hold("timer", row);
    }
  }

  loadMessage(key: Key, row: MessageRow | undefined): void {
    this.#owners.set(`message:${key}`, null);
    if (row !== undefined && !this.#isDirty("message", key)) this.#hold("message", row);
  }

  loadGroup(
    tenantId: string,
    name: string,
    correlationKey: string,
    messages: readonly MessageRow[],
    subscriptions: readonly MessageSubscriptionRow[],
  ): void {
    const buffered = messages
      .filter((row) => !this.#isDirty("message", row.messageKey))
      .map((row) => this.#messages.get(row.messageKey) ?? row);
    this.groups.loadGroup(tenantId, name, correlationKey, buffered, subscriptions);
    for (const row of buffered) this.#messages.set(row.messageKey, row);
  }

  loadLocks(correlationKey: string, instances: readonly ProcessInstanceRow[]): void {
    const open = instances.filter((row) => !this.#isDirty("process_instance", row.processInstanceKey));
    for (const row of this.changed("process_instance"))
      if (row.open && row.startCorrelationKey === correlationKey) open.push(row);
    this.groups.loadLocks(correlationKey, open);
  }

  /** Closed rows of an owner, for their deletion. */
  loadHistory(owner: HistoryOwner, key: Key, loaded: LoadedHistory): void {
    this.#history.load(owner, key, loaded);
  }

  loadBatchOperation(key: Key, row: BatchOperationRow | undefined): void {
    if (!this.#isDirty("batch_operation", key)) this.#history.holdBatch(key, row);
  }

  loadBatchItems(rows: readonly BatchOperationItemRow[]): void {
    for (const row of rows)
      if (!this.#isDirty("batch_operation_item", row.batchOperationItemKey)) this.#history.holdItem(row);
  }

  loadExecutable(key: Key, executable: ExecutableProcess): void {
    this.#executables.set(key, executable);
  }

  loadDecisionGraph(key: Key, graph: DecisionRequirements): void {
    this.#graphs.set(key, graph);
  }

  // ---- inside

  /** True when an aggregate ended and the store may not show it yet. */
  #hasEnded(root: Key): boolean {
    return this.#ended.has(root) || this.#endedBefore.has(root);
  }

  /** True when the batch at work has changed the row: what the store says of it is older. */
  #isDirty(table: TableName, key: Key): boolean {
    return this.#changes.has(table, key);
  }

  /** Undefined when the store has been asked already and memory holds the aggregate; else asks for it. */
  #absent(table: "job" | "user_task" | "incident" | "scope", key: Key): undefined {
    const owner = this.#owners.get(`${table}:${key}`);
    if (owner === undefined) throw new MissingState({ kind: "owner", table, key });
    if (owner !== null) this.require([owner]);
    return undefined;
  }

  #hold(table: TableName, row: AnyRow): void {
    if (isAdminTable(table)) {
      this.admin.add(table, row as AdminRow);
      return;
    }
    switch (table) {
      case "process_instance": {
        const instance = row as ProcessInstanceRow;
        if (!instance.open) return;
        const parent =
          instance.parentElementInstanceKey === null ? null : this.scope(instance.parentElementInstanceKey);
        this.#holdScope(new Scope(instance.processInstanceKey, null, instance, parent));
        this.groups.lockChanged(instance);
        return;
      }
      case "element_instance": {
        const element = row as ElementInstanceRow;
        this.#holdScope(new Scope(element.elementInstanceKey, element, null, this.scope(element.scopeKey)));
        return;
      }
      case "variable": {
        const variable = row as VariableRow;
        const scope = this.#scopes.get(variable.scopeKey);
        if (scope === undefined) return;
        scope.variables = withRow(scope.variables, variable.name, variable);
        this.#weigh(scope, rowWeight(variable.value));
        return;
      }
      case "job": {
        const job = row as JobRow;
        this.#jobs.set(job.jobKey, job);
        const scope = this.#scopes.get(job.elementInstanceKey);
        if (scope === undefined) return;
        scope.jobs = withRow(scope.jobs, job.jobKey, job);
        this.#weigh(scope, 1);
        return;
      }
      case "user_task": {
        const task = row as UserTaskRow;
        this.#userTasks.set(task.userTaskKey, task);
        const scope = this.scope(task.elementInstanceKey);
        scope.userTask = task;
        this.#weigh(scope, 1);
        return;
      }
      case "incident": {
        const incident = row as IncidentRow;
        this.#incidents.set(incident.incidentKey, incident);
        const scope = this.#scopes.get(incident.elementInstanceKey);
        if (scope === undefined) return;
        scope.incidents = withRow(scope.incidents, incident.incidentKey, incident);
        this.#weigh(scope, 1);
        return;
      }
      case "timer": {
        const timer = row as TimerRow;
        this.#timers.set(timer.timerKey, timer);
        if (timer.elementInstanceKey === null) return;
        const scope = this.scope(timer.elementInstanceKey);
        scope.timers = withRow(scope.timers, timer.timerKey, timer);
        this.#weigh(scope, 1);
        return;
      }
      case "message_subscription": {
        const subscription = row as MessageSubscriptionRow;
        const scope = this.scope(subscription.elementInstanceKey);
        scope.subscriptions = withRow(scope.subscriptions, subscription.messageSubscriptionKey, subscription);
        this.#weigh(scope, 1);
        this.groups.subscriptionOpened(subscription);
        return;
      }
      case "signal_subscription": {
        const signal = row as SignalSubscriptionRow;
        const scope = this.scope(signal.elementInstanceKey);
        scope.signals = withRow(scope.signals, signal.signalSubscriptionKey, signal);
        this.#weigh(scope, 1);
        this.#signals
          .get(`${signal.tenantId}\0${signal.signalName}`)
          ?.set(signal.signalSubscriptionKey, waitingSignal(signal));
        return;
      }
      case "message": {
        const message = row as MessageRow;
        if (!message.open) return;
        this.#messages.set(message.messageKey, message);
        this.groups.messageBuffered(message);
        return;
      }
      case "process_definition":
        this.processes.add(row as ProcessDefinitionRow);
        return;
      case "decision_requirements":
        this.requirements.add(row as DecisionRequirementsRow);
        return;
      case "decision_definition":
        this.decisions.add(row as DecisionDefinitionRow);
        return;
      case "form":
        this.forms.add(row as FormRow);
        return;
      case "resource":
        this.resources.add(row as ResourceRow);
        return;
      case "deployment":
      case "correlated_message":
      case "decision_instance":
      case "audit_log":
        return;
      case "batch_operation":
        this.#history.holdBatch((row as BatchOperationRow).batchOperationKey, row as BatchOperationRow);
        return;
      case "batch_operation_item":
        this.#history.holdItem(row as BatchOperationItemRow);
        return;
    }
  }

  /** Takes a row out of memory; the answer puts it back. */
  #release(table: TableName, row: AnyRow): () => void {
    if (isAdminTable(table)) {
      this.admin.remove(table, row as AdminRow);
      return () => this.#hold(table, row);
    }
    switch (table) {
      case "process_instance": {
        const instance = row as ProcessInstanceRow;
        const putBack = this.#releaseScope(instance.processInstanceKey);
        this.groups.lockReleased(instance);
        return () => {
          putBack();
          this.groups.lockChanged(instance);
        };
      }
      case "element_instance":
        return this.#releaseScope((row as ElementInstanceRow).elementInstanceKey);
      case "variable": {
        const variable = row as VariableRow;
        const scope = this.#scopes.get(variable.scopeKey);
        takeRow(scope?.variables, variable.name);
        this.#weigh(scope, -rowWeight(variable.value));
        break;
      }
      case "job": {
        const job = row as JobRow;
        this.#jobs.delete(job.jobKey);
        const scope = this.#scopes.get(job.elementInstanceKey);
        takeRow(scope?.jobs, job.jobKey);
        this.#weigh(scope, -1);
        break;
      }
      case "user_task": {
        const task = row as UserTaskRow;
        this.#userTasks.delete(task.userTaskKey);
        const scope = this.#scopes.get(task.elementInstanceKey);
        if (scope !== undefined) scope.userTask = null;
        this.#weigh(scope, -1);
        break;
      }
      case "incident": {
        const incident = row as IncidentRow;
        this.#incidents.delete(incident.incidentKey);
        const scope = this.#scopes.get(incident.elementInstanceKey);
        takeRow(scope?.incidents, incident.incidentKey);
        this.#weigh(scope, -1);
        break;
      }
      case "timer": {
        const timer = row as TimerRow;
        this.#timers.delete(timer.timerKey);
        const scope = timer.elementInstanceKey === null ? undefined : this.#scopes.get(timer.elementInstanceKey);
        takeRow(scope?.timers, timer.timerKey);
        this.#weigh(scope, -1);
        break;
      }
      case "message_subscription": {
        const subscription = row as MessageSubscriptionRow;
        const scope = this.#scopes.get(subscription.elementInstanceKey);
        takeRow(scope?.subscriptions, subscription.messageSubscriptionKey);
        this.#weigh(scope, -1);
        this.groups.subscriptionClosed(subscription);
        break;
      }
      case "signal_subscription": {
        const signal = row as SignalSubscriptionRow;
        const scope = this.#scopes.get(signal.elementInstanceKey);
        takeRow(scope?.signals, signal.signalSubscriptionKey);
        this.#weigh(scope, -1);
        this.#signals.get(`${signal.tenantId}\0${signal.signalName}`)?.delete(signal.signalSubscriptionKey);
        break;
      }
      case "message": {
        const message = row as MessageRow;
        this.#messages.delete(message.messageKey);
        this.groups.messageGone(message);
        break;
      }
      case "process_definition":
        this.processes.remove(row as ProcessDefinitionRow);
        break;
      case "decision_requirements":
        this.requirements.remove(row as DecisionRequirementsRow);
        break;
      case "decision_definition":
        this.decisions.remove(row as DecisionDefinitionRow);
        break;
      case "form":
        this.forms.remove(row as FormRow);
        break;
      case "resource":
        this.resources.remove(row as ResourceRow);
        break;
      case "deployment":
      case "correlated_message":
      case "decision_instance":
      case "audit_log":
        break;
      case "batch_operation":
        this.#history.releaseBatch((row as BatchOperationRow).batchOperationKey);
        break;
      case "batch_operation_item":
        this.#history.releaseItem((row as BatchOperationItemRow).batchOperationItemKey);
        break;
    }
    return () => this.#hold(table, row);
  }

  /** A variable of another size counts differently; the answer takes it back. */
  #reweigh(variable: VariableRow, old: Partial<VariableRow>): (() => void) | undefined {
    const scope = this.#scopes.get(variable.scopeKey);
    if (scope === undefined || old.value === undefined) return undefined;
    const more = rowWeight(variable.value) - rowWeight(old.value);
    if (more === 0) return undefined;
    this.#weigh(scope, more);
    return () => this.#weigh(scope, -more);
  }

  /** Counts rows of an open scope. */
  #weigh(scope: Scope | undefined, weight: number): void {
    if (scope === undefined) return;
    scope.weight += weight;
    this.#warm += weight;
  }

  #holdScope(scope: Scope): void {
    this.#scopes.set(scope.key, scope);
    this.#warm += scope.weight;
    if (scope.parent !== null) scope.parent.children = withChild(scope.parent.children, scope);
    const root = scope.rootKey;
    let aggregate = this.#aggregates.get(root);
    if (aggregate === undefined) this.#aggregates.set(root, (aggregate = { scopes: new Set() }));
    aggregate.scopes.add(scope);
    this.#touched.add(root);
  }

  #releaseScope(key: Key): () => void {
    const scope = this.#scopes.get(key);
    if (scope === undefined) return () => undefined;
    this.#scopes.delete(key);
    this.#warm -= scope.weight;
    takeChild(scope.parent?.children, scope);
    const aggregate = this.#aggregates.get(scope.rootKey);
    aggregate?.scopes.delete(scope);
    if (aggregate?.scopes.size === 0) {
      this.#aggregates.delete(scope.rootKey);
      this.#ended.add(scope.rootKey);
    }
    return () => {
      this.#ended.delete(scope.rootKey);
      this.#holdScope(scope);
    };
  }

  /** More than has to be, so that it is not for each batch. */
  #forget(maxWarmRows: number, isLastKept: boolean): void {
    for (const [root] of this.#aggregates) {
      if (this.#warm <= maxWarmRows || (isLastKept && this.#aggregates.size === 1)) break;
      this.#evict(root);
    }
  }

  #evict(root: Key): void {
    const aggregate = this.#aggregates.get(root);
    if (aggregate === undefined) return;
    this.#aggregates.delete(root);
    for (const scope of aggregate.scopes) {
      this.#scopes.delete(scope.key);
      this.#warm -= scope.weight;
      for (const key of scope.jobs.keys()) this.#jobs.delete(key);
      for (const key of scope.incidents.keys()) this.#incidents.delete(key);
      for (const key of scope.timers.keys()) this.#timers.delete(key);
      if (scope.userTask !== null) this.#userTasks.delete(scope.userTask.userTaskKey);
    }
  }
}

const waitingSignal = (row: SignalSubscriptionRow): WaitingSignal => ({
  key: row.signalSubscriptionKey,
  scopeKey: row.elementInstanceKey,
  rootProcessInstanceKey: row.rootProcessInstanceKey,
});

const primaryKey = <Name extends TableName>(table: Name, row: TableRows[Name]): string =>
  row[TABLES[table].primaryKey as keyof TableRows[Name]] as string;

/** Rows without such a column are never closed. */
const isOpen = (row: AnyRow): boolean => !("open" in row) || row.open;
