import { lookUp } from "./environment.js";
import { exact, simplest } from "./number.js";
import type { Program } from "./program.js";
import type { SyntaxNode } from "./syntax-tree.js";
import { temporalOf } from "./temporal.js";
import type { FeelValue } from "./value.js";

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "\\": "\\",
  "'": "'",
  "/": "/",
  b: "\b",
  f: "\f",
};

/** Compiles numbers, texts, booleans, null and `@"..."`. */
export function compileLiteral(node: SyntaxNode): Program {
  const value = literalValue(node);
  return () => value;
}

/** Compiles the name of a variable. */
export function compileName(node: SyntaxNode): Program {
  const name = nameOf(node);
  return (environment) => {
    const value = lookUp(environment, name);
    return value === undefined
      ? environment.run.warn("NO_VARIABLE_FOUND", `No variable found with name '${name}'`)
      : value;
  };
}

/** A name as it is looked up: without backticks, one blank between words. */
export function nameOf(node: SyntaxNode): string {
  const text = node.text.trim();
  return text.startsWith("`") ? text.slice(1, -1) : text.replace(/\s+/g, " ");
}

/** The text of a string literal. */
export function unquote(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))/gs,
      (whole, u4: string | undefined, u6: string | undefined, char: string | undefined) => {
        if (char !== undefined) return ESCAPES[char] ?? whole;
        const point = Number.parseInt(u4 ?? u6 ?? "", 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      },
    );
}

function literalValue(node: SyntaxNode): FeelValue {
  switch (node.type) {
    case "NumericLiteral":
      return simplest(exact(0).plus(node.text.replace(/\s+/g, "")));
    case "StringLiteral":
      return unquote(node.text);
    case "BooleanLiteral":
      return node.text === "true";
    case "DateTimeLiteral":
      return temporalOf(unquote(node.text.replace(/^@\s*/, "")));
    default:
      return null;
  }
}
