import { scriptsUnavailable } from "./scripts-unavailable.js";
import { type NoAnswer, ScriptThread, type ScriptRequest, type ThreadAnswer } from "./script-thread.js";

/** Milliseconds of processor time that one script may take. */
export const SCRIPT_TIME_MS = 50;
/** Bytes of memory that one script may take. */
export const SCRIPT_MEMORY_BYTES = 16 * 1024 * 1024;
/** Characters of JSON that a script may give back. */
const RESULT_LIMIT = 1_000_000;

/**
 * What a script gave, or why it did not; `kind` tells a slow script from a faulty one. `unavailable`: nothing is known of the script,
 * since there was no thread to run it; the same may well succeed a moment later.
 */
export type ScriptOutcome =
  | { readonly ok: true; readonly value: unknown; readonly tookMs: number }
  | {
      readonly ok: false;
      readonly kind: "time" | "memory" | "fault" | "unavailable";
      readonly message: string;
      readonly tookMs: number;
    };

/** Runs scripts of forms where nothing of this process can be reached: JSON goes in, JSON comes out. */
export interface Sandbox {
  /**
   * Runs `source` as the body of a function with the named values.
   * @param timeMs less than the limit of one script when a whole submission has little time left.
   */
  run(source: string, values: Readonly<Record<string, unknown>>, timeMs?: number): ScriptOutcome;
  /** Why the source does not parse; undefined when it does. @throws {AppError} UNAVAILABLE when it could not be tried. */
  syntaxFault(source: string): string | undefined;
}

const withoutPrototypeKeys = (key: string, value: unknown): unknown => (key === "__proto__" ? undefined : value);

const failure = (kind: (ScriptOutcome & { ok: false })["kind"], message: string, tookMs: number): ScriptOutcome => ({
  ok: false,
  kind,
  message,
  tookMs,
});

const TOO_SLOW = "Expected the script to end within its time, but it ran on";
const TOO_LARGE = "Expected the script to stay within its memory, but it took more";

const NO_THREAD = "Expected the thread for form scripts to answer, but it";
const LOST = { starved: `${NO_THREAD} got no time on this machine`, gone: `${NO_THREAD} ended` } as const;

const outcomeOf = (answer: ThreadAnswer | NoAnswer): ScriptOutcome => {
  if ("lost" in answer) {
    // Its thread had to be ended: a submission gets no second chance to hold everybody up.
    if (answer.lost === "time") return failure("time", TOO_SLOW, Number.POSITIVE_INFINITY);
    return failure("unavailable", LOST[answer.lost], 0);
  }
  const { tookMs } = answer;
  if ("error" in answer) {
    const { name, message } = answer.error;
    if (message === "interrupted") return failure("time", TOO_SLOW, tookMs);
    if (message === "out of memory") return failure("memory", TOO_LARGE, tookMs);
    return failure("fault", `${name}: ${message}`.slice(0, 500), tookMs);
  }
  if (answer.text.length > RESULT_LIMIT) {
    return failure("memory", `Expected a result under ${RESULT_LIMIT} characters`, tookMs);
  }
  try {
    const value: unknown = answer.text === "" ? undefined : JSON.parse(answer.text, withoutPrototypeKeys);
    return { ok: true, value, tookMs };
  } catch {
    return failure("fault", "Expected a result that is JSON", tookMs);
  }
};

/** A sandbox on one thread, which starts with the first script. */
export const createSandbox = (thread: Pick<ScriptThread, "run">): Sandbox => {
  const outcome = (request: ScriptRequest): ScriptOutcome => {
    const answer = thread.run(request);
    // Another thread may do what the one that ended did not; a machine without time would only be waited for once more.
    return outcomeOf("lost" in answer && answer.lost === "gone" ? thread.run(request) : answer);
  };
  return {
    run: (source, values, timeMs = SCRIPT_TIME_MS) =>
      outcome({
        parseOnly: false,
        source,
        names: Object.keys(values),
        // JSON knows no undefined: absent values arrive as null.
        values: Object.values(values).map((value) => JSON.parse(JSON.stringify(value ?? null)) as unknown),
        timeMs: Math.min(timeMs, SCRIPT_TIME_MS),
        memoryBytes: SCRIPT_MEMORY_BYTES,
      }),
    syntaxFault(source) {
      const result = outcome({
        parseOnly: true,
        source,
        names: [],
        values: [],
        timeMs: SCRIPT_TIME_MS,
        memoryBytes: SCRIPT_MEMORY_BYTES,
      });
      if (result.ok) return undefined;
      if (result.kind === "unavailable") throw scriptsUnavailable(result.message);
      return result.message;
    },
  };
};

/** The sandbox of this process. */
export const sandbox: Sandbox = createSandbox(new ScriptThread());
