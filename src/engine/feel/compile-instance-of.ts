import type { Compile, Program } from "./program.js";
import { partAt } from "./program.js";
import type { SyntaxNode } from "./syntax-tree.js";
import type { FeelKind } from "./value.js";
import { kindOf } from "./value.js";

const KINDS_BY_TYPE: Readonly<Record<string, readonly FeelKind[]>> = {
  number: ["number"],
  string: ["string"],
  boolean: ["boolean"],
  date: ["date"],
  time: ["time"],
  "date and time": ["date time"],
  duration: ["days-time-duration", "years-months-duration"],
  "days and time duration": ["days-time-duration"],
  "years and months duration": ["years-months-duration"],
  list: ["list"],
  context: ["context"],
  function: ["function"],
  range: ["range"],
};

/** Compiles `x instance of string`. `Any` is everything but null; a type that nobody knows is never met. */
export function compileInstanceOf(node: SyntaxNode, compile: Compile): Program {
  const value = compile(partAt(node, 0));
  const type = partAt(node, 3).text.replace(/<.*$/s, "").replace(/\s+/g, " ").trim();
  const kinds = KINDS_BY_TYPE[type];
  return (environment) => {
    const kind = kindOf(value(environment));
    return type === "Any" ? kind !== "null" : (kinds?.includes(kind) ?? false);
  };
}
