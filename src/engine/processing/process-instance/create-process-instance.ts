import type { ExecutableElement } from "../../deploy/index.js";
import type { CreateProcessInstanceCommand } from "../../protocol/commands.js";
import type { ProcessDefinitionRow } from "../../state/rows.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { begin, createInstance, enter } from "../lifecycle.js";
import type { Processing } from "../processing.js";
import { makeScopes } from "./make-scopes.js";

/** Starts an instance at its none start event, or before the elements of the start instructions. */
export const createProcessInstance: CommandProcessor<CreateProcessInstanceCommand> = (command, p) => {
  const definition = findDefinition(p, command);
  const { root, elements } = p.state.executable(definition.processDefinitionKey);
  const startElements = (command.startInstructions ?? []).map(({ elementId }) =>
    startable(elements.get(elementId), elementId, definition),
  );
  const noneStart = root.scope?.noneStartEvent ?? null;
  if (startElements.length === 0 && noneStart === null) {
    reject("INVALID_STATE", `Expected to create instance of process with none start event, but there is no such event`);
  }
  const tags = command.tags ?? [];
  const businessId = command.businessId ?? null;
  const instance = createInstance(p, definition, { variables: command.variables ?? {}, tags, businessId });
  const after = (command.runtimeInstructions ?? []).map(({ afterElementId }) => afterElementId);
  if (after.length > 0) p.emit({ t: "scope.termination-planned", key: instance.key, after });
  if (startElements.length > 0) {
    p.later({ step: "activate", key: instance.key });
    for (const element of startElements) {
      const scopes = makeScopes(p, instance, element);
      enter(p, element, scopes.get(element.parent?.id ?? "") ?? instance);
    }
  } else if (noneStart !== null) {
    begin(p, instance, noneStart);
  }
  return {
    processDefinitionId: definition.processDefinitionId,
    processDefinitionVersion: definition.version,
    processDefinitionKey: definition.processDefinitionKey,
    processInstanceKey: instance.key,
    tenantId: definition.tenantId,
    variables: {},
    tags,
    businessId,
  };
};

function findDefinition(p: Processing, command: CreateProcessInstanceCommand): ProcessDefinitionRow {
  const { processDefinitionKey, processDefinitionId, processDefinitionVersion = -1, tenantId = "<default>" } = command;
  if (processDefinitionKey !== undefined) {
    const found = p.state.processes.get(processDefinitionKey);
    if (found?.state === "ACTIVE" && found.tenantId === tenantId) return found;
    reject("NOT_FOUND", `Expected to find process definition with key '${processDefinitionKey}', but none found`);
  }
  const id =
    processDefinitionId ?? reject("INVALID_ARGUMENT", "Expected a process definition key or id, but neither is given");
  if (processDefinitionVersion < 0) {
    return (
      p.state.processes.latest(tenantId, id) ??
      reject("NOT_FOUND", `Expected to find process definition with process ID '${id}', but none found`)
    );
  }
  return (
    p.state.processes.version(tenantId, id, processDefinitionVersion) ??
    reject(
      "NOT_FOUND",
      `Expected to find process definition with process ID '${id}' and version '${processDefinitionVersion}', but none found`,
    )
  );
}

function startable(
  element: ExecutableElement | undefined,
  id: string,
  definition: ProcessDefinitionRow,
): ExecutableElement {
  const prefix = `Expected to create instance of process with start instructions`;
  if (element === undefined) return reject("INVALID_ARGUMENT", `${prefix} but no element found with id '${id}'.`);
  if (["PROCESS", "START_EVENT", "BOUNDARY_EVENT", "EVENT_SUB_PROCESS"].includes(element.type)) {
    return reject(
      "INVALID_ARGUMENT",
      `${prefix} but the element with id '${id}' of process '${definition.processDefinitionId}' targets unsupported element type '${element.type}'.`,
    );
  }
  return element;
}
