import type {
  CalledDecision,
  CalledElement,
  JobDefinition,
  LinkedResource,
  ScriptDefinition,
} from "../executable-process.js";
import type { ModelNode } from "../xml/model-node.js";
import { extensionOf, extensionsOf, filledTextOf, flagOf, labelOf, nodesOf, textOf } from "../xml/model-node.js";
import type { BuildContext } from "./build-context.js";
import { bindingOf, expressionOf, feelOf, requiredExpression, requiredText } from "./build-context.js";
import { headersOf } from "./mappings.js";

const DEFAULT_RETRIES = "3";

/** The job of an element with a task definition; null when it has none. */
export function jobOf(context: BuildContext, node: ModelNode): JobDefinition | null {
  const definition = extensionOf(node, "zeebe:TaskDefinition");
  if (definition === null) return null;
  const place = `${labelOf(node)} > extensionElements > taskDefinition`;
  return {
    type: requiredExpression(context, place, definition, "type"),
    retries: expressionOf(context, place, filledTextOf(definition, "retries") ?? DEFAULT_RETRIES),
    headers: headersOf(node),
  };
}

/** The job of an element that cannot do without one. */
export function requiredJob(context: BuildContext, node: ModelNode): JobDefinition {
  const count = extensionsOf(node, "zeebe:TaskDefinition").length;
  if (count !== 1) {
    context.report(labelOf(node), "task-definition", `Expected exactly one 'zeebe:taskDefinition', but found ${count}`);
  }
  return jobOf(context, node) ?? emptyJob();
}

/** A FEEL script; null when a job worker runs it. */
export function scriptOf(context: BuildContext, node: ModelNode): ScriptDefinition | null {
  const script = extensionOf(node, "zeebe:Script");
  if (script === null) return null;
  const place = `${labelOf(node)} > extensionElements > script`;
  return {
    expression: feelOf(context, place, requiredText(context, place, script, "expression")),
    resultVariable: requiredText(context, place, script, "resultVariable"),
  };
}

/** A called decision; null when a job worker decides. */
export function calledDecisionOf(context: BuildContext, node: ModelNode): CalledDecision | null {
  const called = extensionOf(node, "zeebe:CalledDecision");
  if (called === null) return null;
  const place = `${labelOf(node)} > extensionElements > calledDecision`;
  return {
    decisionId: requiredExpression(context, place, called, "decisionId"),
    resultVariable: requiredText(context, place, called, "resultVariable"),
    binding: bindingOf(context, place, called),
  };
}

/** The process that a call activity calls. */
export function calledElementOf(context: BuildContext, node: ModelNode): CalledElement | null {
  const called = extensionOf(node, "zeebe:CalledElement");
  if (called === null) {
    context.report(labelOf(node), "called-element", "Expected exactly one 'zeebe:calledElement', but found none");
    return null;
  }
  const place = `${labelOf(node)} > extensionElements > calledElement`;
  return {
    processId: requiredExpression(context, place, called, "processId"),
    binding: bindingOf(context, place, called),
    propagateAllParentVariables: flagOf(called, "propagateAllParentVariables", true),
    propagateAllChildVariables: flagOf(called, "propagateAllChildVariables", true),
  };
}

/** Resources named to the job worker. */
export function linkedResourcesOf(context: BuildContext, node: ModelNode): readonly LinkedResource[] {
  const place = `${labelOf(node)} > extensionElements > linkedResources`;
  return extensionsOf(node, "zeebe:LinkedResources")
    .flatMap((extension) => nodesOf(extension, "values"))
    .map((resource) => ({
      resourceId: requiredText(context, place, resource, "resourceId"),
      resourceType: textOf(resource, "resourceType") ?? "",
      linkName: textOf(resource, "linkName") ?? "",
      binding: bindingOf(context, place, resource),
    }));
}

function emptyJob(): JobDefinition {
  return { type: { kind: "static", text: "" }, retries: { kind: "static", text: DEFAULT_RETRIES }, headers: {} };
}
