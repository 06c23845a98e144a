import type { NameValue, VariableMapping } from "../executable-process.js";
import type { ModelNode } from "../xml/model-node.js";
import { extensionOf, extensionsOf, filledTextOf, labelOf, nodesOf, textOf } from "../xml/model-node.js";
import type { BuildContext } from "./build-context.js";
import { expressionOf } from "./build-context.js";

const TARGET = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** Input and output mappings of an element. */
export function mappingsOf(
  context: BuildContext,
  node: ModelNode,
): {
  readonly inputs: readonly VariableMapping[];
  readonly outputs: readonly VariableMapping[];
} {
  const mapping = extensionOf(node, "zeebe:IoMapping");
  if (mapping === null) return { inputs: [], outputs: [] };
  const place = `${labelOf(node)} > extensionElements > ioMapping`;
  return {
    inputs: nodesOf(mapping, "inputParameters").map((input) => mappingOf(context, `${place} > input`, input)),
    outputs: nodesOf(mapping, "outputParameters").map((output) => mappingOf(context, `${place} > output`, output)),
  };
}

/** Constant headers; those without a value are left out. */
export function headersOf(node: ModelNode): Readonly<Record<string, string>> {
  const headers = extensionsOf(node, "zeebe:TaskHeaders").flatMap((extension) => nodesOf(extension, "values"));
  const pairs = headers.map((header) => [filledTextOf(header, "key"), textOf(header, "value") ?? ""] as const);
  return Object.fromEntries(
    pairs.filter((pair): pair is readonly [string, string] => pair[0] !== null && pair[1] !== ""),
  );
}

/** `zeebe:properties`. */
export function propertiesOf(node: ModelNode): readonly NameValue[] {
  return extensionsOf(node, "zeebe:Properties")
    .flatMap((extension) => nodesOf(extension, "properties"))
    .map((property) => ({ name: textOf(property, "name") ?? "", value: textOf(property, "value") ?? "" }));
}

function mappingOf(context: BuildContext, place: string, node: ModelNode): VariableMapping {
  const target = textOf(node, "target")?.trim() ?? "";
  if (!TARGET.test(target)) {
    context.report(
      place,
      "mapping-target",
      `Expected the target to be a variable or a path such as 'a.b', but it is ${target === "" ? "missing" : `'${target}'`}`,
    );
  }
  const source = textOf(node, "source") ?? "";
  if (source.trim() === "")
    context.report(place, "mapping-source", "Expected the attribute 'source' to be present, but it is missing");
  return { source: expressionOf(context, place, source), target, path: target.split(".") };
}
