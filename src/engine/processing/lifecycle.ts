import type { ExecutableElement, SequenceFlow } from "../deploy/index.js";
import type { IncidentErrorType, IncidentStep, JsonObject, Key, ProcessDefinitionRow } from "../state/rows.js";
import type { Scope } from "../state/scope.js";
import { handlerCompleted, recordCompensable } from "./compensation.js";
import { askNextListener, isPastBehaviour } from "./listeners.js";
import { armEventSubProcesses } from "./subscriptions.js";
import { type Behaviour, IncidentRaised, isInnerInstance, modelOf, type Processing } from "./processing.js";
import { applyInputMappings, applyOutputMappings, localVariables, mergeUpward, setAllLocal } from "./variables.js";

const behaviourOf = (p: Processing, scope: Scope): Behaviour => {
  const behaviour = p.behaviours[scope.type];
  if (behaviour === undefined)
    throw new Error(`Expected a behaviour for element type '${scope.type}', but there is none`);
  return behaviour;
};

/** How a token comes to an element. */
export interface Entry {
  readonly flow?: SequenceFlow;
  readonly loopCounter?: number;
  /** Payload of the event that led here. */
  readonly variables?: JsonObject;
  /** For multi-instance: the type of the inner instances instead of the body. */
  readonly inner?: boolean;
  /** The compensation event that this boundary event or handler serves. */
  readonly compensates?: Key;
}

/** What a new instance starts with. */
export interface NewInstance {
  readonly variables: JsonObject;
  /** The call activity, for a called instance. */
  readonly parent?: Scope;
  readonly tags?: readonly string[];
  readonly businessId?: string | null;
  /** Key of the message that starts it; locks the process id with this key. */
  readonly startCorrelationKey?: string | null;
}

/** A token enters an element: its instance is there at once, its behaviour follows as a step. */
export function enter(p: Processing, element: ExecutableElement, scope: Scope, entry: Entry = {}): Key {
  const key = p.newKey();
  const type = element.multiInstance !== null && entry.inner !== true ? "MULTI_INSTANCE_BODY" : element.type;
  if (entry.flow !== undefined)
    p.emit({ t: "flow.taken", instance: scope.row.processInstanceKey, flow: entry.flow.id });
  p.emit({
    t: "element.entered",
    key,
    scope: scope.key,
    id: element.id,
    name: element.name,
    type,
    ...(entry.loopCounter === undefined ? {} : { loopCounter: entry.loopCounter }),
    ...(entry.compensates === undefined ? {} : { compensates: entry.compensates }),
  });
  p.later({ step: "activate", key, ...(entry.variables === undefined ? {} : { variables: entry.variables }) });
  return key;
}

const endless = ({ id }: ExecutableElement): IncidentRaised =>
  new IncidentRaised(
    "UNKNOWN",
    `Expected the flow to wait somewhere, but element '${id}' was entered again and again at once: the diagram has a loop in which nothing waits.`,
  );

/** Input mappings, then the behaviour. What fails is an incident, and is done again from the start. */
export function activate(p: Processing, scope: Scope, variables: JsonObject | undefined): void {
  guarded(p, scope, "activate", () => {
    const element = modelOf(p, scope);
    if (!isInnerInstance(scope) && !p.visit(scope)) throw endless(element);
    const asked = scope.row.runtime?.listeners;
    if (scope.type !== "MULTI_INSTANCE_BODY" && asked === undefined)
      applyInputMappings(p, scope, element.inputMappings);
    if (askNextListener(p, scope, "START", element.startListeners, variables)) return;
    behaviourOf(p, scope).activate(p, scope, element, variables ?? asked?.variables);
  });
}

/**
 * The behaviour of an element is done. `variables` are the result of its job, task or event: local when output
 * mappings choose what leaves, merged upward otherwise. `along` are the flows to take, by
 * default all.
 */
export function complete(p: Processing, scope: Scope, variables?: JsonObject, along?: readonly SequenceFlow[]): void {
  guarded(p, scope, "complete", () => {
    const element = modelOf(p, scope);
    if (!isPastBehaviour(scope)) finishBehaviour(p, scope, element, variables);
    if (askNextListener(p, scope, "END", element.endListeners)) return;
    const { parent } = scope;
    if (scope.instance !== null || parent === null) {
      endInstance(p, scope);
      return;
    }
    if (element.type === "START_EVENT" && parent.row.runtime?.armed !== true) armEventSubProcesses(p, parent);
    const container = behaviourOf(p, parent);
    const finish = container.childCompleting?.(p, parent, scope) ?? false;
    recordCompensable(p, scope, parent);
    handlerCompleted(p, scope);
    p.emit({ t: "element.ended", key: scope.key, state: "COMPLETED" });
    if (endsAfter(parent, element.id)) {
      p.later({ step: "remove-instance", key: parent.process.key });
      return;
    }
    if (!isInnerInstance(scope)) for (const flow of along ?? element.outgoing) takeFlow(p, flow, parent);
    const linked = linkTarget(element);
    if (linked !== undefined) enter(p, linked, parent);
    childEnded(p, parent, finish);
  });
}

