/** How the engine refused, independent of where it runs. */
export type EngineErrorCode =
  "BAD_REQUEST" | "NOT_FOUND" | "INVALID_STATE" | "ALREADY_EXISTS" | "UNAVAILABLE" | "INTERNAL";

/** The engine refused or could not be reached; the message carries its own words. */
export class EngineError extends Error {
  override readonly name = "EngineError";

  constructor(
    readonly code: EngineErrorCode,
    message: string,
    readonly operation: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

/** True for an engine's refusal of one of these kinds. */
export const isEngineError = (error: unknown, ...codes: readonly EngineErrorCode[]): error is EngineError =>
  error instanceof EngineError && (codes.length === 0 || codes.includes(error.code));
