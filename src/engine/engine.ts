import { type Clock, type Logger, silentLogger } from "../platform/index.js";
import { compileDeployment, describeFaults } from "./deploy/index.js";
import { DEFAULT_LIMITS, type EngineLimits } from "./engine-limits.js";
import { evaluate, parseExpression } from "./feel/index.js";
import type { EngineStore } from "./ports/engine-store.js";
import { DEFAULT_TENANT, withClusterVariables } from "./processing/cluster-variables.js";
import type { CommandProcessor } from "./processing/command-processor.js";
import { auditedAs, recordRefusal } from "./processing/audit/audited.js";
import { AUDITORS } from "./processing/audit/auditors.js";
import { COMMANDS } from "./processing/commands.js";
import { deploy } from "./processing/definition/deploy.js";
import type { InstanceEnded } from "./processing/processing.js";
import type {
  ActivatedJob,
  ActivateJobsCommand,
  Command,
  CommandResults,
  CreateProcessInstanceCommand,
  CreateProcessInstanceResult,
  DeployCommand,
  DeployResult,
  ExpressionResult,
} from "./protocol/commands.js";
import type { Outcome } from "./protocol/rejections.js";
import type { Actor } from "./state/actor.js";
import { rowWeight } from "./state/row-weight.js";
import type { JsonObject, Key } from "./state/rows.js";
import { DueTimer } from "./writer/due-timer.js";
import { JobPolls, type PollPlace } from "./writer/job-polls.js";
import { Writer } from "./writer/writer.js";

/** What an engine needs. A clock with `onChange` (a controlled one) is listened to: timers follow its moves. */
export interface EngineOptions {
  readonly store: EngineStore;
  readonly clock: Clock;
  readonly logger?: Logger;
  readonly limits?: Partial<EngineLimits>;
}

/** A request for jobs that may wait for them. */
export interface ActivateJobsRequest extends Omit<ActivateJobsCommand, "type"> {
  /** Milliseconds to wait for the first job; negative answers at once, 0 or absent waits 10 s. */
  readonly requestTimeout?: number;
}

/** A running engine: the one writer of its store. */
export interface Engine {
  /**
   * Answers when the command's effects are durable, or it was refused. Never rejects for what a command contains. With an
   * actor it is recorded in the audit log, when it is of an audited kind.
   */
  submit<C extends Command>(command: C, actor?: Actor): Promise<Outcome<CommandResults[C["type"]]>>;
  /** Jobs of a type; returns as soon as there is one. An aborted request gets no job, and what it was given is given back. */
  activateJobs(request: ActivateJobsRequest, signal?: AbortSignal): Promise<Outcome<readonly ActivatedJob[]>>;
  /** Evaluates `= …` with the given variables only. */
  evaluateExpression(expression: string, variables: JsonObject): Outcome<ExpressionResult>;
  /** Waits until everything that is due now has been done; for tests and controlled clocks. */
  settle(): Promise<void>;
  /** Finishes the batch in hand, refuses the rest, stops timers and polls. The store stays open. */
  close(): Promise<void>;
}

/** Opens the engine on a store: reads the definitions and goes on where the log ends. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const engine = new RunningEngine(options);
  await engine.open();
  return engine;
}

/** Somebody who waits for the end of an instance. */
type EndListener = (ended: InstanceEnded) => void;

class RunningEngine implements Engine {
  readonly #writer: Writer;
  readonly #polls = new JobPolls();
  readonly #ends = new Map<Key, EndListener>();
  /** Instances whose end somebody wants to know. */
  readonly #awaited = new Set<Key>();
  readonly #recentEnds = new Map<Key, InstanceEnded>();
  readonly #limits: EngineLimits;
  readonly #dueTimer: DueTimer;
  readonly #clock: Clock;
  #closed = false;

