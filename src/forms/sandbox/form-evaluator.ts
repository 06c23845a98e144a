import { DefaultEvaluator, evaluate, jsonLogic, registerEvaluator } from "@formio/core/utils";
import { jsonLogicFault } from "./json-logic.js";
import { SCRIPT_TIME_MS, type Sandbox } from "./sandbox.js";
import { scriptsUnavailable } from "./scripts-unavailable.js";

/** Milliseconds of processor time that all scripts of one submission may take together. */
const SUBMISSION_TIME_MS = 2_000;

/** A script of the form that could not be evaluated. */
export interface ScriptFailure {
  /** Form.io path of the component. */
  readonly path: string;
  readonly message: string;
  /** True when it took too long, which it may not do again. */
  readonly isSlow: boolean;
}

interface Run {
  readonly sandbox: Sandbox;
  readonly context: Readonly<Record<string, unknown>>;
  readonly failures: ScriptFailure[];
  tookMs: number;
  /** Why nothing that this run gives may count. Form.io catches what is thrown and takes the value for valid: it is kept here. */
  broken: Error | undefined;
}

/** Asked for through Form.io's own door, to see that it leads here. */
const PROBE = "return 'probe';";

/** Only these values are handed to a script; Form.io's own context also holds the whole form and the processors' state. */
const namesFor = (args: Readonly<Record<string, unknown>>, context: Run["context"]): Record<string, unknown> => {
  const component = (args["component"] ?? {}) as Record<string, unknown>;
  return {
    data: args["data"],
    row: args["row"],
    value: args["value"],
    input: args["input"],
    rowIndex: args["rowIndex"],
    valid: args["valid"],
    show: args["show"],
    result: args["result"],
    component: { key: component["key"], label: component["label"], type: component["type"] },
    context,
  };
};

/**
 * Takes the place of Form.io's evaluator, which builds functions out of the form's text with full access to this process.
 * Registered when this file is loaded, before any form can be evaluated.
 */
class FormEvaluator extends DefaultEvaluator {
  #run: Run | undefined;

  constructor() {
    super({ noeval: true });
  }

  /**
   * Evaluates everything that `work` asks for; `work` must be synchronous, so that runs never mix.
   * @throws {AppError} UNAVAILABLE when a script could not be evaluated for a reason outside the form.
   * @throws {Error} when Form.io does not evaluate here: it would take every value for valid.
   */
  during<T>(
    sandbox: Sandbox,
    context: Run["context"],
    work: () => T,
  ): { result: T; failures: readonly ScriptFailure[] } {
    const run: Run = { sandbox, context, failures: [], tookMs: 0, broken: undefined };
    this.#run = run;
    try {
      if (evaluate(PROBE, {}, "") !== PROBE)
        throw new Error("Expected Form.io to evaluate in the sandbox, but it does not");
      const result = work();
      if (run.broken !== undefined) throw run.broken;
      return { result, failures: run.failures };
    } finally {
      this.#run = undefined;
    }
  }

  /** Form.io asks for a function built from text in date settings only; they are refused at publication. */
  override evaluator(): () => undefined {
    return () => undefined;
  }

  override evaluate(func: unknown, args: Readonly<Record<string, unknown>> = {}, ret = ""): unknown {
    const run = this.#run;
    if (run === undefined) throw new Error("Expected a submission to be under way, but there is none");
    if (func === PROBE) return PROBE;
    if (run.broken !== undefined || func === null || func === undefined) return null;
    if (typeof func === "object") return this.#logic(run, func, args);
    if (typeof func === "string") return this.#script(run, func, args, ret);
    return this.#fail(run, args, `Expected a script or JSONLogic, but it is a ${typeof func}`);
  }

  override interpolate(template: unknown, data: unknown): string {
    return this.interpolateString(template, data);
  }

  /** Only `{{ path }}`; the calls and conditions that Form.io allows are left out. */
  override interpolateString(template: unknown, data: unknown): string {
    return (typeof template === "string" ? template : "").replace(
      /{{\s*([A-Za-z][\w.]*)\s*}}/g,
      (_match, path: string) => {
        let value: unknown = data;
        for (const step of path.split(".")) {
          value =
            typeof value === "object" && value !== null && Object.hasOwn(value, step) ? (value as never)[step] : "";
        }
        return typeof value === "string" || typeof value === "number" ? String(value) : "";
      },
    );
  }

  #logic(run: Run, rule: object, args: Readonly<Record<string, unknown>>): unknown {
    const fault = jsonLogicFault(rule);
    if (fault !== undefined) return this.#fail(run, args, fault);
    try {
      return (jsonLogic as { apply(rule: object, data: unknown): unknown }).apply(rule, namesFor(args, run.context));
    } catch (error) {
      return this.#fail(run, args, String(error));
    }
  }

  #script(run: Run, script: string, args: Readonly<Record<string, unknown>>, ret: string): unknown {
    const timeMs = Math.min(SCRIPT_TIME_MS, SUBMISSION_TIME_MS - run.tookMs);
    if (timeMs <= 0) {
      return this.#fail(run, args, `Expected all scripts of the form to end within ${SUBMISSION_TIME_MS} ms`, true);
    }
    const outcome = this.#outcome(run, script, args, ret, timeMs);
    if (outcome === undefined) return null;
    run.tookMs += outcome.tookMs;
    return outcome.ok ? (outcome.value ?? null) : this.#fail(run, args, outcome.message, outcome.kind === "time");
  }

  /** Undefined when the run is broken. */
  #outcome(run: Run, script: string, args: Readonly<Record<string, unknown>>, ret: string, timeMs: number) {
    const source = ret === "" ? script : `var ${ret};\n${script};\nreturn ${ret};`;
    try {
      const outcome = run.sandbox.run(source, namesFor(args, run.context), timeMs);
      if (outcome.ok || outcome.kind !== "unavailable") return outcome;
      run.broken = scriptsUnavailable(outcome.message);
    } catch (error) {
      run.broken = scriptsUnavailable("Expected a script of the form to be evaluated, but it was not", error);
    }
    return undefined;
  }

  #fail(run: Run, args: Readonly<Record<string, unknown>>, message: string, isSlow = false): null {
    const path = typeof args["path"] === "string" ? args["path"] : "";
    run.failures.push({ path, message, isSlow });
    return null;
  }
}

/** The evaluator that all of Form.io's server code uses in this process. */
export const formEvaluator = new FormEvaluator();
registerEvaluator(formEvaluator);
