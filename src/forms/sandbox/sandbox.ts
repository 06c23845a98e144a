import { ScriptThread, type ThreadAnswer } from "./script-thread.js";

/** Milliseconds of processor time that one script may take. */
export const SCRIPT_TIME_MS = 50;
/** Bytes of memory that one script may take. */
export const SCRIPT_MEMORY_BYTES = 16 * 1024 * 1024;
/** Characters of JSON that a script may give back. */
const RESULT_LIMIT = 1_000_000;

/** What a script gave, or why it did not; `kind` tells a slow script from a faulty one. */
export type ScriptOutcome =
  | { readonly ok: true; readonly value: unknown; readonly tookMs: number }
  | {
      readonly ok: false;
      readonly kind: "time" | "memory" | "fault";
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
  /** Why the source does not parse; undefined when it does. */
  syntaxFault(source: string): string | undefined;
}

const withoutPrototypeKeys = (key: string, value: unknown): unknown => (key === "__proto__" ? undefined : value);

const failure = (kind: "time" | "memory" | "fault", message: string, tookMs: number): ScriptOutcome => ({
  ok: false,
  kind,
  message,
  tookMs,
});

const TOO_SLOW = "Expected the script to end within its time, but it ran on";
const TOO_LARGE = "Expected the script to stay within its memory, but it took more";

const outcomeOf = (answer: ThreadAnswer | undefined): ScriptOutcome => {
  // Its thread had to be ended: a submission gets no second chance to hold everybody up.
  if (answer === undefined) return failure("time", TOO_SLOW, Number.POSITIVE_INFINITY);
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

const thread = new ScriptThread();

/** The sandbox of this process; its thread starts with the first script. */
export const sandbox: Sandbox = {
  run: (source, values, timeMs = SCRIPT_TIME_MS) =>
    outcomeOf(
      thread.run({
        parseOnly: false,
        source,
        names: Object.keys(values),
        // JSON knows no undefined: absent values arrive as null.
        values: Object.values(values).map((value) => JSON.parse(JSON.stringify(value ?? null)) as unknown),
        timeMs: Math.min(timeMs, SCRIPT_TIME_MS),
        memoryBytes: SCRIPT_MEMORY_BYTES,
      }),
    ),
  syntaxFault(source) {
    const outcome = outcomeOf(
      thread.run({
        parseOnly: true,
        source,
        names: [],
        values: [],
        timeMs: SCRIPT_TIME_MS,
        memoryBytes: SCRIPT_MEMORY_BYTES,
      }),
    );
    return outcome.ok ? undefined : outcome.message;
  },
};
