import type { Expression } from "../../feel/index.js";
import type { AdHocDefinition, MultiInstance } from "../executable-process.js";
import type { ModelNode } from "../xml/model-node.js";
import { bodyOf, extensionOf, filledTextOf, flagOf, labelOf, nodeOf, textOf } from "../xml/model-node.js";
import type { BuildContext } from "./build-context.js";
import { feelOf, requiredText } from "./build-context.js";

const NAME = /^=?\s*([\p{L}_][\p{L}\p{N}_]*)\s*$/u;

/** The multi-instance marker of an activity; null when it runs once. */
export function multiInstanceOf(context: BuildContext, node: ModelNode): MultiInstance | null {
  const marker = nodeOf(node, "loopCharacteristics");
  if (marker === null) return null;
  if (marker.$type !== "bpmn:MultiInstanceLoopCharacteristics") {
    context.report(
      labelOf(node),
      "supported-element",
      "Expected a multi-instance marker, but the standard loop is not supported",
    );
    return null;
  }
  const place = `${labelOf(node)} > multiInstanceLoopCharacteristics`;
  const loop = extensionOf(marker, "zeebe:LoopCharacteristics");
  if (loop === null) {
    context.report(place, "loop-characteristics", "Expected exactly one 'zeebe:loopCharacteristics', but found none");
    return null;
  }
  const loopPlace = `${place} > extensionElements > loopCharacteristics`;
  const condition = bodyOf(marker, "completionCondition");
  return {
    sequential: flagOf(marker, "isSequential", false),
    inputCollection: feelOf(context, loopPlace, requiredText(context, loopPlace, loop, "inputCollection")),
    inputElement: filledTextOf(loop, "inputElement"),
    ...outputOf(context, loopPlace, loop),
    outputElementVariable: NAME.exec(textOf(loop, "outputElement") ?? "")?.[1] ?? null,
    completionCondition: condition === null ? null : feelOf(context, `${place} > completionCondition`, condition),
  };
}

/** What makes an ad-hoc sub-process; its activities are added when the scope is complete. */
export function adHocOf(context: BuildContext, node: ModelNode): AdHocDefinition {
  const extension = extensionOf(node, "zeebe:AdHoc");
  const place = `${labelOf(node)} > extensionElements > adHoc`;
  const active = extension === null ? null : filledTextOf(extension, "activeElementsCollection");
  const condition = bodyOf(node, "completionCondition");
  return {
    activeElementsCollection: active === null ? null : feelOf(context, place, active),
    completionCondition:
      condition === null ? null : feelOf(context, `${labelOf(node)} > completionCondition`, condition),
    cancelRemainingInstances: flagOf(node, "cancelRemainingInstances", true),
    ...(extension === null ? { outputCollection: null, outputElement: null } : outputOf(context, place, extension)),
    activities: [],
  };
}

function outputOf(
  context: BuildContext,
  place: string,
  node: ModelNode,
): { readonly outputCollection: string | null; readonly outputElement: Expression | null } {
  const outputCollection = filledTextOf(node, "outputCollection");
  const outputElement = filledTextOf(node, "outputElement");
  if ((outputCollection === null) !== (outputElement === null)) {
    const [given, missing] =
      outputElement === null ? ["outputCollection", "outputElement"] : ["outputElement", "outputCollection"];
    context.report(
      place,
      "output-pair",
      `Expected '${missing}' to be present because '${given}' is, but it is missing`,
    );
  }
  return { outputCollection, outputElement: outputElement === null ? null : feelOf(context, place, outputElement) };
}
