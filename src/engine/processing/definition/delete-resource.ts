import type { DeleteResourceCommand } from "../../protocol/commands.js";
import type { CreatedBatchOperation } from "../../protocol/history-commands.js";
import type { Key } from "../../state/rows.js";
import { startBatchOperation } from "../batch/steer-batch-operation.js";
import type { Processing } from "../processing.js";
import { cancelStartTimers, scheduleStartTimers } from "./start-timers.js";
import { type CommandProcessor, reject } from "../command-processor.js";

/** Deletes one version: nothing new uses it, running instances go on. */
export const deleteResource: CommandProcessor<DeleteResourceCommand> = ({ resourceKey, deleteHistory = false }, p) => {
  const tables = [
    ["process_definition", p.state.processes],
    ["decision_requirements", p.state.requirements],
    ["form", p.state.forms],
    ["resource", p.state.resources],
  ] as const;
  const found = tables.find(([, versions]) => versions.get(resourceKey)?.state === "ACTIVE");
  if (found === undefined) {
    // Its instances may still be there, and are asked for now.
    if (deleteHistory && p.state.processes.get(resourceKey) !== undefined)
      return { resourceKey, batchOperation: deleteInstances(p, resourceKey) };
    return reject("NOT_FOUND", `Expected to delete resource but no resource found with key \`${resourceKey}\``);
  }
  const [table] = found;
  if (table === "decision_requirements") {
    for (const decision of p.state.decisions.all()) {
      if (decision.decisionRequirementsKey === resourceKey && decision.state === "ACTIVE")
        p.emit({ t: "definition.deleted", table: "decision_definition", key: decision.decisionDefinitionKey });
    }
  }
  const process = p.state.processes.get(resourceKey);
  const wasLatest = process?.isLatestVersion === true;
  if (process !== undefined) cancelStartTimers(p, process);
  p.emit({ t: "definition.deleted", table, key: resourceKey });
  const latest =
    process === undefined ? undefined : p.state.processes.latest(process.tenantId, process.processDefinitionId);
  if (wasLatest && latest !== undefined) scheduleStartTimers(p, latest);
  if (!deleteHistory) return { resourceKey, batchOperation: null };
  // The history of a process goes when its last instance has ended: nobody is told a key for that.
  if (process !== undefined) deleteInstances(p, resourceKey);
  const batchOperation = table === "decision_requirements" ? deleteEvaluations(p, resourceKey) : null;
  return { resourceKey, batchOperation };
};

const deleteInstances = (p: Processing, processDefinitionKey: Key): CreatedBatchOperation =>
  startBatchOperation(p, {
    batchOperationType: "DELETE_PROCESS_DEFINITION",
    filter: null,
    plan: { processDefinitionKey },
  });

const deleteEvaluations = (p: Processing, decisionRequirementsKey: Key): CreatedBatchOperation =>
  startBatchOperation(p, {
    batchOperationType: "DELETE_DECISION_DEFINITION",
    filter: null,
    plan: { decisionRequirementsKey },
  });
