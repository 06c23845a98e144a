import { toJson } from "../border.js";
import { exact, simplest } from "../number.js";
import type { FeelValue } from "../value.js";
import type { Run } from "../run.js";
import { costOf, isNumber } from "../value.js";
import { valueText } from "../value-text.js";
import type { BuiltinTable } from "./builtin.js";
import { fixed, overloaded } from "./builtin.js";

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?$/;

/** Functions that turn one type into another (those of dates are in temporal.ts). */
export const conversionBuiltins: BuiltinTable = {
  string: fixed(["from"], ([value = null], run) => (value === null ? null : paid(valueText(value), run))),
  number: overloaded(
    [["from"], ["from", "grouping separator"], ["from", "grouping separator", "decimal separator"]],
    ([from = null, grouping = null, decimal = null]) => toNumber(from, grouping, decimal),
  ),
  "from json": fixed(["value"], ([text]) => (typeof text === "string" ? fromJson(text) : undefined)),
  "to json": fixed(["value"], ([value = null], run) => paid(JSON.stringify(toJson(value)), run)),
};

/** Nested values cost what their text is long. */
function paid(text: string, run: Run): string {
  run.spend(costOf(text));
  return run.text(text);
}

function toNumber(from: FeelValue, grouping: FeelValue, decimal: FeelValue): FeelValue | undefined {
  if (!isSeparator(grouping, [" ", ".", ","]) || !isSeparator(decimal, [".", ","])) return undefined;
  if (grouping !== null && grouping === decimal) return undefined;
  if (isNumber(from)) return grouping === null && decimal === null ? from : undefined;
  if (typeof from !== "string") return undefined;
  let text = from;
  if (typeof grouping === "string") text = text.replaceAll(grouping, "");
  if (typeof decimal === "string") text = text.replace(decimal, ".");
  return NUMBER.test(text) ? simplest(exact(0).plus(text)) : null;
}

const isSeparator = (value: FeelValue, allowed: readonly string[]): value is string | null =>
  value === null || (typeof value === "string" && allowed.includes(value));

function fromJson(text: string): FeelValue | undefined {
  try {
    return JSON.parse(text) as FeelValue;
  } catch {
    return undefined;
  }
}
