import { AppError, type Clock, type Logger } from "../../platform/index.js";
import type { EngineLimits } from "../engine-limits.js";
import type { EngineStore } from "../ports/engine-store.js";
import type { DueItem } from "../processing/due.js";
import { processDue } from "../processing/due.js";
import type { InstanceEnded, Processing } from "../processing/processing.js";
import { type Outcome, Rejected, type Rejection } from "../protocol/rejections.js";
import type { Actor } from "../state/actor.js";
import { EngineState } from "../state/engine-state.js";
import { MissingState, type Need } from "../state/missing.js";
import type { Key } from "../state/rows.js";
import { type BatchWork, nextBatchWork } from "./batch-work.js";
import { CommandQueue } from "./command-queue.js";
import { KeyGenerator } from "./keys.js";
import { loadNeed } from "./load-need.js";
import { type EndedTransition, UnitOfWork } from "./unit-of-work.js";

const unavailable = (intent: string, reason: string): { readonly ok: false; readonly rejection: Rejection } => ({
  ok: false,
  rejection: { code: "UNAVAILABLE", reason, intent },
});

const exhausted = (intent: string, waiting: number): { readonly ok: false; readonly rejection: Rejection } => ({
  ok: false,
  rejection: {
    code: "RESOURCE_EXHAUSTED",
    reason: `Expected the engine to have room for the command, but ${waiting} are waiting already: send it again later`,
    intent,
  },
});

/** Lets what has come in meanwhile be taken up. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const NOT_WRITTEN = "Expected the store to write the command, but it failed";
const REPLACED = "Expected to be the engine that writes, but another one has taken over: stop this process";

/** Told by the store: another engine holds its lease. */
const isReplaced = (error: unknown): error is AppError => error instanceof AppError && error.code === "CONFLICT";

/** A command in the queue. */
interface Pending {
  readonly intent: string;
  readonly run: (p: Processing) => unknown;
  readonly answer: (outcome: Outcome<unknown>) => void;
  /** What it counts for in the bound of what may wait. */
  readonly weight: number;
  /** Found due, not sent by anybody. */
  readonly isDue?: true;
  readonly actor?: Actor;
  /** Called after the command was refused and has left nothing; what it emits is kept. */
  readonly refused?: (p: Processing, rejection: Rejection) => void;
}

/** Told after each durable batch, before the commands are answered. */
export interface BatchListener {
  /** Instances that ended. */
  readonly onEnded: (ended: readonly InstanceEnded[]) => void;
  /** How many jobs of each type have become activatable. */
  readonly onJobs: (counts: ReadonlyMap<string, number>) => void;
}

/** What the commands of a batch have brought about. */
interface BatchRecord {
  /** JSON of the events, in order. */
  readonly events: string[];
  readonly ended: InstanceEnded[];
  readonly transitions: EndedTransition[];
  /** Steps taken so far, those of refused commands too. */
  steps: number;
}

/** A processed command; with `answeredBy` its answer waits for that user task's listeners. */
interface Processed {
  readonly outcome: Outcome<unknown>;
  readonly answeredBy: Key | undefined;
}

/** Due rows taken up in one batch. */
const DUE_LIMIT = 200;
/** Batch operations that go on side by side. */
const BATCH_OPERATIONS = 4;
/** How long a due item that cannot be processed is left alone, in milliseconds. */
const QUARANTINE_MS = 60_000;
/** How often the due items are looked at while some are left alone. */
const QUARANTINE_LOOK_MS = 1_000;
/** After so many single commands in a row that the store did not take, the rest is not tried. */
const STORE_IS_DOWN = 3;
/** Loads of one command; each brings something new, so that more means a fault. */
const MAX_LOADS = 10_000;

/**
 * The one writer: takes what has queued up, processes it, writes log and rows in one transaction, then answers everybody.
 * Nothing is answered before it is durable.
 */
