import type { AdHocDefinition, ExecutableElement } from "../../deploy/index.js";
import { adHocInnerId } from "../../deploy/index.js";
import type { JsonObject, JsonValue } from "../../state/rows.js";
import type { Scope } from "../../state/scope.js";
import { toBoolean, toNumber, toText, toTexts, toValue, withValues } from "../expressions.js";
import { waitsForCancelingListeners } from "../canceling.js";
import { complete, enter, terminateChildren } from "../lifecycle.js";
import { type Behaviour, IncidentRaised, modelOf, type Processing } from "../processing.js";
import { armEventSubProcesses, subscribeBoundaryEvents } from "../subscriptions.js";
import { mergeUpward, setAllLocal, setLocal } from "../variables.js";

const INNER_TYPE = "AD_HOC_SUB_PROCESS_INNER_INSTANCE";
/** Local variable that tells workers and expressions what can be activated. */
const ELEMENTS_VARIABLE = "adHocSubProcessElements";

/** An activity to begin, with variables of its own. */
export interface AdHocActivation {
  readonly elementId: string;
  readonly variables?: JsonObject;
}

/** A sub-process whose activities are begun by a list, by the API or by a job worker, each in an instance of its own. */
export const adHocSubProcess: Behaviour = {
  activate(p, scope, element) {
    const definition = definitionOf(element);
    setLocal(p, scope, ELEMENTS_VARIABLE, definition.activities.map(described));
    if (definition.outputCollection !== null && !scope.variables.has(definition.outputCollection))
      setLocal(p, scope, definition.outputCollection, []);
    const first = element.job === null ? initialElements(p, scope, definition) : [];
    subscribeBoundaryEvents(p, scope, element);
    armEventSubProcesses(p, scope);
    if (element.job !== null) createAdHocJob(p, scope, element);
    activateInside(
      p,
      scope,
      first.map((elementId) => ({ elementId })),
    );
  },

  completing(p, scope, element) {
    const name = definitionOf(element).outputCollection;
    const list = name === null ? undefined : scope.variables.get(name);
    if (name !== null && list !== undefined && scope.parent !== null)
      mergeUpward(p, scope.parent, { [name]: list.value });
  },

  childCompleting(p, scope, child) {
    if (child.type !== INNER_TYPE) return false;
    const { completionCondition, outputCollection, outputElement } = definitionOf(modelOf(p, scope));
    const collected = new Map<string, JsonValue>();
    if (outputCollection !== null && outputElement !== null) {
      const before = scope.variables.get(outputCollection)?.value;
      collected.set(outputCollection, [
        ...(Array.isArray(before) ? (before as JsonValue[]) : []),
        toValue(p, outputElement, child),
      ]);
    }
    // The condition sees the result of the instance; nothing is written when it cannot be evaluated.
    const isFulfilled = completionCondition !== null && toBoolean(p, completionCondition, withValues(child, collected));
    for (const [name, value] of collected) setLocal(p, scope, name, value);
    return isFulfilled;
  },

  childEnded(p, scope, finish) {
    const element = modelOf(p, scope);
    const definition = definitionOf(element);
    if (finish) {
      fulfil(p, scope, definition.cancelRemainingInstances);
      return;
    }
    const isFulfilled = scope.row.runtime?.adHocFulfilled === true;
    const isEmpty = scope.row.activeChildren === 0;
    if (isFulfilled) {
      if (isEmpty) complete(p, scope);
    } else if (element.job !== null) createAdHocJob(p, scope, element);
    else if (isEmpty && definition.completionCondition === null) complete(p, scope);
  },
};

/** One activation: the activity and all that follows it by flows. Its end is that of its last token. */
export const adHocInnerInstance: Behaviour = {
  activate(p, scope) {
    if (scope.row.activeChildren === 0) complete(p, scope);
  },
};

/** The condition holds: the rest is ended or waited for, then the sub-process completes. */
export function fulfil(p: Processing, scope: Scope, cancelRemaining: boolean): void {
  if (cancelRemaining) {
    if (waitsForCancelingListeners(p, scope, { step: "fulfil-ad-hoc", key: scope.key })) return;
    terminateChildren(p, scope);
  }
  if (scope.row.activeChildren === 0) complete(p, scope);
  else p.emit({ t: "ad-hoc.fulfilled", key: scope.key });
}

/** Begins activities, each in an instance of its own; the variables are local to that. */
export function activateInside(p: Processing, scope: Scope, activations: readonly AdHocActivation[]): void {
  const element = modelOf(p, scope);
  for (const { elementId, variables = {} } of activations) {
    const activity = definitionOf(element).activities.find(({ id }) => id === elementId);
    if (activity === undefined)
      throw new Error(`Expected '${elementId}' to be an activity of '${element.id}', but it is none`);
    const key = p.newKey();
    p.emit({
      t: "element.entered",
      key,
      scope: scope.key,
      id: adHocInnerId(element.id),
      name: element.name,
      type: INNER_TYPE,
    });
    const inner = p.state.scope(key);
    setAllLocal(p, inner, variables);
    enter(p, activity, inner);
  }
}

/** Which of the ids are no activities that can be begun. */
export function unknownActivities(p: Processing, scope: Scope, ids: readonly string[]): readonly string[] {
  const { activities } = definitionOf(modelOf(p, scope));
  return ids.filter((wanted) => activities.every(({ id }) => id !== wanted));
}

function initialElements(
  p: Processing,
  scope: Scope,
  { activeElementsCollection }: AdHocDefinition,
): readonly string[] {
  if (activeElementsCollection === null) return [];
  const ids = toTexts(p, activeElementsCollection, scope);
  const unknown = unknownActivities(p, scope, ids);
  if (unknown.length > 0)
    throw new IncidentRaised(
      "EXTRACT_VALUE_ERROR",
      `Expected the active elements of '${scope.elementId}' to be activities of it, but found [${unknown.join(", ")}].`,
    );
  return ids;
}

/** Asks the worker what to do next; a job that is still open knows an older state and is withdrawn. */
function createAdHocJob(p: Processing, scope: Scope, { job }: ExecutableElement): void {
  if (job === null) return;
  const type = toText(p, job.type, scope);
  const retries = toNumber(p, job.retries, scope);
  for (const { jobKey, kind, open } of scope.jobs.values())
    if (open && kind === "AD_HOC_SUB_PROCESS") p.emit({ t: "job.canceled", key: jobKey });
  p.emit({
    t: "job.created",
    key: p.newKey(),
    element: scope.key,
    type,
    retries,
    headers: job.headers,
    kind: "AD_HOC_SUB_PROCESS",
    listener: "UNSPECIFIED",
  });
}

function described({ id, name, properties }: ExecutableElement): JsonObject {
  return {
    elementId: id,
    ...(name === null || name === "" ? {} : { elementName: name }),
    ...(properties.length === 0
      ? {}
      : { properties: Object.fromEntries(properties.map((property) => [property.name, property.value])) }),
  };
}

function definitionOf(element: ExecutableElement): AdHocDefinition {
  if (element.adHoc === null)
    throw new Error(`Expected element '${element.id}' to be an ad-hoc sub-process, but it is not`);
  return element.adHoc;
}
