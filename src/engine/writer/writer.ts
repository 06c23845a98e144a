import { AppError, type Clock, type Logger } from "../../platform/index.js";
import type { EngineLimits } from "../engine-limits.js";
import type { EngineStore } from "../ports/engine-store.js";
import type { InstanceEnded, Processing } from "../processing/processing.js";
import type { Outcome } from "../protocol/rejections.js";
import { EngineState } from "../state/engine-state.js";
import { MissingState } from "../state/missing.js";
import { Answers } from "./answers.js";
import { Batch } from "./batch.js";
import { CommandQueue } from "./command-queue.js";
import { CommandRunner } from "./command-runner.js";
import { DueWork } from "./due-work.js";
import { type Flight, startFlight } from "./flight.js";
import { KeyGenerator } from "./keys.js";
import { loadDefinitions } from "./load-definitions.js";
import type { ParkedPoll } from "./job-polls.js";
import type { Pending } from "./pending.js";
import { exhausted, unavailable } from "./refusals.js";

/** Lets what has come in meanwhile be taken up. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const NOT_WRITTEN = "Expected the store to write the command, but it failed";
const REPLACED = "Expected to be the engine that writes, but another one has taken over: stop this process";

/** Told by the store: another engine holds its lease. */
const isReplaced = (error: unknown): error is AppError => error instanceof AppError && error.code === "CONFLICT";

/** Told after each durable batch, before the commands are answered. */
export interface BatchListener {
  /** Instances that ended. */
  readonly onEnded: (ended: readonly InstanceEnded[]) => void;
  /** How many jobs of each type have become activatable. */
  readonly onJobs: (counts: ReadonlyMap<string, number>) => void;
  /** Asked before a batch is written: who has waited longest for jobs of a type. */
  readonly longestParked: (type: string) => ParkedPoll | undefined;
}

/** Due rows taken up in one batch. */
const DUE_LIMIT = 200;
/** How often the due items are looked at while some are left alone, in milliseconds. */
const QUARANTINE_LOOK_MS = 1_000;
/** After so many single commands in a row that the store did not take, the rest is not tried. */
const STORE_IS_DOWN = 3;
/** When so many commands wait and the store has nothing to do, it gets the first half while the other is processed. */
const WORTH_HALVING = 32;
/**
 * New jobs go out with batches of at most so many commands. Under load a commit of its own hands out many at once, and each
 * request for jobs costs more than that commit.
 */
const LIGHT_BATCH = 8;
/** Batches in the air one after the other before all is let land once, so that memory can forget. */
const MOST_FLIGHTS = 64;

/**
 * The one writer: takes what has queued up, processes it, writes log and rows in one transaction, then answers everybody.
 * Nothing is answered before it is durable. While the store writes one batch, the next one is processed (ADR 0012).
 */
export class Writer {
  state = new EngineState(true);
  readonly #queue = new CommandQueue<Pending>();
  readonly #idle: (() => void)[] = [];
  readonly #answers: Answers;
  readonly #due: DueWork;
  #keys = new KeyGenerator(undefined);
  #runner: CommandRunner;
  #position = 0;
  /** Processed as far as it goes, and not yet given to the store. */
  #open: Batch | undefined;
  /** What the store is writing. */
  #flight: Flight | undefined;
  #flights = 0;
  /** The store lets go of the thread while it writes. */
  #writesAside = false;
  #running = false;
  #scheduled = false;
  #closed = false;
  #wake: () => void = () => undefined;
  #nextDue: number | undefined;
  /** Another engine has taken over. */
  #replaced = false;
  /** Commands in a row that the store did not take though each was alone. */
  #failedInARow = 0;
  /** Memory does not match the store: a commit has failed. */
  #stale = false;
  /** Commands at the head of the queue that are tried one by one. */
  #isolated = 0;
  /** The command at work is one of them: nothing else may share its batch. */
  #isAlone = false;
  #dueLimit = DUE_LIMIT;
  #dueWasLast = false;
  #onDue: (at: number | undefined) => void = () => undefined;

  constructor(
    private readonly store: EngineStore,
    private readonly clock: Clock,
    private readonly limits: EngineLimits,
    private readonly logger: Logger,
    private readonly listener: BatchListener,
  ) {
    this.#answers = new Answers(limits.awaitCompletionMs);
    this.#due = new DueWork(store, (items) => this.state.loadBatchItems(items));
    this.#runner = this.#newRunner();
  }

