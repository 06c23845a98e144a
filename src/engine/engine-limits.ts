/** Bounds of the engine; each has a default. */
export interface EngineLimits {
  /** Commands in one group commit. */
  readonly maxBatchCommands: number;
  /**
   * Rows of open instances kept in memory between batches; a row with a large value counts for several. 0 keeps none.
   * The aggregate used last is kept, however large it is.
   */
  readonly maxWarmRows: number;
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
  maxStepsPerCommand: 500_000,
  awaitCompletionMs: 15_000,
  longPollMs: 10_000,
};
