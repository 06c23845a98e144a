import type { DeleteResourceCommand } from "../../protocol/commands.js";
import { cancelStartTimers, scheduleStartTimers } from "./start-timers.js";
import { type CommandProcessor, reject } from "../command-processor.js";

/** Deletes one version: nothing new uses it, running instances go on. */
export const deleteResource: CommandProcessor<DeleteResourceCommand> = ({ resourceKey }, p) => {
  const tables = [
    ["process_definition", p.state.processes],
    ["decision_requirements", p.state.requirements],
    ["form", p.state.forms],
    ["resource", p.state.resources],
  ] as const;
  const found = tables.find(([, versions]) => versions.get(resourceKey)?.state === "ACTIVE");
  if (found === undefined)
    return reject("NOT_FOUND", `Expected to delete resource but no resource found with key \`${resourceKey}\``);
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
  return { resourceKey };
};