/** Takes the result, and lets out what the element hands on. */
function finishBehaviour(
  p: Processing,
  scope: Scope,
  element: ExecutableElement,
  variables: JsonObject | undefined,
): void {
  if (variables !== undefined) takeResult(p, scope, element, variables);
  behaviourOf(p, scope).completing?.(p, scope, element);
  if (scope.instance === null && scope.parent !== null && scope.type !== "MULTI_INSTANCE_BODY")
    applyOutputMappings(p, scope, scope.parent, element.outputMappings);
}

/** Where a link throw event leads. */
const linkTarget = ({ type, event, parent }: ExecutableElement): ExecutableElement | undefined =>
  type === "INTERMEDIATE_THROW_EVENT" && event?.kind === "link"
    ? parent?.scope?.linkCatches.get(event.name)
    : undefined;

/** A listener has answered: the next one is asked, or the element goes on. */
export function listenerAnswered(p: Processing, scope: Scope, phase: "START" | "END", variables: JsonObject): void {
  if (phase === "START") {
    setAllLocal(p, scope, variables);
    activate(p, scope, undefined);
  } else {
    mergeUpward(p, scope.variableParent ?? scope, variables);
    complete(p, scope);
  }
}

/** A new instance goes on to its start event, after the start listeners of the process. */
export function begin(p: Processing, instance: Scope, start: ExecutableElement, variables?: JsonObject): void {
  const { startListeners } = modelOf(p, instance);
  const entry = variables === undefined ? {} : { variables };
  if (startListeners.length === 0) {
    enter(p, start, instance, entry);
    return;
  }
  p.emit({ t: "listener.awaited", scope: instance.key, phase: "START", next: 0, start: start.id, ...entry });
  activate(p, instance, undefined);
}

/** Variables that a job, a task or an event brings. */
function takeResult(p: Processing, scope: Scope, element: ExecutableElement, variables: JsonObject): void {
  if (
    element.calledElement !== null &&
    scope.type === "CALL_ACTIVITY" &&
    element.outputMappings.length === 0 &&
    !element.calledElement.propagateAllChildVariables
  )
    return;
  const staysLocal =
    element.outputMappings.length > 0 || (element.type === "BOUNDARY_EVENT" && element.event?.kind === "error");
  if (staysLocal) setAllLocal(p, scope, variables);
  else mergeUpward(p, scope, variables);
}

/** Runtime instruction TERMINATE_PROCESS_INSTANCE of the instance's creation. */
const endsAfter = (parent: Scope, elementId: string): boolean =>
  parent.process.row.runtime?.terminateAfter?.includes(elementId) === true;

/** Tells a scope that a child has gone, when nothing is left of it. */
export function childEnded(p: Processing, scope: Scope, finish = false): void {
  passInclusiveJoins(p, scope);
  const behaviour = behaviourOf(p, scope);
  if (behaviour.childEnded !== undefined) behaviour.childEnded(p, scope, finish);
  else if (scope.row.activeChildren === 0 && scope.row.activeFlows === 0) p.later({ step: "complete", key: scope.key });
}

/** A token goes along a flow. A parallel or inclusive join keeps it until all have come that can. */
export function takeFlow(p: Processing, flow: SequenceFlow, scope: Scope): void {
  const { target } = flow;
  const joins =
    target.incoming.length > 1 && (target.type === "PARALLEL_GATEWAY" || target.type === "INCLUSIVE_GATEWAY");
  if (!joins) {
    enter(p, target, scope, { flow });
    return;
  }
  p.emit({ t: "flow.taken", instance: scope.row.processInstanceKey, flow: flow.id });
  p.emit({ t: "join.arrived", scope: scope.key, gateway: target.id, flow: flow.id });
  if (target.type === "PARALLEL_GATEWAY") passJoin(p, scope, target);
}

