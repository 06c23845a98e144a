import type { JsonValue } from "../../../src/engine/index.js";
import { toJson } from "../../../src/engine/feel/border.js";
import { evaluateToFeel, parseFeel } from "../../../src/engine/feel/evaluate.js";
import type { FeelValue } from "../../../src/engine/feel/value.js";
import { childrenOf, type XmlElement } from "./xml-tree.js";

const NOTHING = { get: () => undefined };

/** The value of a FEEL expression without variables. @throws {Error} when it is none. */
function constant(expression: string): FeelValue {
  const parsed = parseFeel(expression);
  const result = parsed.ok ? evaluateToFeel(parsed.value, NOTHING, { nowMs: 0, timeZone: "UTC" }) : parsed;
  if (!result.ok) throw new Error(`Expected '${expression}' to be a value, but: ${result.message}`);
  return result.value;
}

const quoted = (text: string): string => JSON.stringify(text.trim());

function simpleValue(kind: string, text: string): FeelValue {
  switch (kind) {
    case "boolean":
      return text.trim() === "true";
    case "decimal":
    case "double":
    case "integer":
      return constant(
        text
          .trim()
          .replace(/^\+/u, "")
          .replace(/[eE].*$/u, "") === text.trim()
          ? text
          : String(Number(text)),
      );
    case "date":
      return constant(`date(${quoted(text)})`);
    case "time":
      return constant(`time(${quoted(text)})`);
    case "dateTime":
      return constant(`date and time(${quoted(text)})`);
    case "duration":
      return constant(`duration(${quoted(text)})`);
    default:
      return text;
  }
}

const isNil = ({ attributes }: XmlElement): boolean =>
  Object.entries(attributes).some(([name, value]) => /(?:^|:)nil$/u.test(name) && value === "true");

/** What a node of a test gives or expects: a value, a list, or components. */
export function typedValue(node: XmlElement): FeelValue {
  if (isNil(node)) return null;
  const components = childrenOf(node, "component");
  if (components.length > 0)
    return Object.fromEntries(components.map((each) => [each.attributes["name"] ?? "", typedValue(each)]));
  const [list] = childrenOf(node, "list");
  if (list !== undefined) return childrenOf(list, "item").map(typedValue);
  const [value] = childrenOf(node, "value");
  if (value === undefined || isNil(value)) return null;
  const kind = Object.entries(value.attributes).find(([name]) => /(?:^|:)type$/u.test(name))?.[1] ?? "string";
  return simpleValue(kind.replace(/^.*:/u, ""), value.text);
}

/** Numbers may differ in the eighth decimal. */
const NEAR = 1e-8;

/** Whether a result is the expected one. */
export function isSame(expected: JsonValue, actual: JsonValue): boolean {
  if (typeof expected === "number" && typeof actual === "number")
    return Math.abs(expected - actual) <= NEAR * Math.max(1, Math.abs(expected));
  if (Array.isArray(expected) || Array.isArray(actual))
    return (
      Array.isArray(expected) &&
      Array.isArray(actual) &&
      expected.length === actual.length &&
      expected.every((item, index) => isSame(item, actual[index] ?? null))
    );
  if (typeof expected !== "object" || typeof actual !== "object" || expected === null || actual === null)
    return expected === actual;
  const [left, right] = [expected as Record<string, JsonValue>, actual as Record<string, JsonValue>];
  return (
    Object.keys(left).length === Object.keys(right).length &&
    Object.entries(left).every(([name, value]) => Object.hasOwn(right, name) && isSame(value, right[name] ?? null))
  );
}

/** The value as a process would see it. */
export const asJson = (value: FeelValue): JsonValue => toJson(value);
