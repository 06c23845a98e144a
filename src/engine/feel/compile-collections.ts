import { compileName, nameOf, unquote } from "./compile-literal.js";
import type { Environment } from "./environment.js";
import { bindAll } from "./environment.js";
import { toPlainNumber } from "./number.js";
import type { Compile, Program } from "./program.js";
import { partAt, partsOf } from "./program.js";
import { propertyOf } from "./property.js";
import type { SyntaxNode } from "./syntax-tree.js";
import type { FeelValue } from "./value.js";
import { entryOf, isContext, isList, isNumber, setEntry } from "./value.js";

/** Compiles `[a, b]`. */
export function compileList(node: SyntaxNode, compile: Compile): Program {
  const items = partsOf(node).map(compile);
  return (environment) => {
    environment.run.spend(items.length);
    return items.map((item) => item(environment));
  };
}

/** Compiles `{a: 1, b: a + 1}`: later entries see earlier ones. */
export function compileContext(node: SyntaxNode, compile: Compile): Program {
  const entries = partsOf(node).map((entry) => ({ name: keyOf(partAt(entry, 0)), program: compile(partAt(entry, 1)) }));
  return (environment) => {
    environment.run.spend(entries.length);
    const context: Record<string, FeelValue> = {};
    const inner = bindAll(environment, (name) => entryOf(context, name));
    for (const { name, program } of entries) setEntry(context, name, program(inner));
    return context;
  };
}

/** Compiles `a.b`. */
export function compilePath(node: SyntaxNode, compile: Compile): Program {
  const first = partAt(node, 0);
  const source = first.type === "VariableName" ? compileName(first) : compile(first);
  const name = nameOf(partAt(node, 1));
  return (environment) => propertyOf(source(environment), name, environment.run);
}

/** Compiles `list[condition]` and `list[2]`. */
export function compileFilter(node: SyntaxNode, compile: Compile): Program {
  const source = compile(partAt(node, 0));
  const filter = compile(partAt(node, 1));
  return (environment) => {
    const list = source(environment);
    if (isList(list)) return filterList(list, filter, environment);
    return environment.run.warn("INVALID_TYPE", "Expected a list to filter, but found another value");
  };
}

function filterList(list: readonly FeelValue[], filter: Program, environment: Environment): FeelValue {
  environment.run.spend(list.length + 1);
  const position = list.length === 0 ? filter(environment) : filter(withItem(environment, list[0] ?? null));
  if (isNumber(position)) return itemAt(list, toPlainNumber(position), environment);
  return list.filter((item) => filter(withItem(environment, item)) === true);
}

function itemAt(list: readonly FeelValue[], position: number, environment: Environment): FeelValue {
  const item = position > 0 ? list[position - 1] : list[list.length + position];
  if (position !== 0 && item !== undefined) return item;
  return environment.run.warn(
    "OUT_OF_RANGE",
    `Expected a position within the list of ${list.length} items, but it is ${position}`,
  );
}

/** Inside a filter the entries of the item hold before `item` itself. */
function withItem(environment: Environment, item: FeelValue): Environment {
  return bindAll(environment, (name) => {
    const entry = isContext(item) ? entryOf(item, name) : undefined;
    return entry === undefined && name === "item" ? item : entry;
  });
}

function keyOf(node: SyntaxNode): string {
  const [inner] = node.children;
  return inner?.type === "StringLiteral" ? unquote(inner.text) : nameOf(node);
}