  constructor({ store, clock, logger = silentLogger, limits }: EngineOptions) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.#clock = clock;
    this.#writer = new Writer(store, clock, this.#limits, logger, {
      onEnded: (ended) => this.#tellEnds(ended),
      onJobs: (counts) => {
        for (const [type, count] of counts) this.#polls.wake(type, count);
      },
      longestParked: (type) => this.#polls.longestParked(type),
    });
    this.#dueTimer = new DueTimer(clock, () => this.#writer.kick());
  }

  async open(): Promise<void> {
    await this.#writer.open();
    this.#writer.watchDue((at) => {
      if (!this.#closed) this.#dueTimer.set(at);
    });
  }

  submit<C extends Command>(command: C, actor?: Actor): Promise<Outcome<CommandResults[C["type"]]>> {
    return this.#dispatch(command, actor) as Promise<Outcome<CommandResults[C["type"]]>>;
  }

  #dispatch(command: Command, actor: Actor | undefined): Promise<Outcome<unknown>> {
    if (command.type === "deployment.create") return this.#deploy(command, actor);
    if (command.type === "process-instance.create" && command.awaitCompletion === true)
      return this.#createAndAwait(command, actor);
    const entry = COMMANDS[command.type];
    const process = entry.process as CommandProcessor<Command>;
    const intent =
      typeof entry.intent === "string" ? entry.intent : (entry.intent as (command: Command) => string)(command);
    if (actor === undefined || AUDITORS[command.type] === undefined)
      return this.#writer.submit(intent, (p) => process(command, p), { weight: weightOf(command) });
    return this.#writer.submit(intent, (p) => auditedAs(actor, command, process, p), {
      weight: weightOf(command),
      actor,
      refused: (p, { code }) => {
        if (code === "INVALID_STATE") recordRefusal(actor, command, p);
      },
    });
  }

  async #deploy(command: DeployCommand, actor: Actor | undefined): Promise<Outcome<DeployResult>> {
    const compiled = await compileDeployment(command.resources);
    if (!compiled.ok)
      return {
        ok: false,
        rejection: { code: "INVALID_ARGUMENT", intent: "CREATE", reason: describeFaults(compiled.faults) },
      };
    const { state } = this.#writer;
    const process: CommandProcessor<DeployCommand> = (_command, p) =>
      deploy(
        {
          command,
          resources: compiled.resources,
          keepProcess: (key, executable) => state.loadExecutable(key, executable),
          keepGraph: (key, graph) => state.loadDecisionGraph(key, graph),
        },
        p,
      );
    return this.#writer.submit("CREATE", (p) =>
      actor === undefined ? process(command, p) : auditedAs(actor, command, process, p),
    );
  }

  async #createAndAwait(
    command: CreateProcessInstanceCommand,
    actor: Actor | undefined,
  ): Promise<Outcome<CreateProcessInstanceResult>> {
    const keys: Key[] = [];
    try {
      const created = await this.#writer.submit("CREATE", (p) => {
        const { process } = COMMANDS["process-instance.create"];
        const result = actor === undefined ? process(command, p) : auditedAs(actor, command, process, p);
        // The end may come with the same batch, before the creation is answered.
        keys.push(result.processInstanceKey);
        this.#awaited.add(result.processInstanceKey);
        return result;
      });
      if (!created.ok) return created;
      const ended = await this.#end(created.value.processInstanceKey, command.requestTimeout ?? 0);
      if (ended === undefined)
        return refused(
          "TIMEOUT",
          `Expected process instance '${created.value.processInstanceKey}' to complete in time, but it is still running`,
        );
      if (ended.state === "TERMINATED")
        return refused(
          "INVALID_STATE",
          `Expected process instance '${created.value.processInstanceKey}' to complete, but it was terminated`,
        );
      return {
        ok: true,
        value: { ...created.value, variables: pick(ended.variables(), command.fetchVariables ?? []) },
      };
    } finally {
      for (const key of keys) {
        this.#awaited.delete(key);
        this.#recentEnds.delete(key);
      }
    }
  }

  /** The end of an instance, which may have been already; undefined when it takes too long. */
  #end(key: Key, timeoutMs: number): Promise<InstanceEnded | undefined> {
    const before = this.#recentEnds.get(key);
    if (before !== undefined) return Promise.resolve(before);
    return new Promise((resolve) => {
      const answer = (ended: InstanceEnded | undefined): void => {
        clearTimeout(timer);
        this.#ends.delete(key);
        this.#givingUp.delete(giveUp);
        resolve(ended);
      };
      const giveUp = (): void => answer(undefined);
      const timer = setTimeout(giveUp, timeoutMs > 0 ? timeoutMs : this.#limits.awaitCompletionMs);
      this.#ends.set(key, answer);
      this.#givingUp.add(giveUp);
    });
  }

  /** Ends every wait for an instance: the engine closes. */
  readonly #givingUp = new Set<() => void>();

  #tellEnds(ended: readonly InstanceEnded[]): void {
    if (this.#awaited.size === 0) return;
    for (const end of ended) {
      if (!this.#awaited.has(end.processInstanceKey)) continue;
      const listener = this.#ends.get(end.processInstanceKey);
      if (listener === undefined) this.#recentEnds.set(end.processInstanceKey, end);
      else listener(end);
    }
  }

  async activateJobs(request: ActivateJobsRequest, signal?: AbortSignal): Promise<Outcome<readonly ActivatedJob[]>> {
    const { requestTimeout = 0, ...command } = request;
    const waitMs = requestTimeout === 0 ? this.#limits.longPollMs : requestTimeout;
    const deadline = performance.now() + waitMs;
    for (;;) {
      const poll = this.#polls.join(request.jobType);
      let served = false;
      try {
        let outcome = await this.submit({ type: "job.activate", ...command });
        let left = deadline - performance.now();
        if (outcome.ok && outcome.value.length === 0 && left > 0 && !this.#closed && !isAborted(signal)) {
          outcome = (await this.#wait(poll, command, left, signal)) ?? outcome;
          left = deadline - performance.now();
          // It was woken, or time is up: the queue is asked once more.
          if (outcome.ok && outcome.value.length === 0 && !isAborted(signal)) continue;
        }
        if (!outcome.ok) return outcome;
        served = outcome.value.length > 0;
        if (isAborted(signal)) {
          await this.#giveBack(outcome.value);
          return { ok: true, value: [] };
        }
        if (served || left <= 0 || this.#closed) return outcome;
      } finally {
        poll.leave(served);
      }
    }
  }

  /**
   * Waits for jobs: for those that a batch hands out as it makes them, for the news that there are some (undefined), for a
   * time, or for the signal. What a batch has taken up is waited for in any case: its jobs belong to this request.
   */
  #wait(
    poll: PollPlace,
    command: Omit<ActivateJobsCommand, "type">,
    ms: number,
    signal: AbortSignal | undefined,
  ): Promise<Outcome<readonly ActivatedJob[]> | undefined> {
    return new Promise((resolve) => {
      const end = (outcome: Outcome<readonly ActivatedJob[]> | undefined): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", giveUp);
        resolve(outcome);
      };
      const giveUp = (): void => {
        if (!poll.isTaken()) end(undefined);
      };
      const timer = setTimeout(giveUp, ms);
      signal?.addEventListener("abort", giveUp);
      void poll.woken().then(giveUp);
      const { process, intent } = COMMANDS["job.activate"];
      poll.park({
        intent: intent as string,
        weight: 1,
        run: (p) => process({ type: "job.activate", ...command }, p),
        answer: (outcome) => end(outcome as Outcome<readonly ActivatedJob[]>),
      });
    });
  }

  async #giveBack(jobs: readonly ActivatedJob[]): Promise<void> {
    const keys = jobs.map(({ jobKey }) => jobKey);
    if (keys.length === 0) return;
    await this.#writer.submit("ACTIVATE", (p) => {
      p.state.require(jobs.map(({ rootProcessInstanceKey }) => rootProcessInstanceKey));
      const still = keys.filter((key) => p.state.job(key)?.availability === "ACTIVATED");
      if (still.length > 0) p.emit({ t: "jobs.returned", keys: still });
    });
  }

  evaluateExpression(expression: string, variables: JsonObject): Outcome<ExpressionResult> {
    const refuse = (reason: string): Outcome<never> => ({
      ok: false,
      rejection: { code: "INVALID_ARGUMENT", intent: "EVALUATE", reason },
    });
    const parsed = parseExpression(expression);
    if (!parsed.ok) return refuse(parsed.message);
    const outcome = evaluate(
      parsed.value,
      withClusterVariables(
        { get: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined) },
        this.#writer.state.admin,
        DEFAULT_TENANT,
      ),
      { nowMs: this.#clock.now() },
    );
    if (!outcome.ok) return refuse(outcome.message);
    return { ok: true, value: { result: outcome.value, warnings: outcome.warnings.map(({ message }) => message) } };
  }

  settle(): Promise<void> {
    return this.#writer.settled();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#dueTimer.stop();
    this.#polls.wakeAll();
    await this.#writer.close();
    for (const giveUp of this.#givingUp) giveUp();
  }
}

/** What a waiting command counts for in the bound of what may wait. */
const weightOf = (command: Command): number =>
  "variables" in command && command.variables !== undefined ? rowWeight(command.variables) : 1;

/** Asked anew each time: the signal may change while the engine waits. */
const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

const refused = (code: "TIMEOUT" | "INVALID_STATE", reason: string): Outcome<never> => ({
  ok: false,
  rejection: { code, intent: "CREATE", reason },
});

function pick(variables: JsonObject, names: readonly string[]): JsonObject {
  if (names.length === 0) return variables;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)));
}
