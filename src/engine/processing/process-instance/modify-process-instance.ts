import type { ExecutableElement } from "../../deploy/index.js";
import type {
  ActivateInstruction,
  ModifyProcessInstanceCommand,
  TerminateInstruction,
  VariableInstruction,
} from "../../protocol/commands.js";
import type { Key } from "../../state/rows.js";
import type { Scope } from "../../state/scope.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { enter } from "../lifecycle.js";
import type { Processing } from "../processing.js";
import { removeScope } from "../remove-scope.js";
import { setAllLocal } from "../variables.js";
import { makeScopes } from "./make-scopes.js";
import { expandMoves } from "./move-instructions.js";
import { instancesOf, openInstance } from "./open-elements.js";

const NOT_ACTIVATABLE = ["PROCESS", "START_EVENT", "BOUNDARY_EVENT", "EVENT_SUB_PROCESS"];
/** What the API sends when no ancestor is chosen. */
const NO_ANCESTOR = "-1";

/** Puts tokens elsewhere: elements are activated, others terminated, all or nothing. */
export const modifyProcessInstance: CommandProcessor<ModifyProcessInstanceCommand> = (command, p) => {
  const instance = openInstance(p, command.processInstanceKey, "modify");
  const instructions = expandMoves(instance, command);
  const doomed = instructions.terminate.flatMap((target) => meantBy(instance, target));
  for (const instruction of instructions.activate) activateElement(p, instance, instruction);
  for (const scope of doomed) removeScope(p, scope);
  return null;
};

function activateElement(p: Processing, instance: Scope, instruction: ActivateInstruction): void {
  const { elementId, ancestorElementInstanceKey: ancestorKey, variableInstructions = [] } = instruction;
  const element = activatable(p, instance, elementId);
  const ancestor =
    ancestorKey === undefined || ancestorKey === NO_ANCESTOR ? undefined : ancestorOf(p, instance, ancestorKey);
  const scopes = makeScopes(p, instance, element, ancestor);
  const around = (element.parent === null ? undefined : scopes.get(element.parent.id)) ?? instance;
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

function ancestorOf(p: Processing, instance: Scope, key: Key): Scope {
  const scope = p.state.opened(key);
  if (scope !== undefined && scope.process === instance) return scope;
  return reject(
    "INVALID_ARGUMENT",
    `Expected the ancestor with key '${key}' to be an active element of the process instance, but it is none`,
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
function meantBy(instance: Scope, target: TerminateInstruction): readonly Scope[] {
  const found =
    "elementInstanceKey" in target
      ? instancesOf(instance).filter(({ key }) => key === target.elementInstanceKey)
      : instancesOf(instance, target.elementId);
  if (found.length > 0) return found;
  const named = "elementInstanceKey" in target ? `key '${target.elementInstanceKey}'` : `id '${target.elementId}'`;
  return reject(
    "INVALID_ARGUMENT",
    `Expected to modify instance of process '${instance.row.processDefinitionId}' but it contains one or more terminate instructions with an element instance that could not be found: ${named}`,
  );
}
