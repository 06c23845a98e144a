import { parseExpression, parseUnaryTests } from "feelin";
import { MULTI_WORD_NAMES } from "./builtin-names.js";
import type { ParseOutcome } from "./expression.js";

/** A node of a parsed text. `type` is the name in feelin's grammar; tokens such as `(` are nodes too. */
export interface SyntaxNode {
  readonly type: string;
  readonly text: string;
  readonly children: readonly SyntaxNode[];
}

type Tree = ReturnType<typeof parseExpression>;
type Cursor = ReturnType<Tree["cursor"]>;

const DIALECT = "camunda";
/** Deeper nesting than this comes from no author, and would end in a stack overflow. */
const MAX_DEPTH = 400;
/** The longest expression that is parsed, in characters. */
const MAX_SOURCE_LENGTH = 100_000;

/** Known to the parser as constructors of literals; as names they become plain calls of functions. */
const CONSTRUCTORS = ["date", "time", "duration"] as const;
/** The names feelin has to know. */
const KNOWN_NAMES: Readonly<Record<string, null>> = Object.fromEntries(
  [...MULTI_WORD_NAMES, ...CONSTRUCTORS].map((name) => [name, null]),
);

/** Parses an expression. */
export function parseSource(text: string): ParseOutcome<SyntaxNode> {
  return parseWith(text, (source) => parseExpression(source, KNOWN_NAMES, DIALECT));
}

/** Parses the entry of a cell of a decision table. */
export function parseUnarySource(text: string): ParseOutcome<SyntaxNode> {
  return parseWith(text, (source) => parseUnaryTests(source, KNOWN_NAMES, DIALECT));
}

class SyntaxFault extends Error {}

function parseWith(text: string, parse: (source: string) => Tree): ParseOutcome<SyntaxNode> {
  if (text.length > MAX_SOURCE_LENGTH) {
    return {
      ok: false,
      message: `Expected an expression of at most ${MAX_SOURCE_LENGTH} characters, but it has ${text.length}`,
    };
  }
  const source = withoutComments(text);
  try {
    return { ok: true, value: readNode(parse(source).cursor(), source, 0) };
  } catch (error) {
    if (error instanceof SyntaxFault) {
      return { ok: false, message: `Expected a valid FEEL expression, but '${text.trim()}' is not: ${error.message}` };
    }
    throw error;
  }
}

function readNode(cursor: Cursor, source: string, depth: number): SyntaxNode {
  if (depth > MAX_DEPTH) throw new SyntaxFault(`it is nested more than ${MAX_DEPTH} levels deep`);
  const text = source.slice(cursor.from, cursor.to);
  if (cursor.type.isError) throw new SyntaxFault(describeError(cursor, source));
  const { name } = cursor;
  const children: SyntaxNode[] = [];
  if (cursor.firstChild()) {
    do children.push(readNode(cursor, source, depth + 1));
    while (cursor.nextSibling());
    cursor.parent();
  }
  if (
    name === "VariableName" &&
    /\s/.test(text) &&
    !text.startsWith("`") &&
    !MULTI_WORD_NAMES.has(text.replace(/\s+/g, " "))
  ) {
    throw new SyntaxFault(`'${text}' is no known name, and names with spaces have to stand in backticks`);
  }
  return { type: name, text, children };
}

function describeError(cursor: Cursor, source: string): string {
  const rest = source.slice(cursor.from).trim();
  return rest === ""
    ? `it ends too early (at character ${cursor.from + 1})`
    : `character ${cursor.from + 1}, near '${rest.slice(0, 20)}'`;
}

/** Comments outside of texts become blanks, so that positions stay. */
function withoutComments(text: string): string {
  if (!text.includes("//") && !text.includes("/*")) return text;
  return text.replace(/"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
    part.startsWith("/") ? part.replace(/[^\n]/g, " ") : part,
  );
}
