import type { FormSandbox } from "./form-sandbox.js";

type Values = Readonly<Record<string, unknown>>;

/** The parts of Form.io's evaluator that stay as they are: `{{ path }}` in texts, JSONLogic. */
interface BaseEvaluator {
  interpolateString(template: unknown, data: unknown, options?: object): unknown;
  evaluate(func: unknown, args?: object): unknown;
}

const scriptValues = (args: Values): Values => {
  const component = (args["component"] ?? {}) as Values;
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
  };
};

/**
 * Form.io's evaluator without `eval`: functions of its own code run, JSONLogic runs, scripts of a form run in the sandbox
 * or not at all. The page's policy forbids anything else.
 */
export function createFormEvaluator(Base: new (options?: { noeval?: boolean }) => object) {
  const Super = Base as new (options?: { noeval?: boolean }) => BaseEvaluator;
  return new (class extends Super {
    sandbox: FormSandbox | null = null;

    constructor() {
      super({ noeval: true });
    }

    evaluator(func: unknown): unknown {
      return typeof func === "function" ? func : () => undefined;
    }

    template(text: unknown): unknown {
      return (data: unknown) => this.interpolate(text, data);
    }

    interpolate(text: unknown, data: unknown, options?: object): unknown {
      if (typeof text === "function") return (text as (data: unknown) => unknown)(data);
      const plain = String(text).replace(/ctx\./g, "");
      return this.interpolateString(plain, data, options);
    }

    execute(func: unknown, args: unknown, context: unknown = {}): unknown {
      if (typeof func !== "function") return undefined;
      const run = func as (...values: readonly unknown[]) => unknown;
      return Array.isArray(args) ? run.apply(context, args) : run.call(context, args);
    }

    override evaluate(func: unknown, args: Values = {}, result = ""): unknown {
      if (typeof func === "function") return (func as (values: Values) => unknown)(args);
      if (typeof func !== "string") return super.evaluate(func, args);
      if (this.sandbox === null) return null;
      const source = result === "" ? func : `var ${result};\n${func};\nreturn ${result};`;
      return this.sandbox.run(source, scriptValues(args)) ?? null;
    }
  })();
}

export type FormEvaluator = ReturnType<typeof createFormEvaluator>;
