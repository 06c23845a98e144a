import { OPERATIONS, negate } from "./arithmetic.js";
import type { Compile, Program } from "./program.js";
import { partAt, partsOf } from "./program.js";
import type { SyntaxNode } from "./syntax-tree.js";

/** Compiles `a + b` and `-a`. */
export function compileArithmetic(node: SyntaxNode, compile: Compile): Program {
  const parts = partsOf(node);
  if (parts.length === 2) {
    const operand = compile(partAt(node, 1));
    return (environment) => negate(operand(environment), environment.run);
  }
  const left = compile(partAt(node, 0));
  const operation = OPERATIONS[partAt(node, 1).text];
  const right = compile(partAt(node, 2));
  if (operation === undefined) throw new RangeError(`Expected a sign of arithmetic, but found '${node.text}'`);
  return (environment) => operation(left(environment), right(environment), environment.run);
}