export class Writer {
  state = new EngineState(true);
  readonly #queue = new CommandQueue<Pending>();
  readonly #quarantine = new Map<string, number>();
  readonly #idle: (() => void)[] = [];
  /** Senders of commands that task listeners are being asked about, by user task. */
  readonly #waiting = new Map<
    Key,
    { readonly command: Pending; readonly timer: NodeJS.Timeout; readonly outcome: Outcome<unknown> }
  >();
  #keys = new KeyGenerator(undefined);
  #position = 0;
  #running = false;
  #scheduled = false;
  #closed = false;
  #nextDue: number | undefined;
  /** Another engine has taken over. */
  #replaced = false;
  /** Commands in a row that the store did not take though each was alone. */
  #failedInARow = 0;
  /** Memory does not match the store: a commit has failed. */
  #stale = false;
  /** Commands at the head of the queue that are tried one by one. */
  #isolated = 0;
  #dueLimit = DUE_LIMIT;
  #dueWasLast = false;
  #onDue: (at: number | undefined) => void = () => undefined;

  constructor(
    private readonly store: EngineStore,
    private readonly clock: Clock,
    private readonly limits: EngineLimits,
    private readonly logger: Logger,
    private readonly listener: BatchListener,
  ) {}

  /** Reads where the log ends, and the definitions. */
  async open(): Promise<void> {
    const head = await this.store.head();
    this.#position = head.position;
    this.#keys = new KeyGenerator(head.lastKey);
    this.state = new EngineState(true);
    this.state.loadDefinitions({
      process_definition: await this.store.select({ table: "process_definition" }),
      decision_requirements: await this.store.select({ table: "decision_requirements" }),
      decision_definition: await this.store.select({ table: "decision_definition" }),
      form: await this.store.select({ table: "form" }),
      resource: await this.store.select({ table: "resource" }),
      admin_user: await this.store.select({ table: "admin_user", equals: { open: true } }),
      admin_group: await this.store.select({ table: "admin_group", equals: { open: true } }),
      admin_role: await this.store.select({ table: "admin_role", equals: { open: true } }),
      admin_tenant: await this.store.select({ table: "admin_tenant", equals: { open: true } }),
      admin_mapping_rule: await this.store.select({ table: "admin_mapping_rule", equals: { open: true } }),
      admin_membership: await this.store.select({ table: "admin_membership", equals: { open: true } }),
      admin_authorization: await this.store.select({ table: "admin_authorization", equals: { open: true } }),
      cluster_variable: await this.store.select({ table: "cluster_variable", equals: { open: true } }),
      global_task_listener: await this.store.select({ table: "global_task_listener", equals: { open: true } }),
    });
    this.#nextDue = await this.store.nextDue();
  }

