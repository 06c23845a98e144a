import { now } from "../../shared/clock.js";

/** Milliseconds that one script of a form may run. */
const SCRIPT_TIME_MS = 50;
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

/** Fetches QuickJS (only forms with scripts need it) and runs scripts in it, away from the page. */
export async function openFormSandbox(): Promise<FormSandbox> {
  const [{ newQuickJSWASMModuleFromVariant, shouldInterruptAfterDeadline }, variant] = await Promise.all([
    import("quickjs-emscripten-core"),
    import("@jitl/quickjs-wasmfile-release-sync"),
  ]);
  const module = await newQuickJSWASMModuleFromVariant(variant.default);
  return {
    run(source, values) {
      try {
        const result: unknown = module.evalCode(
          program(source, Object.keys(values), Object.values(values).map(asJson)),
          {
            shouldInterrupt: shouldInterruptAfterDeadline(now() + SCRIPT_TIME_MS),
            memoryLimitBytes: SCRIPT_MEMORY_BYTES,
          },
        );
        return typeof result === "string" ? (JSON.parse(result) as unknown) : undefined;
      } catch {
        // The server evaluates the same script and says what is wrong with it.
        return undefined;
      }
    },
  };
}