  /** Reads where the log ends, and the definitions. */
  async open(): Promise<void> {
    const head = await this.store.head();
    this.#position = head.position;
    this.#keys = new KeyGenerator(head.lastKey);
    this.state = new EngineState(true);
    this.#runner = this.#newRunner();
    await loadDefinitions(this.state, this.store);
    this.#nextDue = await this.store.nextDue();
  }

  #newRunner(): CommandRunner {
    return new CommandRunner(this.state, this.#keys, this.store, this.limits, this.logger);
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
    if (this.#running) this.#wake();
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
    this.#answers.close();
  }

  /** Closing does not wait for what is due: it may be work for hours, and goes on when the engine is opened again. */
  #isDue(): boolean {
    if (this.#closed || this.#replaced) return false;
    return this.#nextDue !== undefined && this.#nextDue <= this.clock.now();
  }

  async #work(): Promise<void> {
    this.#running = true;
    try {
      while (this.#hasToDo()) {
        if (this.#stale) await this.#recover();
        else if (this.#isDue() && !this.#yields()) await this.#dueBatch();
        else await this.#commands();
        // A synchronous store never lets go of the thread by itself, and requests want to come in.
        if (this.#hasToDo()) await nextTurn();
      }
    } catch (error) {
      this.logger.error({ event: "engine.store-failed", err: error }, "The store does not answer; it is asked again");
      this.#isolated = 0;
      this.#dropOpen();
      for (const { answer, intent } of this.#queue.take(this.#queue.length))
        answer(unavailable(intent, "Expected the store to answer, but it failed"));
      this.#nextDue = this.clock.now() + QUARANTINE_LOOK_MS;
    } finally {
      this.#running = false;
    }
    if (this.#queue.length > 0) this.kick();
    else for (const resolve of this.#idle.splice(0)) resolve();
    this.#onDue(this.#nextDue);
  }

  #hasToDo(): boolean {
    return this.#queue.length > 0 || this.#flight !== undefined || this.#open !== undefined || this.#isDue();
  }

  /** Work that is always due, as that of a batch operation, takes turns with commands. */
  #yields(): boolean {
    return this.#dueWasLast && this.#queue.length > 0;
  }

  /** Takes up what has come in. It goes to the store as soon as that has done with what came before. */
  async #commands(): Promise<void> {
    if (this.#isolated > 0) {
      this.#isolated -= 1;
      this.#isAlone = true;
      try {
        await this.#fill(1);
        await this.#drain();
      } finally {
        this.#isAlone = false;
      }
      return;
    }
    if (this.#flight !== undefined && this.#hasToForget()) {
      await this.#drain();
      return;
    }
    const isFull = this.#queue.length > 0 && (await this.#fill(this.#share()));
    if (this.#flight === undefined || this.#flight.isOver) await this.#launch();
    else if (isFull || this.#queue.length === 0) await this.#news(this.#flight);
  }

  /** Memory forgets only while nothing is in it that the store does not have. */
  #hasToForget(): boolean {
    return this.#flights >= MOST_FLIGHTS || this.state.warmRows > this.limits.maxWarmRows;
  }

  /** How many of the waiting commands are taken at once. */
  #share(): number {
    const waiting = this.#queue.length;
    const isHalved = this.#writesAside && this.#flight === undefined && waiting >= WORTH_HALVING;
    return isHalved ? Math.ceil(waiting / 2) : waiting;
  }

  /** Waits for the store or for another command. */
  async #news({ landing }: Flight): Promise<void> {
    const arrival = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await Promise.race([landing, arrival]);
  }

  /** Processes waiting commands into the open batch; true when there is no room in it for more. */
  async #fill(count: number): Promise<boolean> {
    const { maxBatchCommands, maxBatchRows } = this.limits;
    const batch = (this.#open ??= new Batch(this.clock.now()));
    const room = Math.min(count, maxBatchCommands - batch.commands.length);
    const taken = this.#queue.take(room, maxBatchRows - batch.weight, batch.isEmpty);
    if (taken.length > 0) this.#dueWasLast = false;
    const isFull = await this.#process(taken, batch);
    return isFull || (taken.length === 0 && this.#queue.length > 0);
  }

  /** Processes commands in memory; true when the batch has become too large for all of them. */
  async #process(taken: readonly Pending[], batch: Batch): Promise<boolean> {
    for (const [index, command] of taken.entries()) {
      const isTooLong = batch.steps >= this.limits.maxBatchSteps;
      // A command that finds everything in memory costs no turn of the event loop.
      const attempt = isTooLong ? undefined : this.#runner.attempt(command, batch);
      if (attempt === undefined || (attempt instanceof MissingState && !(await this.#caughtUp()))) {
        // What is due is found again; commands wait for the next batch.
        this.#queue.putBack(taken.slice(index).filter(({ isDue }) => isDue !== true));
        return true;
      }
      const isMissing = attempt instanceof MissingState;
      batch.add(command, isMissing ? await this.#runner.perform(command, attempt, batch) : attempt);
    }
    return false;
  }

  /** Before something is loaded, the store has to have what memory builds upon. False when it did not take it. */
  async #caughtUp(): Promise<boolean> {
    if (this.#flight === undefined) return true;
    await this.#flight.landing;
    return this.#flight.failure === undefined && (await this.#land());
  }

  /** What is due, in a batch of its own. */
  async #dueBatch(): Promise<void> {
    // Everything is in the store then, so that what it says is due is due.
    if (!(await this.#drain())) return;
    this.#dueWasLast = true;
    const now = this.clock.now();
    const work = await this.#due.find(now, this.#dueLimit);
    this.#open = new Batch(now);
    await this.#process(work, this.#open);
    this.#dueLimit = (await this.#drain()) ? DUE_LIMIT : 1;
    if (!this.#stale) await this.#readNextDue(now);
  }

  /** Gives the open batch to the store, once that has done with the one before. False when it did not take that one. */
  async #launch(): Promise<boolean> {
    const former = this.#flight;
    if (former !== undefined && !(await this.#hasLanded(former))) return false;
    const batch = this.#open;
    this.#open = undefined;
    if (batch !== undefined && !batch.isEmpty) this.#start(batch);
    // Only now: the store writes while the answers are made.
    if (former !== undefined) this.#answers.give(former.batch);
    return this.#flight?.isOver === true ? this.#land() : true;
  }

  /** Requests that wait get the jobs of the batch with it: it spares them a commit of their own. */
  #handOut(batch: Batch): void {
    const counts = new Map<string, number>();
    for (const job of this.state.changed("job"))
      if (job.availability === "ACTIVATABLE") counts.set(job.type, (counts.get(job.type) ?? 0) + 1);
    for (const [type, count] of counts) {
      for (let left = count; left > 0 && batch.steps < this.limits.maxBatchSteps;) {
        const poll = this.listener.longestParked(type);
        if (poll === undefined) break;
        const attempt = this.#runner.attempt(poll.command, batch);
        // What is not in memory is handed out when it is durable.
        if (attempt instanceof MissingState || !attempt.outcome.ok) break;
        const handedOut = (attempt.outcome.value as readonly unknown[]).length;
        if (handedOut === 0) break;
        poll.take();
        batch.add(poll.command, attempt);
        left -= handedOut;
      }
    }
  }

  #start(batch: Batch): void {
    if (!this.#isAlone && batch.commands.length <= LIGHT_BATCH) this.#handOut(batch);
    const log = {
      position: this.#position + 1,
      time: batch.now,
      lastKey: this.#keys.last,
      events: `[${batch.events.join(",")}]`,
    };
    const changes = this.state.handOver();
    this.#flight = startFlight(batch, () =>
      batch.events.length === 0 ? undefined : this.store.commit({ log, changes }),
    );
    if (batch.events.length > 0) this.#writesAside = !this.#flight.isOver;
    this.#flights += 1;
  }

  /** Waits for the store; false when it did not take what it was given. */
  async #land(): Promise<boolean> {
    const flight = this.#flight;
    if (flight === undefined) return true;
    if (!(await this.#hasLanded(flight))) return false;
    this.#answers.give(flight.batch);
    return true;
  }

  /** Everything processed so far goes to the store and is answered; false when the store did not take it. */
  async #drain(): Promise<boolean> {
    const isDurable = (await this.#launch()) && (await this.#land());
    this.#flights = 0;
    return isDurable;
  }

  /** Waits for the store and does what follows except the answers. */
  async #hasLanded(flight: Flight): Promise<boolean> {
    await flight.landing;
    this.#flight = undefined;
    if (flight.failure !== undefined) {
      await this.#crashed(flight.batch, flight.failure.cause);
      return false;
    }
    this.#landed(flight.batch);
    return true;
  }

  /** Decides what becomes of a batch that the store did not take. */
  async #crashed(batch: Batch, error: unknown): Promise<void> {
    this.logger.error(
      { event: "engine.commit-failed", err: error },
      "The store did not take a batch; memory is read again",
    );
    // What was processed on top of it is processed again.
    const above = this.#dropOpen();
    this.#stale = true;
    if (isReplaced(error)) {
      this.#stop(error, batch.commands);
      return;
    }
    let wasWritten: boolean;
    try {
      wasWritten = await this.#wasWritten(batch);
    } catch (cause) {
      // Nobody knows: nothing is acknowledged, and nothing is tried a second time.
      for (const command of batch.commands) command.answer(unavailable(command.intent, NOT_WRITTEN));
      throw cause;
    }
    if (wasWritten) {
      this.#landed(batch);
      this.#answers.give(batch);
    } else this.#retryOneByOne(batch, above);
  }

  /** Puts the commands of the open batch back into the queue; the answer is how many. */
  #dropOpen(): number {
    const batch = this.#open;
    if (batch === undefined) return 0;
    this.#open = undefined;
    this.#stale = true;
    this.#queue.putBack(batch.sent);
    return batch.sent.length;
  }

  /**
   * A commit that failed may have reached the store all the same, when only the answer was lost. The entry has to be this
   * batch: one that another writer has put at its place says nothing about it.
   */
  async #wasWritten({ now, events }: Batch): Promise<boolean> {
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

  /** One row that the store refuses must not take the commands of others with it; `above` are in the queue already. */
  #retryOneByOne({ commands, sent }: Batch, above: number): void {
    const [only] = commands;
    if (commands.length === 1 && only !== undefined) {
      only.answer(unavailable(only.intent, NOT_WRITTEN));
      this.#failedInARow += 1;
      if (this.#failedInARow < STORE_IS_DOWN) return;
      // It is not the commands: each further try may take seconds and would have the same end.
      for (const command of this.#queue.take(this.#isolated)) command.answer(unavailable(command.intent, NOT_WRITTEN));
      this.#isolated = 0;
      return;
    }
    this.#queue.putBack(sent);
    this.#isolated += sent.length + above;
  }

  /** Forgets memory and reads where the log ends. */
  async #recover(): Promise<void> {
    await this.open();
    this.#stale = false;
  }

  async #readNextDue(now: number): Promise<void> {
    const next = await this.store.nextDue();
    // Items that cannot be processed stay due: without a pause they would be looked at again and again.
    const isLeftAlone = next !== undefined && next <= now && this.#due.leavesSomething;
    this.#nextDue = isLeftAlone ? now + QUARANTINE_LOOK_MS : next;
  }

  /** A batch is durable. */
  #landed({ ended, events }: Batch): void {
    if (events.length > 0) this.#position += 1;
    this.#failedInARow = 0;
    const jobs = new Map<string, number>();
    for (const job of this.state.handedOver("job")) {
      if (job.availability === "ACTIVATABLE") jobs.set(job.type, (jobs.get(job.type) ?? 0) + 1);
      this.#noteDue(job.dueAt);
    }
    for (const timer of this.state.handedOver("timer")) this.#noteDue(timer.dueAt);
    for (const message of this.state.handedOver("message")) this.#noteDue(message.dueAt);
    for (const batch of this.state.handedOver("batch_operation")) this.#noteDue(batch.dueAt);
    this.state.committed(this.limits.maxWarmRows);
    this.listener.onEnded(ended);
    if (jobs.size > 0) this.listener.onJobs(jobs);
  }

  #noteDue(at: number | null): void {
    if (at !== null && (this.#nextDue === undefined || at < this.#nextDue)) this.#nextDue = at;
  }
}
