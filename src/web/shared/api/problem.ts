import type { Problem } from "../../../http/contract/shared-shapes.js";

/** One field that the server did not accept. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** A refused or failed request, with the server's words for people. `code` is OFFLINE when no answer came. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly requestId: string | null = null,
    /** The whole answer, for routes that say more than the usual. */
    readonly body: unknown = null,
  ) {
    super(detail === "" ? title : detail);
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "code" in value && "title" in value;

/** Reads an error answer; bodies of other shapes (a proxy's page, say) become one with the status only. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  return toProblem(response.status, body);
}

/** The same for a body that has been read already. */
export function toProblem(status: number, body: unknown): ProblemError {
  if (!isProblem(body)) return new ProblemError(`HTTP_${status}`, status, "", "", []);
  return new ProblemError(body.code, status, body.title, body.detail, body.errors ?? [], body.requestId ?? null, body);
}

/** No answer at all: the connection or the server is down. */
export const offlineProblem = (): ProblemError => new ProblemError("OFFLINE", 0, "", "", []);

/** True when the same request may succeed later without a change by the user. */
export const isTransient = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 0 || error.status >= 502);

/** Answers of 4xx that another moment may change: too slow, too early, too many. */
const PASSING = new Set([408, 425, 429]);

/** False for a refusal that stays one however often the same is asked: not allowed, not there, not in this state. */
export const mayPass = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.status < 400 || error.status >= 500 || PASSING.has(error.status);
