import type {
  ActivateInstruction,
  ModifyProcessInstanceCommand,
  MoveInstruction,
  TerminateInstruction,
} from "../../protocol/commands.js";
import type { Scope } from "../../state/scope.js";
import { reject } from "../command-processor.js";
import { instancesOf } from "./open-elements.js";

/** A move ends each instance of its source and starts the target for it: the same as one instruction of each kind. */
export function expandMoves(
  instance: Scope,
  command: ModifyProcessInstanceCommand,
): { activate: ActivateInstruction[]; terminate: TerminateInstruction[] } {
  const activate = [...(command.activateInstructions ?? [])];
  const terminate = [...(command.terminateInstructions ?? [])];
  for (const move of command.moveInstructions ?? []) {
    for (const source of sourcesOf(instance, move)) {
      const ancestorElementInstanceKey = ancestorKey(source, move);
      activate.push({
        elementId: move.targetElementId,
        variableInstructions: move.variableInstructions ?? [],
        ...(ancestorElementInstanceKey === undefined ? {} : { ancestorElementInstanceKey }),
      });
      terminate.push({ elementInstanceKey: source.key });
    }
  }
  return { activate, terminate };
}

function sourcesOf(instance: Scope, { source }: MoveInstruction): Scope[] {
  const found = instancesOf(instance, source.elementId).filter(
    ({ key }) => source.elementInstanceKey === undefined || key === source.elementInstanceKey,
  );
  if (found.length > 0) return found;
  return reject(
    "INVALID_ARGUMENT",
    `Expected to modify instance of process '${instance.row.processDefinitionId}' but it contains one or more move instructions with a source that has no active instance: '${source.elementId ?? source.elementInstanceKey ?? ""}'`,
  );
}

function ancestorKey(source: Scope, { ancestor }: MoveInstruction): string | undefined {
  if (ancestor === undefined) return undefined;
  if (ancestor === "source-parent") return source.parent?.key;
  return ancestor.elementInstanceKey;
}
