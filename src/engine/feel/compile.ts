import { compileArithmetic } from "./compile-arithmetic.js";
import { compileComparison, compileConjunction, compileDisjunction } from "./compile-logic.js";
import { compileContext, compileFilter, compileList, compilePath } from "./compile-collections.js";
import { compileFor, compileIf, compileQuantified } from "./compile-control.js";
import { compileDefinition, compileInvocation } from "./compile-functions.js";
import { compileInstanceOf } from "./compile-instance-of.js";
import { compileLiteral, compileName } from "./compile-literal.js";
import { compileStandaloneTest } from "./compile-unary-test.js";
import type { Compile, Program } from "./program.js";
import { partAt } from "./program.js";
import type { SyntaxNode } from "./syntax-tree.js";

type NodeCompiler = (node: SyntaxNode, compile: Compile) => Program;

const passThrough: NodeCompiler = (node, compile) => compile(partAt(node, 0));

/** One compiler per kind of node of feelin's grammar. */
const COMPILERS: Readonly<Record<string, NodeCompiler>> = {
  Expression: passThrough,
  ParenthesizedExpression: passThrough,
  FunctionBody: passThrough,
  PositiveUnaryTest: passThrough,
  NumericLiteral: compileLiteral,
  StringLiteral: compileLiteral,
  BooleanLiteral: compileLiteral,
  DateTimeLiteral: compileLiteral,
  null: compileLiteral,
  VariableName: compileName,
  "?": compileName,
  ArithmeticExpression: compileArithmetic,
  Comparison: compileComparison,
  Conjunction: compileConjunction,
  Disjunction: compileDisjunction,
  PathExpression: compilePath,
  FilterExpression: compileFilter,
  List: compileList,
  Context: compileContext,
  IfExpression: compileIf,
  ForExpression: compileFor,
  QuantifiedExpression: compileQuantified,
  FunctionInvocation: compileInvocation,
  FunctionDefinition: compileDefinition,
  InstanceOfExpression: compileInstanceOf,
  SimplePositiveUnaryTest: compileStandaloneTest,
  Interval: compileStandaloneTest,
};

/** A part of FEEL that is not supported; the expression is refused where it is parsed. */
export class UnsupportedSyntax extends Error {}

/** Turns a syntax tree into closures. @throws UnsupportedSyntax */
export function compile(node: SyntaxNode): Program {
  const compiler = COMPILERS[node.type];
  if (compiler === undefined) throw new UnsupportedSyntax(`'${node.text}' (${node.type}) is not supported`);
  return compiler(node, compile);
}
