import { toJson } from "../border.js";
import { exact, simplest } from "../number.js";
import type { FeelValue } from "../value.js";
import { isNumber } from "../value.js";
import { valueText } from "../value-text.js";
import type { BuiltinTable } from "./builtin.js";
import { fixed, overloaded } from "./builtin.js";

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?$/;

/** Functions that turn one type into another (those of dates are in temporal.ts). */
export const conversionBuiltins: BuiltinTable = {
  string: fixed(["from"], ([value = null], run) => (value === null ? null : run.text(valueText(value)))),
  number: overloaded(
    [["from"], ["from", "grouping separator"], ["from", "grouping separator", "decimal separator"]],
    ([from = null, grouping = null, decimal = null]) => toNumber(from, grouping, decimal),
  ),
  "from json": fixed(["value"], ([text]) => (typeof text === "string" ? fromJson(text) : undefined)),
  "to json": fixed(["value"], ([value = null], run) => run.text(JSON.stringify(toJson(value)))),
};

function toNumber(from: FeelValue, grouping: FeelValue, decimal: FeelValue): FeelValue | undefined {
  if (isNumber(from)) return from;
  if (typeof from !== "string") return undefined;
  let text = from;
  if (typeof grouping === "string" && grouping !== "") text = text.replaceAll(grouping, "");
  if (typeof decimal === "string" && decimal !== "") text = text.replace(decimal, ".");
  return NUMBER.test(text) ? simplest(exact(0).plus(text)) : null;
}

function fromJson(text: string): FeelValue | undefined {
  try {
    return JSON.parse(text) as FeelValue;
  } catch {
    return undefined;
  }
}
