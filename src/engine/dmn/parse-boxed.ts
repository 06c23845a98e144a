import type { ModelNode } from "../deploy/xml/model-node.js";
import { nodeOf, nodesOf, textOf } from "../deploy/xml/model-node.js";
import type { Environment } from "../feel/environment.js";
import { bind, bindAll } from "../feel/environment.js";
import type { FeelValue } from "../feel/value.js";
import { FeelCallable, entryOf, isCallable, setEntry } from "../feel/value.js";

type Report = (place: string, message: string) => void;
type Compute = (environment: Environment) => FeelValue;
/** Compiles an expression of any kind inside a boxed one. */
type CompilePart = (node: ModelNode | null) => Compute;
type BoxedCompiler = (node: ModelNode, compile: CompilePart, report: (message: string) => void) => Compute;

/** The boxed expressions of DMN 1.3 besides tables and literals. */
const BOXED: Readonly<Record<string, BoxedCompiler>> = {
  "dmn:Context": compileContext,
  "dmn:Invocation": compileInvocation,
  "dmn:List": compileList,
  "dmn:Relation": compileRelation,
  "dmn:FunctionDefinition": compileFunction,
};

/** Compiles a context, an invocation, a list, a relation or a function; undefined for any other node. */
export function parseBoxed(place: string, node: ModelNode, compile: CompilePart, report: Report): Compute | undefined {
  return BOXED[node.$type]?.(node, compile, (message) => report(place, message));
}

const variableOf = (node: ModelNode, property: string): string | null => {
  const variable = nodeOf(node, property);
  return variable === null ? null : textOf(variable, "name");
};

/** Later entries see earlier ones; an entry without a name is the result instead of the context. */
function compileContext(node: ModelNode, compile: CompilePart): Compute {
  const entries = nodesOf(node, "contextEntry").map((entry) => ({
    name: variableOf(entry, "variable"),
    compute: compile(nodeOf(entry, "value")),
  }));
  return (environment) => {
    environment.run.spend(entries.length);
    const context: Record<string, FeelValue> = {};
    const inner = bindAll(environment, (name) => entryOf(context, name));
    for (const { name, compute } of entries) {
      if (name === null) return compute(inner);
      setEntry(context, name, compute(inner));
    }
    return context;
  };
}

/** Calls a function with arguments by name; null with a warning when there is none. */
function compileInvocation(node: ModelNode, compile: CompilePart): Compute {
  const callee = compile(nodeOf(node, "calledFunction"));
  const bindings = new Map(
    nodesOf(node, "binding").map((binding) => [
      variableOf(binding, "parameter") ?? "",
      compile(nodeOf(binding, "bindingFormula")),
    ]),
  );
  return (environment) => {
    const called = callee(environment);
    if (isCallable(called))
      return called.call(called.parameters.map((name) => bindings.get(name)?.(environment) ?? null));
    return environment.run.warn("NO_FUNCTION_FOUND", "Expected the called function to be one, but it is not");
  };
}

function compileList(node: ModelNode, compile: CompilePart): Compute {
  const items = nodesOf(node, "elements").map(compile);
  return (environment) => {
    environment.run.spend(items.length);
    return items.map((item) => item(environment));
  };
}

/** A list of contexts with the names of the columns. */
function compileRelation(node: ModelNode, compile: CompilePart): Compute {
  const columns = nodesOf(node, "column").map((column) => textOf(column, "name") ?? "");
  const rows = nodesOf(node, "row").map((row) => nodesOf(row, "elements").map(compile));
  return (environment) =>
    rows.map((cells) => {
      environment.run.spend(cells.length + 1);
      const context: Record<string, FeelValue> = {};
      for (const [index, name] of columns.entries()) setEntry(context, name, cells[index]?.(environment) ?? null);
      return context;
    });
}

function compileFunction(node: ModelNode, compile: CompilePart, report: (message: string) => void): Compute {
  const kind = textOf(node, "kind") ?? "FEEL";
  if (kind !== "FEEL") report(`Expected a function of kind FEEL, but it is ${kind}`);
  const parameters = nodesOf(node, "formalParameter").map((parameter) => textOf(parameter, "name") ?? "");
  const body = compile(nodeOf(node, "body"));
  return (environment) =>
    new FeelCallable(parameters, (args) => {
      environment.run.spend(1);
      return body(parameters.reduce((inner, name, index) => bind(inner, name, args[index] ?? null), environment));
    });
}
