import type { ExecutableElement, ExecutableProcess } from "../../deploy/index.js";
import type { MigrateProcessInstanceCommand } from "../../protocol/commands.js";
import type { MigratedScope } from "../../protocol/events.js";
import type { Scope } from "../../state/scope.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { isInnerInstance, modelOf, type Processing } from "../processing.js";
import { subscribe } from "../subscriptions.js";
import { instancesOf, openInstance } from "./open-elements.js";

/**
 * Moves a running instance to another definition. Every active element goes to an element of the same type in the same
 * flow scope; jobs and tasks stay as they are; events that wait stay when they are mapped, else those of the target wait.
 */
export const migrateProcessInstance: CommandProcessor<MigrateProcessInstanceCommand> = (command, p) => {
  const instance = openInstance(p, command.processInstanceKey, "migrate");
  const { targetProcessDefinitionKey } = command;
  const definition = p.state.processes.get(targetProcessDefinitionKey);
  if (definition?.state !== "ACTIVE") {
    return reject(
      "NOT_FOUND",
      `Expected to migrate process instance to process definition but no process definition found with key '${targetProcessDefinitionKey}'`,
    );
  }
  const source = p.state.executable(instance.row.processDefinitionKey);
  const target = p.state.executable(targetProcessDefinitionKey);
  const map = checkedMapping(instance, command, source, target);
  const open = instancesOf(instance);
  for (const scope of open) checkScope(instance, scope, map, source, target);
  const keptBefore = new Map(open.map((scope) => [scope.key, keptEvents(scope, map, target)]));

  const migrated = open.map((scope): MigratedScope => {
    const element = targetOf(scope, map, target);
    return {
      key: scope.key,
      elementId: element?.id ?? scope.elementId,
      name: element?.name ?? null,
      events: keptBefore.get(scope.key) ?? {},
    };
  });
  const { processDefinitionKey, processDefinitionId, name, version, versionTag } = definition;
  p.emit({
    t: "process-instance.migrated",
    key: instance.key,
    definition: { processDefinitionKey, processDefinitionId, name, version, versionTag },
    events: keptEvents(instance, map, target),
    scopes: migrated,
  });
  for (const scope of open) waitForNewEvents(p, scope);
  return null;
};

type Mapping = ReadonlyMap<string, string>;

function checkedMapping(
  instance: Scope,
  { mappingInstructions }: MigrateProcessInstanceCommand,
  source: ExecutableProcess,
  target: ExecutableProcess,
): Mapping {
  const prefix = `Expected to migrate process instance '${instance.key}' but mapping instructions contain`;
  const map = new Map<string, string>();
  for (const { sourceElementId, targetElementId } of mappingInstructions) {
    if (!source.elements.has(sourceElementId)) {
      reject(
        "INVALID_ARGUMENT",
        `${prefix} a non-existing source element id '${sourceElementId}'. Elements provided in mapping instructions must exist in the source process definition.`,
      );
    }
    if (!target.elements.has(targetElementId)) {
      reject(
        "INVALID_ARGUMENT",
        `${prefix} a non-existing target element id '${targetElementId}'. Elements provided in mapping instructions must exist in the target process definition.`,
      );
    }
    if (map.has(sourceElementId))
      reject("INVALID_ARGUMENT", `${prefix} duplicate source element ids '[${sourceElementId}]'.`);
    map.set(sourceElementId, targetElementId);
  }
  return map;
}

function targetOf(scope: Scope, map: Mapping, target: ExecutableProcess): ExecutableElement | undefined {
  const id = map.get(scope.elementId);
  return id === undefined ? undefined : target.elements.get(id);
}

function checkScope(
  instance: Scope,
  scope: Scope,
  map: Mapping,
  source: ExecutableProcess,
  target: ExecutableProcess,
): void {
  const prefix = `Expected to migrate process instance '${instance.key}' but`;
  const id = scope.elementId;
  const element = targetOf(scope, map, target);
  if (element === undefined)
    return reject(
      "INVALID_STATE",
      `${prefix} no mapping instruction defined for active element with id '${id}'. Elements cannot be migrated without a mapping.`,
    );
  const type = source.elements.get(id)?.type ?? scope.type;
  if (element.type !== type) {
    reject(
      "INVALID_STATE",
      `${prefix} active element with id '${id}' and type '${type}' is mapped to an element with id '${element.id}' and different type '${element.type}'. Elements must be mapped to elements of the same type.`,
    );
  }
  if (
    (element.multiInstance !== null) !==
    (source.elements.get(id)?.multiInstance !== null && source.elements.has(id))
  ) {
    reject(
      "INVALID_STATE",
      `${prefix} active element with id '${id}' is mapped to '${element.id}', and only one of them is multi-instance.`,
    );
  }
  const expected = flowScopeTarget(instance, scope, map, target);
  if (element.parent?.id !== expected) {
    reject(
      "INVALID_STATE",
      `${prefix} the flow scope of active element with id '${id}' is changed. The flow scope of the active element is expected to be '${expected}' but was '${element.parent?.id ?? ""}'. The flow scope of an element cannot be changed during migration yet.`,
    );
  }
}

/** Where the scope around an element goes to. */
function flowScopeTarget(instance: Scope, scope: Scope, map: Mapping, target: ExecutableProcess): string {
  let around = scope.parent;
  while (around !== null && around.elementId === scope.elementId && around.instance === null) around = around.parent; // the multi-instance body
  if (around === null || around === instance) return target.processId;
  return map.get(around.elementId) ?? around.elementId;
}

/** Waiting events of a scope that go on after the migration: old target id to new one. */
function keptEvents(scope: Scope, map: Mapping, target: ExecutableProcess): Record<string, string> {
  const kept: Record<string, string> = {};
  const ids = [...scope.timers.values()].map(({ targetElementId }) => targetElementId);
  for (const subscription of [...scope.subscriptions.values(), ...scope.signals.values()])
    ids.push(subscription.elementId);
  for (const id of ids) {
    const to = map.get(id) ?? (scope.instance === null ? undefined : id);
    if (to !== undefined && target.elements.has(to)) kept[id] = to;
  }
  return kept;
}

/** Boundary events of the target that nothing was mapped to begin to wait. */
function waitForNewEvents(p: Processing, scope: Scope): void {
  if (isInnerInstance(scope) || scope.incidents.size > 0) return;
  const element = modelOf(p, scope);
  const waiting = new Set([...scope.timers.values()].map(({ targetElementId }) => targetElementId));
  for (const subscription of [...scope.subscriptions.values(), ...scope.signals.values()])
    waiting.add(subscription.elementId);
  subscribe(
    p,
    scope,
    element.boundaryEvents.filter(({ id }) => !waiting.has(id)),
  );
}
