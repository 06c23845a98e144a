import { randomUUID } from "node:crypto";
import { toPlainNumber } from "../number.js";
import type { FeelValue } from "../value.js";
import { isNumber } from "../value.js";
import type { Builtin, BuiltinTable } from "./builtin.js";
import { fixed, overloaded } from "./builtin.js";
import { allMatches, hasMatch, replaceMatches, splitAt } from "./regular-expression.js";

/** Functions of texts. Positions count from 1, negative ones from the end. */
export const stringBuiltins: BuiltinTable = {
  substring: overloaded(
    [
      ["string", "start position"],
      ["string", "start position", "length"],
    ],
    ([text, start, length]) => substring(text, start, length),
  ),
  "string length": onTexts(["string"], (text) => text.length),
  "upper case": onTexts(["string"], (text) => text.toUpperCase()),
  "lower case": onTexts(["string"], (text) => text.toLowerCase()),
  "substring before": onTexts(["string", "match"], (text, match) =>
    text.includes(match) ? text.slice(0, text.indexOf(match)) : "",
  ),
  "substring after": onTexts(["string", "match"], (text, match) =>
    text.includes(match) ? text.slice(text.indexOf(match) + match.length) : "",
  ),
  contains: onTexts(["string", "match"], (text, match) => text.includes(match)),
  "starts with": onTexts(["string", "match"], (text, match) => text.startsWith(match)),
  "ends with": onTexts(["string", "match"], (text, match) => text.endsWith(match)),
  trim: onTexts(["string"], (text) => text.trim()),
  "is blank": onTexts(["string"], (text) => text.trim() === ""),
  "to base64": onTexts(["value"], (text) => Buffer.from(text, "utf8").toString("base64")),
  uuid: fixed([], () => randomUUID()),
  matches: overloaded(
    [
      ["input", "pattern"],
      ["input", "pattern", "flags"],
    ],
    (args, run) => withTexts(args, (text, pattern, flags = "") => hasMatch(run, text, pattern, flags)),
  ),
  replace: overloaded(
    [
      ["input", "pattern", "replacement"],
      ["input", "pattern", "replacement", "flags"],
    ],
    (args, run) =>
      withTexts(args, (text, pattern, replacement, flags = "") => {
        const replaced = replaceMatches(run, text, pattern, replacement ?? "", flags);
        return replaced === undefined ? undefined : run.text(replaced);
      }),
  ),
  split: fixed(["string", "delimiter"], (args, run) => withTexts(args, (text, pattern) => splitAt(run, text, pattern))),
  extract: fixed(["string", "pattern"], (args, run) =>
    withTexts(args, (text, pattern) => allMatches(run, text, pattern)),
  ),
};

function onTexts(
  parameters: readonly string[],
  apply: (first: string, second: string) => FeelValue | undefined,
): Builtin {
  return fixed(parameters, (args) => withTexts(args, (first, second) => apply(first, second)));
}

function withTexts(
  args: readonly FeelValue[],
  apply: (first: string, second: string, third?: string, fourth?: string) => FeelValue | undefined,
): FeelValue | undefined {
  if (!args.every((value): value is string => typeof value === "string")) return undefined;
  return apply(args[0] ?? "", args[1] ?? "", args[2], args[3]);
}

function substring(
  text: FeelValue | undefined,
  start: FeelValue | undefined,
  length: FeelValue | undefined,
): FeelValue | undefined {
  if (typeof text !== "string" || !isNumber(start ?? null)) return undefined;
  const position = Math.trunc(toPlainNumber(start as number));
  const from = Math.max(0, position > 0 ? position - 1 : text.length + position);
  if (length === undefined) return text.slice(from);
  return isNumber(length) ? text.slice(from, from + Math.max(0, Math.trunc(toPlainNumber(length)))) : undefined;
}
