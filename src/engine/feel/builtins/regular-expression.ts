import { Script, createContext } from "node:vm";
import { EvaluationFailure } from "../run.js";

/** Longest time one search may take, in milliseconds. A pattern such as `(a+)+b` would else run for years. */
const TIME_LIMIT_MS = 200;
/** Searches in shorter texts with patterns without nested repetition need no watch. */
const UNWATCHED_LENGTH = 2_000;
const NESTED_REPETITION = /\)\s*(?:[*+]|\{\d+,\d*\})/;
const SUPPORTED_FLAGS = /^[smix]*$/;

const WATCHED = {
  test: new Script("expression.test(text)"),
  matchAll: new Script("[...text.matchAll(expression)].map((match) => match[0])"),
  replace: new Script("text.replace(expression, replacement)"),
  split: new Script("text.split(expression)"),
} as const;

/** Whether a pattern occurs; undefined for a pattern or flags that are none. */
export function hasMatch(text: string, pattern: string, flags: string): boolean | undefined {
  const expression = compilePattern(pattern, flags, "");
  if (expression === undefined) return undefined;
  return isHarmless(text, pattern) ? expression.test(text) : (watch("test", { expression, text }, pattern) as boolean);
}

/** All places where a pattern occurs. */
export function allMatches(text: string, pattern: string): readonly string[] | undefined {
  const expression = compilePattern(pattern, "", "g");
  if (expression === undefined) return undefined;
  if (isHarmless(text, pattern)) return [...text.matchAll(expression)].map(([match]) => match);
  return [...(watch("matchAll", { expression, text }, pattern) as string[])];
}

/** Replaces every occurrence; `$1` is a group. */
export function replaceMatches(text: string, pattern: string, replacement: string, flags: string): string | undefined {
  const expression = compilePattern(pattern, flags, "g");
  if (expression === undefined) return undefined;
  const template = replacement.replace(/\\(.)|\$0/g, (_, escaped: string | undefined) =>
    escaped === undefined ? "$$&" : escaped.replace("$", "$$$$"),
  );
  if (isHarmless(text, pattern)) return text.replace(expression, template);
  return watch("replace", { expression, text, replacement: template }, pattern) as string;
}

/** The parts between the occurrences. */
export function splitAt(text: string, pattern: string): readonly string[] | undefined {
  const expression = compilePattern(pattern, "", "");
  if (expression === undefined) return undefined;
  return isHarmless(text, pattern)
    ? text.split(expression)
    : [...(watch("split", { expression, text }, pattern) as string[])];
}

function isHarmless(text: string, pattern: string): boolean {
  return text.length <= UNWATCHED_LENGTH && !NESTED_REPETITION.test(pattern);
}

function watch(operation: keyof typeof WATCHED, values: object, pattern: string): unknown {
  try {
    return WATCHED[operation].runInContext(createContext({ ...values }), { timeout: TIME_LIMIT_MS });
  } catch (cause) {
    throw new EvaluationFailure(
      `Expected the pattern '${pattern}' to need at most ${TIME_LIMIT_MS} ms, but it needs more`,
      { cause },
    );
  }
}

function compilePattern(pattern: string, flags: string, added: string): RegExp | undefined {
  if (!SUPPORTED_FLAGS.test(flags)) return undefined;
  const source = flags.includes("x") ? pattern.replace(/\s+/g, "") : pattern;
  const wanted = [...new Set(flags.replace("x", "") + added)].join("");
  // With `u` classes such as \p{L} work; patterns with needless escapes are only accepted without it.
  return tryPattern(source, `${wanted}u`) ?? tryPattern(source, wanted);
}

function tryPattern(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
