import type { FlowNodeType } from "../executable-process.js";
import { FLOW_NODE_TYPES, REFUSAL_REASONS } from "../supported-elements.js";
import type { ModelNode } from "../xml/model-node.js";
import { flagOf, labelOf, textOf } from "../xml/model-node.js";
import type { BuildContext } from "./build-context.js";
import type { DraftElement } from "./draft.js";
import { eventOf, receivedMessage } from "./events.js";
import { executionListenersOf, taskListenersOf } from "./listeners.js";
import { mappingsOf, propertiesOf } from "./mappings.js";
import { adHocOf, multiInstanceOf } from "./multi-instance.js";
import { calledDecisionOf, calledElementOf, jobOf, linkedResourcesOf, requiredJob, scriptOf } from "./tasks.js";
import { userTaskJob, userTaskOf } from "./user-task.js";

/** Builds one element without its connections; null (and a fault) for what is not supported. */
export function buildElement(
  context: BuildContext,
  node: ModelNode,
  parent: DraftElement,
  order: number,
): DraftElement | null {
  const type = flowNodeType(context, node);
  if (type === null) return null;
  if (node.id === undefined)
    context.report(labelOf(node), "element-id", "Expected the element to have an id, but it has none");
  const element = plainElement(context, node, type, parent, order);
  COMPLETIONS[type]?.(context, node, element);
  return element;
}

/** An element with what every element may have. Also used for the process itself. */
export function plainElement(
  context: BuildContext,
  node: ModelNode,
  type: FlowNodeType,
  parent: DraftElement | null,
  order: number,
): DraftElement {
  const { inputs, outputs } = mappingsOf(context, node);
  const { start, end } = executionListenersOf(context, node);
  return {
    id: node.id ?? "",
    name: textOf(node, "name"),
    type,
    parent,
    order,
    incoming: [],
    outgoing: [],
    defaultFlow: null,
    event: null,
    interrupting: true,
    attachedTo: null,
    boundaryEvents: [],
    compensationHandler: null,
    isForCompensation: flagOf(node, "isForCompensation", false),
    scope: null,
    inputMappings: inputs,
    outputMappings: outputs,
    job: null,
    userTask: null,
    script: null,
    calledDecision: null,
    calledElement: null,
    multiInstance: multiInstanceOf(context, node),
    adHoc: null,
    startListeners: start,
    endListeners: end,
    taskListeners: [],
    linkedResources: linkedResourcesOf(context, node),
    properties: propertiesOf(node),
    join: null,
  };
}

function flowNodeType(context: BuildContext, node: ModelNode): FlowNodeType | null {
  if (node.$type === "bpmn:SubProcess" && flagOf(node, "triggeredByEvent", false)) return "EVENT_SUB_PROCESS";
  const type = FLOW_NODE_TYPES[node.$type];
  if (type !== undefined) return type;
  const reason = REFUSAL_REASONS[node.$type] ?? `${node.$type} is not supported`;
  context.report(labelOf(node), "supported-element", `Expected a supported element, but ${reason}`);
  return null;
}

/** Adds what one type of element needs besides what all have. */
type Completion = (context: BuildContext, node: ModelNode, element: DraftElement) => void;

const completeThrow: Completion = (context, node, element) => {
  element.event = eventOf(context, node, "throw");
  if (element.event.kind === "message") element.job = requiredJob(context, node);
};

const completeJob: Completion = (context, node, element) => {
  element.job = requiredJob(context, node);
};

const COMPLETIONS: Partial<Record<FlowNodeType, Completion>> = {
  START_EVENT: (context, node, element) => {
    element.interrupting = flagOf(node, "isInterrupting", true);
    element.event = eventOf(context, node, element.parent?.type === "EVENT_SUB_PROCESS" ? "catch" : "processStart");
  },
  BOUNDARY_EVENT: (context, node, element) => {
    element.interrupting = flagOf(node, "cancelActivity", true);
    element.event = eventOf(context, node, "catch");
  },
  INTERMEDIATE_CATCH_EVENT: (context, node, element) => {
    element.event = eventOf(context, node, "catch");
  },
  INTERMEDIATE_THROW_EVENT: completeThrow,
  END_EVENT: completeThrow,
  RECEIVE_TASK: (context, node, element) => {
    element.event = receivedMessage(context, node);
  },
  SERVICE_TASK: completeJob,
  SEND_TASK: completeJob,
  SCRIPT_TASK: (context, node, element) => {
    element.script = scriptOf(context, node);
    element.job = jobOf(context, node);
    requireOneOf(context, node, ["zeebe:script", element.script], ["zeebe:taskDefinition", element.job]);
  },
  BUSINESS_RULE_TASK: (context, node, element) => {
    element.calledDecision = calledDecisionOf(context, node);
    element.job = jobOf(context, node);
    requireOneOf(
      context,
      node,
      ["zeebe:calledDecision", element.calledDecision],
      ["zeebe:taskDefinition", element.job],
    );
  },
  USER_TASK: (context, node, element) => {
    element.userTask = userTaskOf(context, node);
    element.taskListeners = taskListenersOf(context, node);
    if (element.userTask.implementation === "job") element.job = userTaskJob(node);
  },
  CALL_ACTIVITY: (context, node, element) => {
    element.calledElement = calledElementOf(context, node);
  },
  AD_HOC_SUB_PROCESS: (context, node, element) => {
    element.adHoc = adHocOf(context, node);
    element.job = jobOf(context, node);
  },
};

function requireOneOf(
  context: BuildContext,
  node: ModelNode,
  ...[[first, a], [second, b]]: readonly [readonly [string, unknown], readonly [string, unknown]]
): void {
  if ((a === null) !== (b === null)) return;
  const found = a === null ? "neither" : "both";
  context.report(
    labelOf(node),
    "one-implementation",
    `Expected either one '${first}' or one '${second}', but found ${found}`,
  );
}
