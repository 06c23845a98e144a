import type { Clock, Logger } from "../platform/index.js";
import type { EngineStore } from "./ports/engine-store.js";
import type {
  ActivatedJob,
  ActivateJobsCommand,
  Command,
  CommandResults,
  ExpressionResult,
} from "./protocol/commands.js";
import type { Outcome } from "./protocol/rejections.js";
import type { JsonObject } from "./state/rows.js";

/** Bounds of the engine; each has a default. */
export interface EngineLimits {
  /** Commands in one group commit. */
  readonly maxBatchCommands: number;
  /** Rows of warm instances kept in memory. */
  readonly maxWarmRows: number;
  /** Steps that one command may cause before it is refused as endless. */
  readonly maxStepsPerCommand: number;
  /** Milliseconds that `awaitCompletion` waits when the request does not say. */
  readonly awaitCompletionMs: number;
}

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
  /** Answers when the command's effects are durable, or it was refused. Never rejects for what a command contains. */
  submit<C extends Command>(command: C): Promise<Outcome<CommandResults[C["type"]]>>;
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
export declare function createEngine(options: EngineOptions): Promise<Engine>;
