import type { ExecutableElement } from "../../deploy/index.js";
import type { Scope } from "../../state/scope.js";
import { reject } from "../command-processor.js";
import type { Processing } from "../processing.js";
import { armEventSubProcesses, subscribeBoundaryEvents } from "../subscriptions.js";
import { instancesOf } from "./open-elements.js";

/**
 * The scopes around an element by element id: active ones are used, missing ones are made. Their start events and input
 * mappings are skipped; their boundary events and event sub-processes wait.
 *
 * @param ancestor the instance to begin with, where a scope has several.
 * @throws Rejected INVALID_ARGUMENT when a scope has several instances and none was chosen.
 */
export function makeScopes(
  p: Processing,
  instance: Scope,
  element: ExecutableElement,
  ancestor?: Scope,
): ReadonlyMap<string, Scope> {
  const scopes = new Map<string, Scope>([[instance.elementId, instance]]);
  let around = instance;
  let isChosen = ancestor === undefined || ancestor === instance;
  let isNew = ancestor === instance;
  for (const level of levelsOf(element)) {
    if (!isChosen && ancestor?.elementId === level.id) {
      around = ancestor;
      isChosen = true;
      isNew = true;
    } else if (isChosen) {
      const existing = isNew ? undefined : activeScope(instance, level);
      isNew = existing === undefined;
      around = existing ?? makeScope(p, level, around);
    }
    scopes.set(level.id, around);
  }
  if (!isChosen) {
    reject(
      "INVALID_ARGUMENT",
      `Expected to modify instance of process '${instance.row.processDefinitionId}' but it contains one or more activate instructions with an ancestor scope key that is not an ancestor of the element to activate: '${ancestor?.key ?? ""}'`,
    );
  }
  return scopes;
}

/** Sub-processes around an element, outermost first. */
function levelsOf(element: ExecutableElement): ExecutableElement[] {
  const levels: ExecutableElement[] = [];
  for (let at = element.parent; at !== null && at.parent !== null; at = at.parent) levels.unshift(at);
  return levels;
}

function activeScope(instance: Scope, level: ExecutableElement): Scope | undefined {
  const active = instancesOf(instance, level.id).filter(({ type }) => type !== "MULTI_INSTANCE_BODY");
  if (active.length > 1) {
    reject(
      "INVALID_ARGUMENT",
      `Expected to modify instance of process '${instance.row.processDefinitionId}' but it contains one or more activate instructions for an element that has a flow scope with more than one active instance: '${level.id}'. Can't decide in which instance of the flow scope the element should be activated. Please specify an ancestor element instance key for this activate instruction.`,
    );
  }
  return active[0];
}

function makeScope(p: Processing, level: ExecutableElement, around: Scope): Scope {
  if (level.multiInstance !== null) {
    reject(
      "INVALID_ARGUMENT",
      `Expected to start an element inside '${level.id}', but that is multi-instance and has no active instance: start '${level.id}' instead`,
    );
  }
  const key = p.newKey();
  p.emit({ t: "element.entered", key, scope: around.key, id: level.id, name: level.name, type: level.type });
  const scope = p.state.scope(key);
  subscribeBoundaryEvents(p, scope, level);
  armEventSubProcesses(p, scope);
  return scope;
}
