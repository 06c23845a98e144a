import { cpuUsage } from "node:process";
import { getQuickJS, type QuickJSWASMModule } from "quickjs-emscripten";

/** Milliseconds of processor time that one script may take. */
export const SCRIPT_TIME_MS = 50;
/** Milliseconds after which a script ends whatever it has used: some built-in functions ask seldom. */
const WALL_LIMIT_MS = 1_000;
/**
 * Questions of the interpreter (each some ten thousand steps) before the processor's time counts. It is the time of the whole
 * process: on a busy machine a short script must not pay for what other threads do meanwhile.
 */
const SHORT_SCRIPT = 8;
/** Bytes of memory that one script may take. */
export const SCRIPT_MEMORY_BYTES = 16 * 1024 * 1024;
const STACK_BYTES = 512 * 1024;
/** Characters of JSON that a script may give back. */
const RESULT_LIMIT = 1_000_000;

/** What a script gave, or why it did not; `kind` tells a slow script from a faulty one. */
export type ScriptOutcome =
  | { readonly ok: true; readonly value: unknown; readonly tookMs: number }
  | {
      readonly ok: false;
      readonly tookMs: number;
      readonly kind: "time" | "memory" | "fault";
      readonly message: string;
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

// The script's own JSON.stringify may be anything by then: it is taken before the script runs.
const RUN = `{
  const { names, values, source } = JSON.parse(__input);
  delete globalThis.__input;
  const stringify = JSON.stringify;
  const result = new Function(...names, source)(...values);
  const text = stringify(result);
  typeof text === "string" ? text : "";
}`;
const PARSE = `{ const source = JSON.parse(__input); delete globalThis.__input; new Function(source); ""; }`;

const withoutPrototypeKeys = (key: string, value: unknown): unknown => (key === "__proto__" ? undefined : value);

type Outcome = { ok: true; value: unknown } | { ok: false; kind: "time" | "memory" | "fault"; message: string };

const processorMs = (): number => {
  const { user, system } = cpuUsage();
  return (user + system) / 1_000;
};

/** Says when a script has had its time. */
const limitOf = (timeMs: number): (() => boolean) => {
  const processor = processorMs();
  // The machine's time, not that of the business: the Clock port may stand still.
  const wall = performance.now();
  let questions = 0;
  return () => {
    const isLong = ++questions >= SHORT_SCRIPT && processorMs() - processor > timeMs;
    return isLong || performance.now() - wall > WALL_LIMIT_MS;
  };
};

const outcomeOf = (text: string): Outcome => {
  if (text.length > RESULT_LIMIT) {
    return { ok: false, kind: "memory", message: `Expected a result under ${RESULT_LIMIT} characters` };
  }
  try {
    return { ok: true, value: text === "" ? undefined : (JSON.parse(text, withoutPrototypeKeys) as unknown) };
  } catch {
    return { ok: false, kind: "fault", message: "Expected a result that is JSON" };
  }
};

const faultOf = (error: unknown): Outcome => {
  const { name = "", message = String(error) } = (typeof error === "object" && error !== null ? error : {}) as {
    name?: string;
    message?: string;
  };
  if (message === "interrupted") {
    return { ok: false, kind: "time", message: "Expected the script to end within its time, but it ran on" };
  }
  if (message === "out of memory" || (error === null && name === "")) {
    return { ok: false, kind: "memory", message: "Expected the script to stay within its memory, but it took more" };
  }
  return { ok: false, kind: "fault", message: `${name}: ${message}`.slice(0, 500) };
};

const evaluate = (quickjs: QuickJSWASMModule, code: string, input: unknown, timeMs: number): ScriptOutcome => {
  const before = processorMs();
  const outcome = evaluateIn(quickjs, code, input, limitOf(timeMs));
  return { ...outcome, tookMs: processorMs() - before };
};

const evaluateIn = (quickjs: QuickJSWASMModule, code: string, input: unknown, isOver: () => boolean): Outcome => {
  const runtime = quickjs.newRuntime();
  runtime.setMemoryLimit(SCRIPT_MEMORY_BYTES);
  runtime.setMaxStackSize(STACK_BYTES);
  runtime.setInterruptHandler(isOver);
  const context = runtime.newContext();
  try {
    const text = context.newString(JSON.stringify(input));
    context.setProp(context.global, "__input", text);
    text.dispose();
    const result = context.evalCode(code, "form.js");
    if (result.error !== undefined) {
      const error: unknown = context.dump(result.error);
      result.error.dispose();
      return faultOf(error);
    }
    const value: unknown = context.dump(result.value);
    result.value.dispose();
    return outcomeOf(typeof value === "string" ? value : "");
  } catch (error) {
    return faultOf(error);
  } finally {
    context.dispose();
    runtime.dispose();
  }
};

/** Loads the interpreter (once for the process). */
export const openSandbox = async (): Promise<Sandbox> => {
  const quickjs = await getQuickJS();
  return {
    run: (source, values, timeMs = SCRIPT_TIME_MS) =>
      evaluate(
        quickjs,
        RUN,
        { names: Object.keys(values), values: Object.values(values).map((value) => value ?? null), source },
        Math.min(timeMs, SCRIPT_TIME_MS),
      ),
    syntaxFault(source) {
      const outcome = evaluate(quickjs, PARSE, source, SCRIPT_TIME_MS);
      return outcome.ok ? undefined : outcome.message;
    },
  };
};