  /** Calls back whenever the time of the next due item may have changed. */
  watchDue(onDue: (at: number | undefined) => void): void {
    this.#onDue = onDue;
    onDue(this.#nextDue);
  }

  /** Queues a command; the answer comes when it is durable or refused. */
  submit<T>(
    intent: string,
    run: (p: Processing) => T,
    { actor, refused, weight = 1 }: Partial<Pick<Pending, "actor" | "refused" | "weight">> = {},
  ): Promise<Outcome<T>> {
    if (this.#closed)
      return Promise.resolve(unavailable(intent, "Expected the engine to be running, but it is closing"));
    if (this.#replaced) return Promise.resolve(unavailable(intent, REPLACED));
    const { maxQueuedCommands, maxQueuedRows } = this.limits;
    if (
      this.#queue.length >= maxQueuedCommands ||
      (this.#queue.length > 0 && this.#queue.rows + weight > maxQueuedRows)
    )
      return Promise.resolve(exhausted(intent, this.#queue.length));
    return new Promise((resolve) => {
      this.#queue.push({
        intent,
        run,
        weight,
        answer: resolve as (outcome: Outcome<unknown>) => void,
        ...(actor === undefined ? {} : { actor }),
        ...(refused === undefined ? {} : { refused }),
      });
      this.kick();
    });
  }

  /** Looks for work: new commands, or what is due. */
  kick(): void {
    if (this.#scheduled || this.#running) return;
    this.#scheduled = true;
    // Not at once: what arrives in the same turn of the event loop shares the commit.
    setImmediate(() => {
      this.#scheduled = false;
      void this.#work();
    });
  }

  /** Resolves when the queue is empty and nothing is due. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      this.kick();
    });
  }

  /** Takes no more commands; those in the queue are still done. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.settled();
    for (const { command, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      command.answer(unavailable(command.intent, "Expected the task listeners to answer, but the engine is closing"));
    }
    this.#waiting.clear();
  }

  /** Closing does not wait for what is due: it may be work for hours, and goes on when the engine is opened again. */
  #isDue(): boolean {
    if (this.#closed || this.#replaced) return false;
    return this.#nextDue !== undefined && this.#nextDue <= this.clock.now();
  }

  async #work(): Promise<void> {
    this.#running = true;
    try {
      while (this.#queue.length > 0 || this.#isDue()) {
        if (this.#stale) await this.#recover();
        else if (this.#isDue() && !this.#yields()) await this.#dueBatch();
        else await this.#commandBatch();
        // A synchronous store never lets go of the thread by itself, and requests want to come in.
        if (this.#queue.length > 0 || this.#isDue()) await nextTurn();
      }
    } catch (error) {
      this.logger.error({ event: "engine.store-failed", err: error }, "The store does not answer; it is asked again");
      this.#isolated = 0;
      for (const work of this.#queue.take(this.#queue.length))
        work.answer(unavailable(work.intent, "Expected the store to answer, but it failed"));
      this.#nextDue = this.clock.now() + QUARANTINE_LOOK_MS;
    } finally {
      this.#running = false;
    }
    if (this.#queue.length > 0) this.kick();
    else for (const resolve of this.#idle.splice(0)) resolve();
    this.#onDue(this.#nextDue);
  }

  /** Work that is always due, as that of a batch operation, takes turns with commands. */
  #yields(): boolean {
    return this.#dueWasLast && this.#queue.length > 0;
  }

  async #commandBatch(): Promise<void> {
    const { maxBatchCommands, maxBatchRows } = this.limits;
    await this.#batch(this.#queue.take(this.#isolated > 0 ? 1 : maxBatchCommands, maxBatchRows));
  }

  /** What is due, in a batch of its own. */
  async #dueBatch(): Promise<void> {
    this.#dueWasLast = true;
    const now = this.clock.now();
    const work = await this.#dueWork(now);
    this.#dueLimit = (await this.#batch(work)) ? DUE_LIMIT : 1;
    if (!this.#stale) await this.#readNextDue(now);
  }

  /** Processes commands, commits, answers. False when the store did not take the batch. */
  async #batch(taken: readonly Pending[]): Promise<boolean> {
    if (taken.some(({ isDue }) => isDue !== true)) this.#dueWasLast = false;
    const now = this.clock.now();
    const outcomes: Processed[] = [];
    const record: BatchRecord = { events: [], ended: [], transitions: [], steps: 0 };
    for (const command of taken) {
      if (record.steps >= this.limits.maxBatchSteps) break;
      // A command that finds everything in memory costs no turn of the event loop.
      const attempt = this.#attempt(command, now, record);
      outcomes.push(attempt instanceof MissingState ? await this.#perform(command, attempt, now, record) : attempt);
    }
    const work = taken.slice(0, outcomes.length);
    // What is due is found again; commands wait for the next batch.
    this.#queue.putBack(taken.slice(outcomes.length).filter(({ isDue }) => isDue !== true));
    let written = true;
    try {
      if (record.events.length > 0) await this.#commit(now, record.events);
    } catch (error) {
      this.logger.error(
        { event: "engine.commit-failed", err: error },
        "The store did not take a batch; memory is read again",
      );
      written = await this.#afterFailedCommit(error, work, now, record.events);
    }
    if (this.#isolated > 0) this.#isolated -= 1;
    if (!written) return false;
    this.#failedInARow = 0;
    this.#afterCommit(record.ended);
    for (const [index, command] of work.entries()) this.#answer(command, outcomes[index]);
    for (const ended of record.transitions) this.#answerTransition(ended);
    return true;
  }

  /** Answers a command, or keeps its sender waiting for the listeners of a user task. */
  #answer(command: Pending, processed: Processed | undefined): void {
    if (processed === undefined) return;
    const { outcome, answeredBy } = processed;
    if (answeredBy === undefined || !outcome.ok) {
      command.answer(outcome);
      return;
    }
    const timer = setTimeout(() => {
      this.#waiting.delete(answeredBy);
      command.answer({
        ok: false,
        rejection: {
          code: "TIMEOUT",
          reason: "Expected the task listeners to answer in time, but they have not",
          intent: command.intent,
        },
      });
    }, this.limits.awaitCompletionMs);
    timer.unref();
    this.#waiting.set(answeredBy, { command, timer, outcome });
  }

  #answerTransition({ userTaskKey, refusal }: EndedTransition): void {
    const waiting = this.#waiting.get(userTaskKey);
    if (waiting === undefined) return;
    this.#waiting.delete(userTaskKey);
    clearTimeout(waiting.timer);
    const { command, outcome } = waiting;
    command.answer(refusal === undefined ? outcome : { ok: false, rejection: { ...refusal, intent: command.intent } });
  }

  /** Decides what becomes of a batch that the store did not take; true when it has it all the same. */
  async #afterFailedCommit(
    error: unknown,
    work: readonly Pending[],
    now: number,
    events: readonly string[],
  ): Promise<boolean> {
    this.#stale = true;
    if (isReplaced(error)) {
      this.#stop(error, work);
      return false;
    }
    try {
      if (await this.#wasWritten(now, events)) return true;
    } catch (cause) {
      // Nobody knows: nothing is acknowledged, and nothing is tried a second time.
      for (const command of work) command.answer(unavailable(command.intent, NOT_WRITTEN));
      throw cause;
    }
    this.#retryOneByOne(work);
    return false;
  }

  /**
   * A commit that failed may have reached the store all the same, when only the answer was lost. The entry has to be this
   * batch: one that another writer has put at its place says nothing about it.
   */
  async #wasWritten(now: number, events: readonly string[]): Promise<boolean> {
    const [entry] = await this.store.readLog(this.#position, 1);
    return entry?.position === this.#position + 1 && entry.time === now && entry.events === `[${events.join(",")}]`;
  }

  /** Another engine writes to the store: this one must not answer anything any more. */
  #stop(error: AppError, work: readonly Pending[]): void {
    this.#replaced = true;
    this.logger.error({ event: "engine.replaced", err: error }, "Another engine has taken over; this one has stopped");
    for (const command of [...work, ...this.#queue.take(this.#queue.length)])
      command.answer(unavailable(command.intent, REPLACED));
  }

  /** One row that the store refuses must not take the commands of others with it. */
  #retryOneByOne(work: readonly Pending[]): void {
    const [only] = work;
    if (work.length === 1 && only !== undefined) {
      only.answer(unavailable(only.intent, NOT_WRITTEN));
      this.#failedInARow += 1;
      if (this.#failedInARow < STORE_IS_DOWN) return;
      // It is not the commands: each further try may take seconds and would have the same end.
      for (const command of this.#queue.take(this.#isolated)) command.answer(unavailable(command.intent, NOT_WRITTEN));
      this.#isolated = 0;
      return;
    }
    const commands = work.filter(({ isDue }) => isDue !== true);
    this.#queue.putBack(commands);
    this.#isolated += commands.length;
  }

  /** Forgets memory and reads where the log ends. */
  async #recover(): Promise<void> {
    await this.open();
    this.#stale = false;
  }

  async #readNextDue(now: number): Promise<void> {
    const next = await this.store.nextDue();
    // Items that cannot be processed stay due: without a pause they would be looked at again and again.
    this.#nextDue = next !== undefined && next <= now && this.#quarantine.size > 0 ? now + QUARANTINE_LOOK_MS : next;
  }

  /** Loads what a command missed and tries again, until it goes through. */
  async #perform(work: Pending, first: MissingState, now: number, record: BatchRecord): Promise<Processed> {
    let attempt: Processed | MissingState = first;
    try {
      for (let round = 0; attempt instanceof MissingState; round += 1) {
        if (round > MAX_LOADS)
          throw new Error(
            `Expected the command to find what it needs, but it still misses ${JSON.stringify(attempt.need)}`,
          );
        await this.#load(attempt.need);
        attempt = this.#attempt(work, now, record);
      }
      return attempt;
    } catch (error) {
      return { outcome: { ok: false, rejection: this.#rejection(work, error) }, answeredBy: undefined };
    }
  }

  async #load(need: Need): Promise<void> {
    try {
      const loading = loadNeed(need, this.state, this.store);
      if (loading instanceof Promise) await loading;
    } catch (error) {
      if (need.kind === "executable" || need.kind === "decision-graph") throw error;
      this.logger.error({ event: "engine.load-failed", err: error }, "The store does not answer; a command is refused");
      throw new Rejected("UNAVAILABLE", "Expected the store to answer, but it failed");
    }
  }

  /** One attempt, entirely in memory. When something was missing, nothing has changed. */
  #attempt(work: Pending, now: number, record: BatchRecord): Processed | MissingState {
    try {
      const { value, answeredBy } = this.#unit(work, work.run, now, record);
      return { outcome: { ok: true, value }, answeredBy };
    } catch (error) {
      this.state.undoCommand();
      if (error instanceof MissingState) return error;
      const rejection = this.#rejection(work, error);
      const missed = this.#afterRefusal(work, rejection, now, record);
      return missed ?? { outcome: { ok: false, rejection }, answeredBy: undefined };
    }
  }

  #unit<T>(work: Pending, run: (p: Processing) => T, now: number, record: BatchRecord) {
    const unit = new UnitOfWork(this.state, now, this.#keys, this.limits, work.actor);
    let value: T;
    try {
      value = unit.run(run);
    } finally {
      record.steps += unit.stepCount;
    }
    this.state.endCommand();
    for (const event of unit.events) record.events.push(event);
    record.ended.push(...unit.ended);
    record.transitions.push(...unit.transitions);
    return { value, answeredBy: unit.answeredBy };
  }

  /** What is kept of a refused command; when something is missing for it, the command is processed again. */
  #afterRefusal(work: Pending, rejection: Rejection, now: number, record: BatchRecord): MissingState | undefined {
    const { refused } = work;
    if (refused === undefined) return undefined;
    try {
      this.#unit(work, (p) => refused(p, rejection), now, record);
      return undefined;
    } catch (error) {
      this.state.undoCommand();
      if (error instanceof MissingState) return error;
      this.#rejection(work, error);
      return undefined;
    }
  }

  #rejection(work: Pending, error: unknown): Rejection {
    if (error instanceof Rejected) return { code: error.code, reason: error.reason, intent: work.intent };
    this.logger.error(
      { event: "engine.command-failed", err: error, intent: work.intent },
      "A command was refused because processing it failed",
    );
    return {
      code: "PROCESSING_ERROR",
      intent: work.intent,
      reason: `Expected to process the command, but it failed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }

  async #commit(now: number, events: readonly string[]): Promise<void> {
    const position = this.#position + 1;
    const committing = this.store.commit({
      log: { position, time: now, lastKey: this.#keys.last, events: `[${events.join(",")}]` },
      changes: this.state.changes(),
    });
    if (committing instanceof Promise) await committing;
    this.#position = position;
  }

  #afterCommit(ended: readonly InstanceEnded[]): void {
    const jobs = new Map<string, number>();
    for (const job of this.state.changed("job")) {
      if (job.availability === "ACTIVATABLE") jobs.set(job.type, (jobs.get(job.type) ?? 0) + 1);
      this.#noteDue(job.dueAt);
    }
    for (const timer of this.state.changed("timer")) this.#noteDue(timer.dueAt);
    for (const message of this.state.changed("message")) this.#noteDue(message.dueAt);
    for (const batch of this.state.changed("batch_operation")) this.#noteDue(batch.dueAt);
    this.state.committed(this.limits.maxWarmRows);
    this.listener.onEnded(ended);
    if (jobs.size > 0) this.listener.onJobs(jobs);
  }

  #noteDue(at: number | null): void {
    if (at !== null && (this.#nextDue === undefined || at < this.#nextDue)) this.#nextDue = at;
  }

  /** Everything in the store is committed here, so what it says is due is due. */
  async #dueWork(now: number): Promise<Pending[]> {
    const items: DueItem[] = [];
    for (const row of await this.store.select({
      table: "timer",
      atMost: { column: "dueAt", value: now },
      orderBy: "dueAt",
      limit: this.#dueLimit + this.#quarantine.size,
    })) {
      items.push({ table: "timer", key: row.timerKey, root: row.rootProcessInstanceKey });
    }
    for (const row of await this.store.select({
      table: "job",
      atMost: { column: "dueAt", value: now },
      orderBy: "dueAt",
      limit: this.#dueLimit + this.#quarantine.size,
    })) {
      items.push({ table: "job", key: row.jobKey, root: row.rootProcessInstanceKey });
    }
    for (const row of await this.store.select({
      table: "message",
      atMost: { column: "dueAt", value: now },
      orderBy: "dueAt",
      limit: this.#dueLimit + this.#quarantine.size,
    })) {
      items.push({ table: "message", key: row.messageKey, root: null });
    }
    const ready = items.filter(({ key }) => (this.#quarantine.get(key) ?? 0) <= now);
    const work = ready.map((item) => this.#duePending(item.key, now, (p) => processDue(item, p)));
    const batches = work.length < this.#dueLimit ? await this.#batchWork(now) : [];
    return [...work, ...batches].slice(0, this.#dueLimit);
  }

  #duePending(key: Key, now: number, run: Pending["run"], refused?: Pending["refused"]): Pending {
    return {
      intent: "TRIGGER",
      isDue: true,
      weight: 1,
      run,
      ...(refused === undefined ? {} : { refused }),
      answer: (outcome) => {
        // A refusal that is dealt with is no reason to wait.
        const isDone = outcome.ok || (refused !== undefined && outcome.rejection.code !== "UNAVAILABLE");
        if (isDone) this.#quarantine.delete(key);
        else this.#quarantine.set(key, now + QUARANTINE_MS);
      },
    };
  }

  /** The next pieces of batch operations. */
  async #batchWork(now: number): Promise<Pending[]> {
    const due = await this.store.select({
      table: "batch_operation",
      atMost: { column: "dueAt", value: now },
      orderBy: "dueAt",
      limit: BATCH_OPERATIONS,
    });
    const work: BatchWork[] = [];
    for (const batch of due) work.push(...(await nextBatchWork(batch, this.store)));
    return work
      .filter(({ key }) => (this.#quarantine.get(key) ?? 0) <= now)
      .map(({ key, items, run, refused }) => {
        const load = (p: Processing): void => {
          this.state.loadBatchItems(items);
          run(p);
        };
        return this.#duePending(key, now, load, refused);
      });
  }
}
