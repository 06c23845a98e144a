import type { ExecutableProcess, SequenceFlow } from "../executable-process.js";
import { IGNORED_ELEMENTS } from "../supported-elements.js";
import type { ModelNode } from "../xml/model-node.js";
import { bodyOf, extensionOf, filledTextOf, labelOf, nodeOf, nodesOf, textOf } from "../xml/model-node.js";
import { adHocInner, adHocInnerId } from "./ad-hoc-inner.js";
import { buildElement, plainElement } from "./build-element.js";
import type { BuildContext } from "./build-context.js";
import { feelOf } from "./build-context.js";
import type { DraftElement } from "./draft.js";
import { emptyScope } from "./draft.js";
import { completeScope } from "./complete-scope.js";
import { formOf } from "./user-task.js";

/** The parts of a process while it is built. */
interface Drafts {
  readonly elements: Map<string, DraftElement>;
  readonly nodes: Map<DraftElement, ModelNode>;
  readonly flows: Map<string, SequenceFlow>;
  nextOrder: number;
}

/** Builds the executable form of one process of a diagram. Faults are reported; what they concern is left out. */
export function buildProcess(context: BuildContext, process: ModelNode): ExecutableProcess {
  const drafts: Drafts = { elements: new Map(), nodes: new Map(), flows: new Map(), nextOrder: 0 };
  const root = plainElement(context, process, "PROCESS", null, drafts.nextOrder++);
  drafts.elements.set(root.id, root);
  buildContent(context, process, root, drafts);
  for (const [element, node] of drafts.nodes) connect(context, element, node, drafts);
  for (const element of drafts.elements.values()) completeScope(element);
  for (const element of drafts.elements.values())
    if (element.adHoc !== null) drafts.elements.set(adHocInnerId(element.id), adHocInner(element));
  const start = root.scope?.noneStartEvent ?? null;
  const startNode = start === null ? undefined : drafts.nodes.get(start as DraftElement);
  return {
    processId: root.id,
    name: textOf(process, "name"),
    versionTag: versionTagOf(process),
    root,
    elements: drafts.elements,
    flows: drafts.flows,
    hasConditions: [...drafts.elements.values()].some(({ event }) => event?.kind === "conditional"),
    startForm: startNode === undefined ? null : formOf(context, startNode),
    embeddedForms: embeddedFormsOf(process),
  };
}

function buildContent(context: BuildContext, node: ModelNode, scope: DraftElement, drafts: Drafts): void {
  scope.scope = emptyScope();
  const children = nodesOf(node, "flowElements");
  for (const child of children) {
    if (child.$type === "bpmn:SequenceFlow" || IGNORED_ELEMENTS.has(child.$type)) continue;
    const element = buildElement(context, child, scope, drafts.nextOrder++);
    if (element === null) continue;
    drafts.elements.set(element.id, element);
    drafts.nodes.set(element, child);
    scope.scope.elements.push(element);
    if (isScope(element)) buildContent(context, child, element, drafts);
  }
  for (const child of children) {
    if (child.$type === "bpmn:SequenceFlow") addFlow(context, child, scope, drafts);
  }
}

function isScope({ type }: DraftElement): boolean {
  return type === "SUB_PROCESS" || type === "EVENT_SUB_PROCESS" || type === "AD_HOC_SUB_PROCESS";
}

function addFlow(context: BuildContext, node: ModelNode, scope: DraftElement, drafts: Drafts): void {
  const source = drafts.elements.get(nodeOf(node, "sourceRef")?.id ?? "");
  const target = drafts.elements.get(nodeOf(node, "targetRef")?.id ?? "");
  // An open end was reported by the parser, an unsupported element by its builder.
  if (source === undefined || target === undefined) return;
  if (source.parent !== scope || target.parent !== scope) {
    context.report(
      labelOf(node),
      "flow-in-scope",
      "Expected a sequence flow to stay within its sub-process, but it leaves it",
    );
    return;
  }
  const condition = bodyOf(node, "conditionExpression");
  const flow: SequenceFlow = {
    id: node.id ?? "",
    source,
    target,
    condition: condition === null ? null : feelOf(context, `${labelOf(node)} > conditionExpression`, condition),
    order: drafts.flows.size,
  };
  drafts.flows.set(flow.id, flow);
  source.outgoing.push(flow);
  target.incoming.push(flow);
  scope.scope?.flows.push(flow);
}

function connect(context: BuildContext, element: DraftElement, node: ModelNode, drafts: Drafts): void {
  const defaultId = nodeOf(node, "default")?.id;
  if (defaultId !== undefined) element.defaultFlow = defaultFlowOf(context, element, defaultId);
  if (element.type !== "BOUNDARY_EVENT") return;
  const host = drafts.elements.get(nodeOf(node, "attachedToRef")?.id ?? "");
  if (host === undefined || host.parent !== element.parent) {
    context.report(
      element.id,
      "attached-to",
      "Expected the boundary event to be attached to an activity of the same scope, but it is not",
    );
    return;
  }
  element.attachedTo = host;
  host.boundaryEvents.push(element);
  if (element.event?.kind === "compensation") element.compensationHandler = handlerOf(context, element, node, drafts);
}

function defaultFlowOf(context: BuildContext, element: DraftElement, id: string): SequenceFlow | null {
  const flow = element.outgoing.find((candidate) => candidate.id === id);
  if (flow === undefined)
    context.report(
      element.id,
      "default-flow",
      `Expected the default flow to start at the element, but '${id}' does not`,
    );
  return flow ?? null;
}

/** The activity that an association leads to from a compensation boundary event. */
function handlerOf(context: BuildContext, event: DraftElement, node: ModelNode, drafts: Drafts): DraftElement | null {
  const container = nodeOf(node, "$parent");
  const associations =
    container === null ? [] : nodesOf(container, "artifacts").filter(({ $type }) => $type === "bpmn:Association");
  const targets = associations
    .filter((association) => nodeOf(association, "sourceRef")?.id === event.id)
    .map((association) => drafts.elements.get(nodeOf(association, "targetRef")?.id ?? ""));
  const [handler] = targets;
  if (targets.length === 1 && handler?.isForCompensation === true) return handler;
  context.report(
    event.id,
    "compensation-handler",
    "Expected exactly one association to an activity that is marked for compensation, but found none",
  );
  return null;
}

function versionTagOf(process: ModelNode): string | null {
  const tag = extensionOf(process, "zeebe:VersionTag");
  return tag === null ? null : filledTextOf(tag, "value");
}

function embeddedFormsOf(process: ModelNode): ReadonlyMap<string, string> {
  const extensions = nodeOf(process, "extensionElements");
  const forms =
    extensions === null ? [] : nodesOf(extensions, "values").filter(({ $type }) => $type === "zeebe:UserTaskForm");
  return new Map(forms.map((form) => [textOf(form, "id") ?? "", textOf(form, "body") ?? ""]));
}
