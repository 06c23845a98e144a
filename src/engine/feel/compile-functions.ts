import { BUILTINS } from "./builtins/registry.js";
import type { Builtin } from "./builtins/builtin.js";
import { nameOf } from "./compile-literal.js";
import type { Environment } from "./environment.js";
import { bind } from "./environment.js";
import { exact } from "./number.js";
import type { Compile, Program } from "./program.js";
import { partAt, partsOf } from "./program.js";
import { propertyOf } from "./property.js";
import type { SyntaxNode } from "./syntax-tree.js";
import type { FeelValue } from "./value.js";
import { FeelCallable, costOf, isCallable } from "./value.js";

type Arguments =
  | { readonly kind: "positional"; readonly values: readonly Program[] }
  | { readonly kind: "named"; readonly values: ReadonlyMap<string, Program> };

/** Compiles `function(a, b) a + b`. */
export function compileDefinition(node: SyntaxNode, compile: Compile): Program {
  const parameters = partsOf(node)
    .filter(({ type }) => type === "FormalParameters")
    .flatMap((formal) => partsOf(formal).map((parameter) => nameOf(partAt(parameter, 0))));
  const body = compile(partAt(node, partsOf(node).length - 1));
  return (environment) =>
    new FeelCallable(parameters, (args) => {
      environment.run.spend(1);
      return body(parameters.reduce((inner, name, index) => bind(inner, name, args[index] ?? null), environment));
    });
}

/** Compiles `f(a, b)` and `f(name: a)`: a function of the expression itself, else a built-in one. */
export function compileInvocation(node: SyntaxNode, compile: Compile): Program {
  const callee = partAt(node, 0);
  const args = argumentsOf(node, compile);
  if (callee.type !== "VariableName") return compileComputedCall(callee, args, compile);
  const name = nameOf(callee);
  const special = compileNumberText(name, node);
  if (special !== null) return special;
  const builtin = BUILTINS.get(name);
  return (environment) => {
    const local = environment.local(name) ?? null;
    if (isCallable(local)) return callFunction(local, args, environment);
    if (builtin === undefined)
      return environment.run.warn("NO_FUNCTION_FOUND", `No function found with name '${name}'`);
    return callBuiltin(name, builtin, args, environment);
  };
}

/** `string(1.10)` keeps the zero that is written. */
function compileNumberText(name: string, node: SyntaxNode): Program | null {
  const argument = partsOf(node)[1]?.children[0];
  if (name !== "string" || argument?.type !== "NumericLiteral" || !/^-?\d+\.\d*0$/.test(argument.text)) return null;
  const decimals = argument.text.length - argument.text.indexOf(".") - 1;
  const text = exact(0).plus(argument.text).toFixed(decimals);
  return () => text;
}

function compileComputedCall(callee: SyntaxNode, args: Arguments, compile: Compile): Program {
  const target = callee.type === "PathExpression" ? compileMethod(callee, compile) : compile(callee);
  return (environment) => {
    const value = target(environment);
    if (isCallable(value)) return callFunction(value, args, environment);
    return environment.run.warn("NO_FUNCTION_FOUND", `No function found with name '${callee.text}'`);
  };
}

function compileMethod(callee: SyntaxNode, compile: Compile): Program {
  const owner = compile(partAt(callee, 0));
  const name = nameOf(partAt(callee, 1));
  return (environment) => propertyOf(owner(environment), name, environment.run);
}

function argumentsOf(node: SyntaxNode, compile: Compile): Arguments {
  const list = partsOf(node)[1];
  if (list?.type !== "NamedParameters") {
    return { kind: "positional", values: list === undefined ? [] : partsOf(list).map(compile) };
  }
  return {
    kind: "named",
    values: new Map(partsOf(list).map((parameter) => [nameOf(partAt(parameter, 0)), compile(partAt(parameter, 1))])),
  };
}

function callFunction(callable: FeelCallable, args: Arguments, environment: Environment): FeelValue {
  if (args.kind === "positional") return callable.call(args.values.map((value) => value(environment)));
  return callable.call(callable.parameters.map((name) => args.values.get(name)?.(environment) ?? null));
}

function callBuiltin(name: string, builtin: Builtin, args: Arguments, environment: Environment): FeelValue {
  const values =
    args.kind === "positional"
      ? args.values.map((value) => value(environment))
      : inOrder(builtin, args.values, environment);
  environment.run.spend((values ?? []).reduce<number>((cost, value) => cost + costOf(value), 1));
  const result = values === null ? undefined : builtin.apply(values, environment.run);
  if (result !== undefined) return result;
  return environment.run.warn(
    "FUNCTION_INVOCATION_FAILURE",
    `Failed to invoke function '${name}': the arguments do not fit`,
  );
}

function inOrder(
  builtin: Builtin,
  values: ReadonlyMap<string, Program>,
  environment: Environment,
): readonly FeelValue[] | null {
  const signature = builtin.signatures.find(
    (names) => names.length === values.size && names.every((name) => values.has(name)),
  );
  return signature === undefined ? null : signature.map((name) => values.get(name)?.(environment) ?? null);
}
