import { Script, createContext } from "node:vm";
import { EvaluationFailure } from "../run.js";
import type { Run } from "../run.js";

/** Longest time one search may take, in milliseconds. A pattern such as `(a+)+b` would else run for years. */
const TIME_LIMIT_MS = 200;
/** What a millisecond of searching costs, so that many searches end as one long one does. */
const STEPS_PER_MS = 1_000;
/** Searches in shorter texts need no watch, when the pattern repeats at one place only. */
const UNWATCHED_LENGTH = 2_000;
const REPETITION = /[*+]|\{\d*,\d*\}/g;
const SUPPORTED_FLAGS = /^[smix]*$/;

const WATCHED = {
  test: new Script("expression.test(text)"),
  matchAll: new Script("[...text.matchAll(expression)].map((match) => match[0])"),
  replace: new Script("text.replace(expression, replacement)"),
  split: new Script("text.split(expression)"),
} as const;

/** Whether a pattern occurs; undefined for a pattern or flags that are none. */
export function hasMatch(run: Run, text: string, pattern: string, flags: string): boolean | undefined {
  const expression = compilePattern(pattern, flags, "");
  if (expression === undefined) return undefined;
  return isHarmless(text, pattern) ? expression.test(text) : (watch(run, "test", { expression, text }) as boolean);
}

/** All places where a pattern occurs. */
export function allMatches(run: Run, text: string, pattern: string): readonly string[] | undefined {
  const expression = compilePattern(pattern, "", "g");
  if (expression === undefined) return undefined;
  if (isHarmless(text, pattern)) return [...text.matchAll(expression)].map(([match]) => match);
  return [...(watch(run, "matchAll", { expression, text }) as string[])];
}

/** Replaces every occurrence; `$1` is a group. */
export function replaceMatches(
  run: Run,
  text: string,
  pattern: string,
  replacement: string,
  flags: string,
): string | undefined {
  const expression = compilePattern(pattern, flags, "g");
  if (expression === undefined) return undefined;
  const template = replacement.replace(/\\(.)|\$0/g, (_, escaped: string | undefined) =>
    escaped === undefined ? "$&" : escaped.replace("$", "$$$$"),
  );
  if (isHarmless(text, pattern)) return text.replace(expression, template);
  return watch(run, "replace", { expression, text, replacement: template }) as string;
}

/** The parts between the occurrences. */
export function splitAt(run: Run, text: string, pattern: string): readonly string[] | undefined {
  const expression = compilePattern(pattern, "", "");
  if (expression === undefined) return undefined;
  return isHarmless(text, pattern)
    ? text.split(expression)
    : [...(watch(run, "split", { expression, text }) as string[])];
}

/** With one repetition a search takes at most the square of the length; with two it may take its power. */
function isHarmless(text: string, pattern: string): boolean {
  return text.length <= UNWATCHED_LENGTH && (pattern.match(REPETITION)?.length ?? 0) <= 1;
}

function watch(
  run: Run,
  operation: keyof typeof WATCHED,
  values: { readonly expression: RegExp; readonly text: string; readonly replacement?: string },
): unknown {
  const started = performance.now();
  try {
    return WATCHED[operation].runInContext(createContext({ ...values }), { timeout: TIME_LIMIT_MS });
  } catch (cause) {
    throw new EvaluationFailure(
      `Expected the pattern '${values.expression.source}' to need at most ${TIME_LIMIT_MS} ms, but it needs more`,
      { cause },
    );
  } finally {
    run.spend(Math.ceil((performance.now() - started) * STEPS_PER_MS));
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
