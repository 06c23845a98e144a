/** Bounds of the engine; each has a default. */
export interface EngineLimits {
  /** Commands in one group commit. */
  readonly maxBatchCommands: number;
  /**
   * Rows of open instances kept in memory between batches; a row with a large value counts for several. 0 keeps none.
   * The aggregate used last is kept, however large it is.
   */
  readonly maxWarmRows: number;
  /** Rows that the variables of the commands in one group commit may count for; a larger command has a batch of its own. */
  readonly maxBatchRows: number;
  /** Steps after which a batch is closed; the commands left wait for the next one, so that nobody waits for all of them. */
  readonly maxBatchSteps: number;
  /** Commands that may wait for the writer; more are refused with RESOURCE_EXHAUSTED. */
  readonly maxQueuedCommands: number;
  /** Rows that the variables of waiting commands may count for (`rowWeight`, about 512 characters each). */
  readonly maxQueuedRows: number;
  /** How often one command may enter the same element of a scope; beyond it the element gets an incident. */
  readonly maxVisits: number;
  /** Steps that one command may cause before it is refused as endless. */
  readonly maxStepsPerCommand: number;
  /** Milliseconds that `awaitCompletion` waits when the request does not say. */
  readonly awaitCompletionMs: number;
  /** Milliseconds that a request for jobs waits when it does not say. */
  readonly longPollMs: number;
}

/** What holds without other wishes. */
export const DEFAULT_LIMITS: EngineLimits = {
  maxBatchCommands: 500,
  maxWarmRows: 20_000,
  maxBatchRows: 20_000,
  maxBatchSteps: 20_000,
  maxQueuedCommands: 10_000,
  maxQueuedRows: 200_000,
  maxVisits: 1_000,
  maxStepsPerCommand: 500_000,
  awaitCompletionMs: 15_000,
  longPollMs: 10_000,
};
