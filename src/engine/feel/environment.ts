import type { Run } from "./run.js";
import type { FeelValue } from "./value.js";

/** The names that hold at a place of an expression. */
export interface Environment {
  readonly run: Run;
  /** Names bound inside the expression: parameters, loop variables, entries of contexts. */
  local(name: string): FeelValue | undefined;
}

/** The outermost names: none of its own, the variables of the process behind. */
export function rootEnvironment(run: Run): Environment {
  return { run, local: () => undefined };
}

/** One more name over the others. */
export function bind(outer: Environment, name: string, value: FeelValue): Environment {
  return { run: outer.run, local: (asked) => (asked === name ? value : outer.local(asked)) };
}

/** More names over the others, looked up at the time of asking (a context that is being built may grow). */
export function bindAll(outer: Environment, lookup: (name: string) => FeelValue | undefined): Environment {
  return {
    run: outer.run,
    local: (name) => {
      const value = lookup(name);
      return value === undefined ? outer.local(name) : value;
    },
  };
}

/** The value of a name: bound inside, else a variable, else undefined. */
export function lookUp(environment: Environment, name: string): FeelValue | undefined {
  const local = environment.local(name);
  return local === undefined ? environment.run.scope.get(name) : local;
}
