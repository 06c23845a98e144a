import type { Run } from "../run.js";
import type { FeelValue } from "../value.js";

/** A built-in function. */
export interface Builtin {
  /** Names of the parameters, one list for each number of them. */
  readonly signatures: readonly (readonly string[])[];
  /** The result; undefined when number or types of the arguments do not fit, which gives null and a warning. */
  readonly apply: (args: readonly FeelValue[], run: Run) => FeelValue | undefined;
}

/** Built-ins of one file by name. */
export type BuiltinTable = Readonly<Record<string, Builtin>>;

/** A function with exactly these parameters. */
export function fixed(parameters: readonly string[], apply: Builtin["apply"]): Builtin {
  return {
    signatures: [parameters],
    apply: (args, run) => (args.length === parameters.length ? apply(args, run) : undefined),
  };
}

/** A function with several forms that differ in the number of parameters. */
export function overloaded(signatures: readonly (readonly string[])[], apply: Builtin["apply"]): Builtin {
  return {
    signatures,
    apply: (args, run) => (signatures.some(({ length }) => length === args.length) ? apply(args, run) : undefined),
  };
}

/** A function of one list, which is called `name`, or of any number of values. */
export function ofList(apply: (list: readonly FeelValue[], run: Run) => FeelValue | undefined, name = "list"): Builtin {
  return {
    signatures: [[name]],
    apply: (args, run) => {
      const [first] = args;
      const list = args.length === 1 && Array.isArray(first) ? (first as readonly FeelValue[]) : args;
      if (args.length === 0 || (args.length === 1 && first === null)) return undefined;
      return apply(list, run);
    },
  };
}
