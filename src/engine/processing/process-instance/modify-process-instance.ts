import type { ExecutableElement } from "../../deploy/index.js";
import type {
  ActivateInstruction,
  ModifyProcessInstanceCommand,
  VariableInstruction,
} from "../../protocol/commands.js";
import type { Key } from "../../state/rows.js";
import type { Scope } from "../../state/scope.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { enter, terminate, terminateInstance } from "../lifecycle.js";
import { modelOf, type Processing } from "../processing.js";
import { setAllLocal } from "../variables.js";
import { FlowScopes } from "./flow-scopes.js";

const NOT_ACTIVATABLE = ["PROCESS", "START_EVENT", "BOUNDARY_EVENT", "EVENT_SUB_PROCESS"];

/** Puts tokens elsewhere: elements are activated, others terminated, all or nothing. */
export const modifyProcessInstance: CommandProcessor<ModifyProcessInstanceCommand> = (command, p) => {
  const instance = p.state.findScope(command.processInstanceKey);
  if (instance === undefined || instance.instance === null) {
    return reject(
      "NOT_FOUND",
      `Expected to modify process instance but no process instance found with key '${command.processInstanceKey}'`,
    );
  }
  const doomed = (command.terminateInstructions ?? []).flatMap((target) => meantBy(instance, target));
  const moved = (command.moveInstructions ?? []).flatMap(({ source, targetElementId, variableInstructions }) =>
    meantBy(instance, source).map((scope) => ({
      scope,
      targetElementId,
      variableInstructions: variableInstructions ?? [],
    })),
  );
  const scopes = new FlowScopes(p, instance, true);
  for (const instruction of command.activateInstructions ?? []) activateElement(p, instance, scopes, instruction);
  for (const { scope, targetElementId: elementId, variableInstructions } of moved)
    activateElement(p, instance, scopes, { elementId, variableInstructions, ...ancestorOfMove(p, scope, elementId) });
  for (const scope of [...doomed, ...moved.map(({ scope }) => scope)]) remove(p, scope);
  return null;
};

/** A token that moves within its scope stays in that very instance of it. */
function ancestorOfMove(p: Processing, source: Scope, targetId: string): { ancestorElementInstanceKey?: Key } {
  const target = p.state.executable(source.row.processDefinitionKey).elements.get(targetId);
  const around = source.parent;
  const stays = target?.parent === modelOf(p, source).parent && around !== null && around.instance === null;
  return stays ? { ancestorElementInstanceKey: around.key } : {};
}

function activateElement(p: Processing, instance: Scope, scopes: FlowScopes, instruction: ActivateInstruction): void {
  const { elementId, ancestorElementInstanceKey: ancestorKey, variableInstructions = [] } = instruction;
  const element = activatable(p, instance, elementId);
  const ancestor = ancestorKey === undefined ? undefined : ancestorOf(p, instance, element, ancestorKey);
  const around = scopes.around(element, ancestor);
  const entered = p.state.scope(enter(p, element, around));
  for (const variables of variableInstructions) setVariables(p, instance, entered, variables);
}

function activatable(p: Processing, instance: Scope, elementId: string): ExecutableElement {
  const element = p.state.executable(instance.row.processDefinitionKey).elements.get(elementId);
  const prefix = `Expected to modify instance of process '${instance.row.processDefinitionId}' but it contains one or more activate instructions`;
  if (element === undefined)
    return reject("INVALID_ARGUMENT", `${prefix} with an element that could not be found: '${elementId}'`);
  if (NOT_ACTIVATABLE.includes(element.type) || element.isForCompensation)
    reject("INVALID_ARGUMENT", `${prefix} for elements of unsupported type: '${elementId}' (${element.type})`);
  return element;
}

function ancestorOf(p: Processing, instance: Scope, element: ExecutableElement, key: Key): Scope | undefined {
  if (key === instance.key) return undefined;
  const scope = p.state.opened(key);
  if (scope === undefined || scope.process !== instance)
    return reject(
      "INVALID_ARGUMENT",
      `Expected the ancestor with key '${key}' to be an active element of the process instance, but it is none`,
    );
  for (let around = element.parent; around !== null; around = around.parent)
    if (around.id === scope.elementId && scope.type === around.type) return scope;
  return reject(
    "INVALID_ARGUMENT",
    `Expected the ancestor with key '${key}' to be a flow scope of '${element.id}', but '${scope.elementId}' is none`,
  );
}

/** Variables of the process, of a flow scope around the activated element, or of the element itself. */
function setVariables(
  p: Processing,
  instance: Scope,
  entered: Scope,
  { variables, scopeId = "" }: VariableInstruction,
): void {
  if (scopeId === "" || scopeId === instance.elementId) {
    setAllLocal(p, instance, variables);
    return;
  }
  for (let scope: Scope | null = entered; scope !== null; scope = scope.variableParent) {
    if (scope.elementId !== scopeId) continue;
    setAllLocal(p, scope, variables);
    return;
  }
  reject(
    "INVALID_ARGUMENT",
    `Expected the scope '${scopeId}' of a variable instruction to be around '${entered.elementId}', but it is not`,
  );
}

/** The open elements of the instance that are named by key or by id. */
function meantBy(
  instance: Scope,
  target: { readonly elementInstanceKey: Key } | { readonly elementId: string },
): readonly Scope[] {
  const found = openElements(instance).filter((scope) =>
    "elementInstanceKey" in target ? scope.key === target.elementInstanceKey : scope.elementId === target.elementId,
  );
  if (found.length > 0) return found;
  const named = "elementInstanceKey" in target ? `key '${target.elementInstanceKey}'` : `id '${target.elementId}'`;
  return reject(
    "INVALID_ARGUMENT",
    `Expected to modify instance of process '${instance.row.processDefinitionId}' but it contains one or more terminate instructions with an element instance that could not be found: ${named}`,
  );
}

function openElements(scope: Scope): readonly Scope[] {
  return [...scope.children]
    .filter(({ instance }) => instance === null)
    .flatMap((child) => [child, ...openElements(child)]);
}

/** Ends an element, and the scopes around it in which nothing is left. */
function remove(p: Processing, scope: Scope): void {
  if (p.state.opened(scope.key) === undefined) return;
  const around = scope.parent;
  terminate(p, scope);
  if (around === null || around.children.size > 0 || around.row.activeFlows > 0) return;
  if (around.instance === null) remove(p, around);
  else terminateInstance(p, around);
}
