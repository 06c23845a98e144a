import type { ConditionalEvent, ExecutableElement } from "../deploy/index.js";
import { evaluateBoolean } from "../feel/index.js";
import type { EvaluateConditionalsCommand, StartedByCondition } from "../protocol/commands.js";
import type { JsonObject, Key, ProcessDefinitionRow } from "../state/rows.js";
import { type CommandProcessor, reject } from "./command-processor.js";
import { begin, createInstance } from "./lifecycle.js";
import type { Processing } from "./processing.js";

/**
 * Starts an instance at every conditional start event whose condition holds for the variables: of one definition, or of
 * the latest version of every process.
 */
export const evaluateConditionals: CommandProcessor<EvaluateConditionalsCommand> = (
  { variables, tenantId = "<default>", processDefinitionKey },
  p,
) => {
  const key = p.newKey();
  const processInstances = definitionsOf(p, tenantId, processDefinitionKey).flatMap((definition) =>
    startsOf(p, definition)
      .filter((start) => isMet(p, start, variables))
      .map((start): StartedByCondition => {
        const instance = createInstance(p, definition, { variables });
        begin(p, instance, start, {});
        return { processDefinitionKey: definition.processDefinitionKey, processInstanceKey: instance.key };
      }),
  );
  return { conditionalEvaluationKey: key, tenantId, processInstances };
};

function definitionsOf(p: Processing, tenantId: string, key: Key | undefined): readonly ProcessDefinitionRow[] {
  if (key !== undefined) {
    const definition = p.state.processes.get(key);
    if (definition?.state === "ACTIVE" && definition.tenantId === tenantId) return [definition];
    return reject("NOT_FOUND", `Expected to find process definition with key '${key}', but none found`);
  }
  const ids = new Set([...p.state.processes.all()].map(({ processDefinitionId }) => processDefinitionId));
  return [...ids].flatMap((id) => p.state.processes.latest(tenantId, id) ?? []);
}

function startsOf(p: Processing, { processDefinitionKey }: ProcessDefinitionRow): readonly ExecutableElement[] {
  const { hasConditions, root } = p.state.executable(processDefinitionKey);
  return hasConditions ? (root.scope?.startEvents ?? []).filter(({ event }) => event?.kind === "conditional") : [];
}

function isMet(p: Processing, { event }: ExecutableElement, variables: JsonObject): boolean {
  if (event?.kind !== "conditional" || !isAboutOne(event, variables)) return false;
  const scope = { get: (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined) };
  const outcome = evaluateBoolean(event.condition, scope, { nowMs: p.now });
  return outcome.ok && outcome.value;
}

const isAboutOne = ({ variableNames }: ConditionalEvent, variables: JsonObject): boolean =>
  variableNames === null || variableNames.some((name) => Object.hasOwn(variables, name));