function passJoin(p: Processing, scope: Scope, gateway: ExecutableElement): void {
  const waiting = scope.row.runtime?.joins?.[gateway.id] ?? {};
  const isReady =
    gateway.type === "PARALLEL_GATEWAY"
      ? gateway.incoming.every(({ id }) => (waiting[id] ?? 0) > 0)
      : inclusiveJoinIsReady(scope, gateway, waiting);
  if (!isReady) return;
  p.emit({ t: "join.passed", scope: scope.key, gateway: gateway.id });
  enter(p, gateway, scope);
}

/** An inclusive join goes on when no other token can still come by a flow that has brought none. */
function inclusiveJoinIsReady(
  scope: Scope,
  gateway: ExecutableElement,
  waiting: Readonly<Record<string, number>>,
): boolean {
  const active = new Set<string>();
  for (const child of scope.children) active.add(child.elementId);
  for (const other of Object.keys(scope.row.runtime?.joins ?? {})) if (other !== gateway.id) active.add(other);
  for (const [flow, upstream] of gateway.join?.upstream ?? []) {
    if ((waiting[flow.id] ?? 0) > 0) continue;
    for (const id of active) if (upstream.has(id)) return false;
  }
  return true;
}

/** Wherever a token went, an inclusive join of the scope may have nothing left to wait for. */
function passInclusiveJoins(p: Processing, scope: Scope): void {
  const joins = scope.row.runtime?.joins;
  if (joins === undefined) return;
  for (const id of Object.keys(joins)) {
    const gateway = p.state.executable(scope.row.processDefinitionKey).elements.get(id);
    if (gateway?.type === "INCLUSIVE_GATEWAY") passJoin(p, scope, gateway);
  }
}

/** Ends everything inside a scope, the youngest first. The scope itself stays. */
export function terminateChildren(p: Processing, scope: Scope): void {
  for (const child of [...scope.children].reverse()) terminate(p, child);
}

/** Ends a scope with everything inside. Does not tell the scope around it. */
export function terminate(p: Processing, scope: Scope): void {
  terminateChildren(p, scope);
  if (scope.instance !== null) instanceEnd(p, scope, "TERMINATED");
  else p.emit({ t: "element.ended", key: scope.key, state: "TERMINATED" });
}

/** Ends an instance as TERMINATED, and lets the lock of its start message go. */
export function terminateInstance(p: Processing, scope: Scope): void {
  terminateChildren(p, scope);
  instanceEnd(p, scope, "TERMINATED");
}

/** The last token of an instance is gone. */
function endInstance(p: Processing, scope: Scope): void {
  const variables = localVariables(scope);
  const { parent } = scope;
  instanceEnd(p, scope, "COMPLETED");
  if (parent !== null) p.later({ step: "complete", key: parent.key, variables });
}

function instanceEnd(p: Processing, scope: Scope, state: "COMPLETED" | "TERMINATED"): void {
  const { row, instance } = scope;
  p.instanceEnded({ processInstanceKey: scope.key, state, variables: () => localVariables(scope) });
  p.emit({ t: "process-instance.ended", key: scope.key, state });
  const correlationKey = instance?.startCorrelationKey ?? null;
  if (correlationKey !== null)
    p.later({
      step: "start-by-next-message",
      processDefinitionId: row.processDefinitionId,
      tenantId: row.tenantId,
      correlationKey,
    });
}

/** Creates the row of an instance and its variables; what is entered first is up to the caller. */
export function createInstance(p: Processing, definition: ProcessDefinitionRow, options: NewInstance): Scope {
  const key = p.newKey();
  const { parent, tags = [], businessId = null, startCorrelationKey = null } = options;
  p.emit({
    t: "process-instance.created.v2",
    key,
    definition: definition.processDefinitionKey,
    ...(parent === undefined ? {} : { caller: parent.key }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(businessId === null ? {} : { businessId }),
    ...(startCorrelationKey === null ? {} : { startCorrelationKey }),
  });
  const scope = p.state.scope(key);
  setAllLocal(p, scope, options.variables);
  return scope;
}

/** Makes an incident of an element. */
export function raiseIncident(
  p: Processing,
  scope: Scope,
  errorType: IncidentErrorType,
  message: string,
  step: IncidentStep,
  job: Key | null = null,
): void {
  p.emit({ t: "incident.created", key: p.newKey(), element: scope.key, errorType, message, job, step });
}

function guarded(p: Processing, scope: Scope, step: IncidentStep, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof IncidentRaised)) throw error;
    raiseIncident(p, scope, error.errorType, error.message, error.step ?? step);
  }
}
