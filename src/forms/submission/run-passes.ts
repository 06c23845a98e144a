import { isDeepStrictEqual } from "node:util";
import { ProcessTargets, processSync } from "@formio/core/process";
import { type FormComponent } from "../definition/component.js";
import { hardenForm, isCalculating } from "../definition/harden-form.js";
import { formEvaluator, type ScriptFailure } from "../sandbox/form-evaluator.js";
import type { Sandbox } from "../sandbox/sandbox.js";

/** An error as Form.io reports it. */
export interface FormioError {
  readonly errorKeyOrMessage: string;
  readonly ruleName?: string;
  readonly context: {
    readonly path: string;
    readonly component: FormComponent;
    readonly setting?: unknown;
    readonly length?: unknown;
  };
}

/** What the passes made of the data. */
export interface Passed {
  readonly data: Record<string, unknown>;
  readonly errors: readonly FormioError[];
  /** Form.io paths (fields) and keys (layout) that are hidden by a condition. */
  readonly hidden: ReadonlySet<string>;
  readonly failures: readonly ScriptFailure[];
}

interface Scope {
  readonly filtered?: Record<string, unknown>;
  readonly errors?: readonly FormioError[];
  readonly conditionals?: readonly { readonly path: string; readonly conditionallyHidden: boolean }[];
  readonly clearHidden?: Readonly<Record<string, boolean>>;
}

interface Processor {
  readonly name: string;
}

/**
 * Left out of the first pass: `fetch` calls addresses that a form names, `dereference` needs the vendor's database,
 * `serverOverride` lets a form differ from what was shown, `normalize` guesses (values have been read strictly before).
 */
const LEFT_OUT = new Set(["fetch", "dereference", "serverOverride", "normalize"]);
const FIRST = (ProcessTargets["submission"] as readonly Processor[]).filter(({ name }) => !LEFT_OUT.has(name));
const SECOND = ProcessTargets["evaluator"] as readonly Processor[];

/** Rounds until calculated values that rest on each other stand still. */
const ROUND_LIMIT = 5;

const pass = (
  processors: readonly Processor[],
  components: readonly FormComponent[],
  data: Record<string, unknown>,
) => {
  const hardened = hardenForm(components);
  const context = {
    form: { components: hardened },
    submission: { data },
    components: hardened,
    data,
    scope: {},
    processors,
    config: { server: true },
  };
  const process = processSync as unknown as (context: unknown) => Scope;
  return process(context);
};

const evaluateUntilStable = (components: readonly FormComponent[], start: Record<string, unknown>) => {
  let data = start;
  for (let round = 1; ; round++) {
    const next = structuredClone(data);
    const scope = pass(SECOND, components, next);
    const isStable = round >= ROUND_LIMIT || !isCalculating(components) || isDeepStrictEqual(next, data);
    data = next;
    if (isStable) return { data, scope };
  }
};

/** Runs Form.io's two passes over read data, every script in the sandbox. */
export function runPasses(
  sandbox: Sandbox,
  components: readonly FormComponent[],
  data: Record<string, unknown>,
  context: Readonly<Record<string, unknown>>,
): Passed {
  const { result, failures } = formEvaluator.during(sandbox, context, () => {
    const first = pass(FIRST, components, structuredClone(data));
    return evaluateUntilStable(components, first.filtered ?? {});
  });
  const { scope } = result;
  const hidden = new Set([
    ...(scope.conditionals ?? []).filter((each) => each.conditionallyHidden).map(({ path }) => path),
    ...Object.keys(scope.clearHidden ?? {}),
  ]);
  return { data: result.data, errors: scope.errors ?? [], hidden, failures };
}
