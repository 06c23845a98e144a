import type { Expression } from "../../feel/index.js";
import { parseExpression } from "../../feel/index.js";
import type { Binding } from "../executable-process.js";
import type { ReportFault } from "../fault.js";
import type { ModelNode } from "../xml/model-node.js";
import { filledTextOf, textOf } from "../xml/model-node.js";

const BINDINGS = ["latest", "deployment", "versionTag"] as const;
const NOTHING: Expression = { kind: "static", text: "" };

/** What the builders of one file share. */
export interface BuildContext {
  readonly report: ReportFault;
}

/** Parses an attribute; a fault gives an empty constant, which never runs because the file is refused. */
export function expressionOf(context: BuildContext, place: string, text: string): Expression {
  const parsed = parseExpression(text);
  if (parsed.ok) return parsed.value;
  context.report(place, "valid-expression", parsed.message);
  return NOTHING;
}

/** Parses an attribute that has to be there. */
export function requiredExpression(
  context: BuildContext,
  place: string,
  node: ModelNode,
  property: string,
): Expression {
  const text = filledTextOf(node, property);
  if (text === null) {
    context.report(
      place,
      "required-attribute",
      `Expected the attribute '${property}' to be present and not empty, but it is missing`,
    );
    return NOTHING;
  }
  return expressionOf(context, place, text);
}

/** Parses an attribute that may be absent or empty. */
export function optionalExpression(
  context: BuildContext,
  place: string,
  node: ModelNode,
  property: string,
): Expression | null {
  const text = filledTextOf(node, property);
  return text === null ? null : expressionOf(context, place, text);
}

/** Parses an attribute that has to be FEEL: a constant there is a mistake of the author. An empty text was reported already. */
export function feelOf(context: BuildContext, place: string, text: string): Expression {
  if (text !== "" && !text.startsWith("=")) {
    context.report(
      place,
      "expression-expected",
      `Expected an expression that begins with '=' (such as '=${text}'), but found the constant '${text}'`,
    );
  }
  return expressionOf(context, place, text);
}

/** A text attribute that has to be there. */
export function requiredText(context: BuildContext, place: string, node: ModelNode, property: string): string {
  const text = filledTextOf(node, property);
  if (text !== null) return text;
  context.report(
    place,
    "required-attribute",
    `Expected the attribute '${property}' to be present and not empty, but it is missing`,
  );
  return "";
}

/** `bindingType` with `versionTag`. */
export function bindingOf(context: BuildContext, place: string, node: ModelNode): Binding {
  const wanted = textOf(node, "bindingType") ?? "latest";
  const type = BINDINGS.find((known) => known === wanted);
  if (type === undefined) {
    context.report(
      place,
      "known-binding",
      `Expected the binding to be latest, deployment or versionTag, but it is '${wanted}'`,
    );
    return { type: "latest", versionTag: null };
  }
  if (type !== "versionTag") return { type, versionTag: null };
  return { type, versionTag: requiredText(context, place, node, "versionTag") };
}
