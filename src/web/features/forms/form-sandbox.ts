import { now } from "../../shared/clock.js";
import { scriptStopped } from "./script-failures.js";

/**
 * Milliseconds on the clock that one script of a form may run: first a short time, then once more a long one, since a browser knows no
 * processor time and a busy device stops a script that is in order.
 */
const SCRIPT_TIMES_MS = [50, 300] as const;
/** Bytes that one script may take. */
const SCRIPT_MEMORY_BYTES = 16 * 1024 * 1024;

/** Runs a function body with named values; JSON in, JSON out. Undefined when it failed. */
export interface FormSandbox {
  run(source: string, values: Readonly<Record<string, unknown>>): unknown;
}

const program = (source: string, names: readonly string[], values: readonly string[]): string =>
  `JSON.stringify((function(${names.join(",")}){${source}\n})(${values.join(",")}))`;

const asJson = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? "undefined";
  } catch {
    return "undefined";
  }
};

const isInterrupted = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "message" in error && error.message === "interrupted";

/** Fetches QuickJS (only forms with scripts need it) and runs scripts in it, away from the page. */
export async function openFormSandbox(): Promise<FormSandbox> {
  const [{ newQuickJSWASMModuleFromVariant, shouldInterruptAfterDeadline }, variant] = await Promise.all([
    import("quickjs-emscripten-core"),
    import("@jitl/quickjs-wasmfile-release-sync"),
  ]);
  const module = await newQuickJSWASMModuleFromVariant(variant.default);
  const evaluate = (source: string, timeMs: number): unknown => {
    const result: unknown = module.evalCode(source, {
      shouldInterrupt: shouldInterruptAfterDeadline(now() + timeMs),
      memoryLimitBytes: SCRIPT_MEMORY_BYTES,
    });
    return typeof result === "string" ? (JSON.parse(result) as unknown) : undefined;
  };
  return {
    run(source, values) {
      const text = program(source, Object.keys(values), Object.values(values).map(asJson));
      for (const timeMs of SCRIPT_TIMES_MS) {
        try {
          return evaluate(text, timeMs);
        } catch (error) {
          // The server evaluates the same script and says what is wrong with it.
          if (!isInterrupted(error)) return undefined;
        }
      }
      scriptStopped();
      return undefined;
    },
  };
}
