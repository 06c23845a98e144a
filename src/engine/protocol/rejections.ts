/**
 * Why a command was refused. The first six are those of the API's problem details; TIMEOUT is a wait that ended without
 * an answer (the command itself is done), UNAVAILABLE an engine that is closing or whose store does not answer,
 * RESOURCE_EXHAUSTED one with too much waiting: the command may be sent again later.
 */
export type RejectionCode =
  | "INVALID_ARGUMENT"
  | "NOT_FOUND"
  | "ALREADY_EXISTS"
  | "INVALID_STATE"
  | "PROCESSING_ERROR"
  | "EXCEEDED_BATCH_RECORD_SIZE"
  | "TIMEOUT"
  | "UNAVAILABLE"
  | "RESOURCE_EXHAUSTED";

/** A refused command: nothing has changed (except TIMEOUT, see RejectionCode). */
export interface Rejection {
  readonly code: RejectionCode;
  /** `Expected …, but …`. */
  readonly reason: string;
  /** The command's intent as the API's detail text names it, such as COMPLETE. */
  readonly intent: string;
}

/** Answer to a command. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly rejection: Rejection };

/** Thrown inside processing to refuse the command; the writer turns it into a Rejection. Never leaves the engine. */
export class Rejected extends Error {
  override readonly name = "Rejected";

  constructor(
    readonly code: RejectionCode,
    readonly reason: string,
  ) {
    super(reason);
  }
}
