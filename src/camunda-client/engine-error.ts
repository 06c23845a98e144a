import { AppError } from "../platform/index.js";

/** How the engine refused, independent of where it runs. */
export type EngineErrorCode =
  "BAD_REQUEST" | "NOT_FOUND" | "INVALID_STATE" | "ALREADY_EXISTS" | "CANCELLED" | "UNAVAILABLE" | "INTERNAL";

/** The engine refused or could not be reached; the message carries its own words. An unreachable engine answers 503 when nobody catches this. */
export class EngineError extends AppError {
  declare readonly code: EngineErrorCode;

  constructor(
    code: EngineErrorCode,
    message: string,
    readonly operation: string,
    cause?: unknown,
  ) {
    super(code, message, cause === undefined ? {} : { cause });
  }
}

/** True for an engine's refusal of one of these kinds. */
export const isEngineError = (error: unknown, ...codes: readonly EngineErrorCode[]): error is EngineError =>
  error instanceof EngineError && (codes.length === 0 || codes.includes(error.code));

/** What errors of the SDK have in common; each kind fills its part. */
interface SdkFailure {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly status?: unknown;
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly lastStatus?: unknown;
}

const codeOf = ({ name, message, status, title, lastStatus }: SdkFailure): EngineErrorCode => {
  if (name === "CancelSdkError" || name === "AbortError" || name === "CancelError") return "CANCELLED";
  if (name === "NetworkSdkError" || name === "AuthSdkError") return "UNAVAILABLE";
  // Reads let the failure of `fetch` through as it is.
  if (name === "TypeError" && message === "fetch failed") return "UNAVAILABLE";
  switch (typeof status === "number" ? status : lastStatus) {
    case 400:
    case 413:
    case 415:
      return "BAD_REQUEST";
    case 404:
      return "NOT_FOUND";
    case 409:
      return title === "ALREADY_EXISTS" ? "ALREADY_EXISTS" : "INVALID_STATE";
    case 401:
    case 403:
    case 429:
    case 502:
    case 503:
    case 504:
      return "UNAVAILABLE";
    default:
      return "INTERNAL";
  }
};

/** Any failure of an SDK call as an EngineError; one that is one already stays as it is. */
export const toEngineError = (operation: string, error: unknown): EngineError => {
  if (error instanceof EngineError) return error;
  const failure: SdkFailure = typeof error === "object" && error !== null ? error : { message: String(error) };
  const words = typeof failure.detail === "string" && failure.detail !== "" ? failure.detail : failure.message;
  const text = typeof words === "string" ? words : "no reason was given";
  return new EngineError(
    codeOf(failure),
    `Expected the engine to accept '${operation}', but: ${text}`,
    operation,
    error,
  );
};
