import type { Environment } from "./environment.js";
import type { SyntaxNode } from "./syntax-tree.js";
import type { FeelValue } from "./value.js";

/** A compiled expression: closures, no tree walking at run time. */
export type Program = (environment: Environment) => FeelValue;

/** Compiles a part; handed to the files that compile one kind of node, so that they need not import each other. */
export type Compile = (node: SyntaxNode) => Program;

/** Name of the variable for `?` in the cells of decision tables. */
export const INPUT_NAME = "?";

/** The children that are not punctuation. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(({ type }) => !/^[()[\]{}.,?:]$|^\.\.$/.test(type) || type === INPUT_NAME);
}

/** The part at a position. @throws RangeError when the grammar changed under us. */
export function partAt(node: SyntaxNode, index: number): SyntaxNode {
  const part = partsOf(node)[index];
  if (part === undefined)
    throw new RangeError(`Expected part ${index} of ${node.type}, but '${node.text}' has ${partsOf(node).length}`);
  return part;
}
