import type { ExecutableElement, MultiInstance } from "../../deploy/index.js";
import type { JsonValue } from "../../state/rows.js";
import type { Scope } from "../../state/scope.js";
import { toBoolean, toList, toValue, withValues } from "../expressions.js";
import { finishScope } from "../canceling.js";
import { complete, enter } from "../lifecycle.js";
import { type Behaviour, modelOf, type Processing } from "../processing.js";
import { subscribeBoundaryEvents } from "../subscriptions.js";
import { mergeUpward, setLocal } from "../variables.js";

/** The body of a multi-instance activity: one instance per item, all at once or one after another. */
export const multiInstanceBody: Behaviour = {
  activate(p, scope, element) {
    const marker = markerOf(element);
    const items = toList(p, marker.inputCollection, scope);
    subscribeBoundaryEvents(p, scope, element);
    if (marker.outputCollection !== null)
      setLocal(
        p,
        scope,
        marker.outputCollection,
        Array.from({ length: items.length }, () => null),
      );
    p.emit({
      t: "multi-instance.started",
      key: scope.key,
      total: items.length,
      items: marker.sequential ? items : null,
    });
    if (items.length === 0) complete(p, scope);
    else if (marker.sequential) start(p, scope, element, 0, items[0] ?? null);
    else for (const [index, item] of items.entries()) start(p, scope, element, index, item);
  },

  completing(p, scope, element) {
    const name = markerOf(element).outputCollection;
    const list = name === null ? undefined : scope.variables.get(name);
    if (name !== null && list !== undefined && scope.parent !== null)
      mergeUpward(p, scope.parent, { [name]: list.value });
  },

  childCompleting(p, scope, child) {
    const marker = markerOf(modelOf(p, scope));
    if (marker.outputCollection !== null && marker.outputElement !== null) {
      const value = toValue(p, marker.outputElement, child);
      const index = (child.row.runtime?.loopCounter ?? 1) - 1;
      p.emit({ t: "variable.slot-set", scope: scope.key, name: marker.outputCollection, index, value });
    }
    if (marker.completionCondition === null) return false;
    const progress = progressOf(scope);
    const counts = new Map<string, JsonValue>([
      ["numberOfInstances", progress.total],
      ["numberOfActiveInstances", scope.row.activeChildren - 1],
      ["numberOfCompletedInstances", progress.completed + 1],
      ["numberOfTerminatedInstances", progress.terminated],
    ]);
    return toBoolean(p, marker.completionCondition, withValues(child, counts));
  },

  childEnded(p, scope, finish) {
    const { total, completed, terminated, items } = progressOf(scope);
    const next = completed + terminated;
    if (finish) {
      finishScope(p, scope);
    } else if (items !== undefined && next < total) {
      start(p, scope, modelOf(p, scope), next, items[next] ?? null);
    } else if (scope.row.activeChildren === 0) {
      complete(p, scope);
    }
  },
};

function start(p: Processing, body: Scope, element: ExecutableElement, index: number, item: JsonValue): void {
  const marker = markerOf(element);
  const inner = p.state.scope(enter(p, element, body, { inner: true, loopCounter: index + 1 }));
  if (marker.inputElement !== null) setLocal(p, inner, marker.inputElement, item);
  setLocal(p, inner, "loopCounter", index + 1);
  // Without a local variable of its own, the result of one instance would leak to the others.
  if (marker.outputElementVariable !== null && !inner.variables.has(marker.outputElementVariable))
    setLocal(p, inner, marker.outputElementVariable, null);
}

function markerOf(element: ExecutableElement): MultiInstance {
  if (element.multiInstance === null)
    throw new Error(`Expected element '${element.id}' to be multi-instance, but it is not`);
  return element.multiInstance;
}

function progressOf(scope: Scope): {
  total: number;
  completed: number;
  terminated: number;
  items?: readonly JsonValue[];
} {
  const progress = scope.row.runtime?.multiInstance;
  if (progress === undefined)
    throw new Error(`Expected multi-instance body '${scope.key}' to have been started, but it was not`);
  return progress;
}
