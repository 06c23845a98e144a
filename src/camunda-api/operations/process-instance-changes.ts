import type { MigrateProcessInstanceData, ModifyProcessInstanceData } from "@camunda8/orchestration-cluster-api";
import type {
  ActivateInstruction,
  JsonObject,
  ModifyProcessInstanceCommand,
  MoveInstruction,
  VariableInstruction,
} from "../../engine/index.js";
import { run } from "../command.js";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { noContent } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";

/** Operations that repair running process instances. */
export const processInstanceChangeOperations = ({ engine }: ApiContext): readonly Operation[] => [
  defineOperation<ModifyProcessInstanceData>({
    operationId: "modifyProcessInstance",
    method: "POST",
    url: "/process-instances/{processInstanceKey}/modification",
    handle: async ({ path, body }) => {
      await run(engine, modification(path.processInstanceKey, body));
      return noContent();
    },
  }),
  defineOperation<MigrateProcessInstanceData>({
    operationId: "migrateProcessInstance",
    method: "POST",
    url: "/process-instances/{processInstanceKey}/migration",
    handle: async ({ path, body }) => {
      const { targetProcessDefinitionKey, mappingInstructions } = body;
      const { processInstanceKey } = path;
      await run(engine, {
        type: "process-instance.migrate",
        processInstanceKey,
        targetProcessDefinitionKey,
        mappingInstructions,
      });
      return noContent();
    },
  }),
];

type Modification = Plain<ModifyProcessInstanceData["body"]>;
type Activation = NonNullable<Modification["activateInstructions"]>[number];
type Move = NonNullable<Modification["moveInstructions"]>[number];

const modification = (processInstanceKey: string, body: Modification): ModifyProcessInstanceCommand => ({
  type: "process-instance.modify",
  processInstanceKey,
  activateInstructions: (body.activateInstructions ?? []).map(activation),
  moveInstructions: (body.moveInstructions ?? []).map(move),
  terminateInstructions: body.terminateInstructions ?? [],
});

function activation({ elementId, variableInstructions, ancestorElementInstanceKey }: Activation): ActivateInstruction {
  const instruction = { elementId, variableInstructions: (variableInstructions ?? []).map(variables) };
  return ancestorElementInstanceKey === undefined ? instruction : { ...instruction, ancestorElementInstanceKey };
}

/** Variables of a request: parsed from JSON, so they are JSON. */
const variables = ({
  variables: values,
  scopeId,
}: {
  readonly variables: object;
  readonly scopeId?: string | undefined;
}): VariableInstruction => ({
  variables: values as JsonObject,
  ...(scopeId === undefined ? {} : { scopeId }),
});

function move({
  sourceElementInstruction,
  targetElementId,
  ancestorScopeInstruction,
  variableInstructions,
}: Move): MoveInstruction {
  const source =
    "sourceElementId" in sourceElementInstruction
      ? { elementId: sourceElementInstruction.sourceElementId }
      : { elementInstanceKey: sourceElementInstruction.sourceElementInstanceKey };
  const instruction = { source, targetElementId, variableInstructions: (variableInstructions ?? []).map(variables) };
  if (ancestorScopeInstruction?.ancestorScopeType === "sourceParent")
    return { ...instruction, ancestor: "source-parent" };
  if (ancestorScopeInstruction !== undefined && "ancestorElementInstanceKey" in ancestorScopeInstruction) {
    return { ...instruction, ancestor: { elementInstanceKey: ancestorScopeInstruction.ancestorElementInstanceKey } };
  }
  return instruction;
}
