import type { CompiledResource, ExecutableProcess } from "../../deploy/index.js";
import type { DecisionRequirements } from "../../dmn/index.js";
import { evaluateString } from "../../feel/index.js";
import type { DeployCommand, DeployedDefinition, DeployResult } from "../../protocol/commands.js";
import type { DefinitionRecord } from "../../protocol/events.js";
import type { Key, ProcessDefinitionRow, StartEventRecord } from "../../state/rows.js";
import type { Processing } from "../processing.js";
import { cancelStartTimers, scheduleStartTimers } from "./start-timers.js";

/** A deployment whose files have been read and checked; compiled parts are handed back for the running engine. */
export interface PreparedDeployment {
  readonly command: DeployCommand;
  readonly resources: readonly CompiledResource[];
  readonly keepProcess: (key: Key, executable: ExecutableProcess) => void;
  readonly keepGraph: (key: Key, graph: DecisionRequirements) => void;
}

/** Gives every definition a version. When nothing differs from the latest versions, nothing is made; else all are new. */
export function deploy(
  { command, resources, keepProcess, keepGraph }: PreparedDeployment,
  p: Processing,
): DeployResult {
  const tenantId = command.tenantId ?? "<default>";
  const unchanged = resources.map((resource) => existing(p, tenantId, resource));
  const deploymentKey = p.newKey();
  if (unchanged.every((definitions) => definitions !== undefined))
    return { deploymentKey, tenantId, deployments: unchanged.flat() };

  const made = resources.flatMap((resource) =>
    create(p, resource, { deploymentKey, tenantId }, keepProcess, keepGraph),
  );
  const replaced = made.map((definition) =>
    definition.table === "process_definition"
      ? p.state.processes.latest(tenantId, definition.row.processDefinitionId)
      : undefined,
  );
  for (const definition of replaced) if (definition !== undefined) cancelStartTimers(p, definition);
  p.emit({ t: "deployment.created", row: { deploymentKey, tenantId, deployedAt: p.now }, definitions: made });
  for (const definition of made) if (definition.table === "process_definition") scheduleStartTimers(p, definition.row);
  return { deploymentKey, tenantId, deployments: made.map(described) };
}

/** The definitions of a file when it equals the latest version. */
function existing(p: Processing, tenantId: string, resource: CompiledResource): DeployedDefinition[] | undefined {
  const same = <Row extends { checksum: string; resourceName: string }>(row: Row | undefined): row is Row =>
    row !== undefined && row.checksum === resource.checksum && row.resourceName === resource.resource.name;
  switch (resource.kind) {
    case "bpmn": {
      const rows = resource.processes.map(({ processId }) => p.state.processes.latest(tenantId, processId));
      return rows.every(same) ? rows.map((row) => described({ table: "process_definition", row })) : undefined;
    }
    case "dmn": {
      const row = p.state.requirements.latest(tenantId, resource.requirements.id);
      if (!same(row)) return undefined;
      const decisions = [...p.state.decisions.all()].filter(
        (decision) => decision.decisionRequirementsKey === row.decisionRequirementsKey,
      );
      return [
        described({ table: "decision_requirements", row }),
        ...decisions.map((decision) => described({ table: "decision_definition", row: decision })),
      ];
    }
    case "form": {
      const row = p.state.forms.latest(tenantId, resource.formId);
      return same(row) ? [described({ table: "form", row })] : undefined;
    }
    case "resource": {
      const row = p.state.resources.latest(tenantId, resource.resourceId);
      return same(row) ? [described({ table: "resource", row })] : undefined;
    }
  }
}

function create(
  p: Processing,
  resource: CompiledResource,
  { deploymentKey, tenantId }: { deploymentKey: Key; tenantId: string },
  keepProcess: PreparedDeployment["keepProcess"],
  keepGraph: PreparedDeployment["keepGraph"],
): DefinitionRecord[] {
  const common = { tenantId, state: "ACTIVE", isLatestVersion: true, deploymentKey } as const;
  const file = { resourceName: resource.resource.name, checksum: resource.checksum };
  switch (resource.kind) {
    case "bpmn":
      return resource.processes.map((executable): DefinitionRecord => {
        const { processId, name, versionTag, startForm } = executable;
        const key = p.newKey();
        keepProcess(key, executable);
        const row: ProcessDefinitionRow = {
          ...common,
          ...file,
          processDefinitionKey: key,
          processDefinitionId: processId,
          name,
          version: p.state.processes.highest(tenantId, processId) + 1,
          versionTag,
          hasStartForm: startForm !== null,
          xml: resource.xml,
          startEvents: startEventsOf(executable, p.now),
        };
        return { table: "process_definition", row };
      });
    case "dmn": {
      const { requirements } = resource;
      const key = p.newKey();
      keepGraph(key, requirements);
      const version = p.state.requirements.highest(tenantId, requirements.id) + 1;
      const names = {
        decisionRequirementsId: requirements.id,
        decisionRequirementsKey: key,
        decisionRequirementsName: requirements.name,
      };
      return [
        { table: "decision_requirements", row: { ...common, ...file, ...names, version, xml: resource.xml } },
        ...[...requirements.decisions.values()].map((decision): DefinitionRecord => ({
          table: "decision_definition",
          row: {
            ...common,
            ...names,
            decisionDefinitionKey: p.newKey(),
            decisionDefinitionId: decision.id,
            name: decision.name,
            version: p.state.decisions.highest(tenantId, decision.id) + 1,
            versionTag: decision.versionTag,
            decisionRequirementsVersion: version,
          },
        })),
      ];
    }
    case "form": {
      const { formId, versionTag, schema } = resource;
      return [
        {
          table: "form",
          row: {
            ...common,
            ...file,
            formKey: p.newKey(),
            formId,
            versionTag,
            schema,
            version: p.state.forms.highest(tenantId, formId) + 1,
          },
        },
      ];
    }
    case "resource": {
      const { resourceId, versionTag, text } = resource;
      return [
        {
          table: "resource",
          row: {
            ...common,
            ...file,
            resourceKey: p.newKey(),
            resourceId,
            versionTag,
            content: text,
            version: p.state.resources.highest(tenantId, resourceId) + 1,
          },
        },
      ];
    }
  }
}

function startEventsOf({ root }: ExecutableProcess, nowMs: number): StartEventRecord[] {
  const records: StartEventRecord[] = [];
  for (const { id, event } of root.scope?.startEvents ?? []) {
    if (event?.kind === "message" || event?.kind === "signal") {
      const name = evaluateString(event.name, { get: () => undefined }, { nowMs });
      records.push({ elementId: id, kind: event.kind, name: name.ok ? name.value : null });
    } else if (event?.kind === "timer" || event?.kind === "conditional") {
      records.push({ elementId: id, kind: event.kind, name: null });
    }
  }
  return records;
}

function described(definition: DefinitionRecord): DeployedDefinition {
  switch (definition.table) {
    case "process_definition": {
      const { processDefinitionId, version, resourceName, tenantId, processDefinitionKey } = definition.row;
      return {
        kind: "processDefinition",
        processDefinitionId,
        processDefinitionVersion: version,
        resourceName,
        tenantId,
        processDefinitionKey,
      };
    }
    case "decision_requirements": {
      const {
        decisionRequirementsId,
        decisionRequirementsName,
        version,
        resourceName,
        tenantId,
        decisionRequirementsKey,
      } = definition.row;
      return {
        kind: "decisionRequirements",
        decisionRequirementsId,
        decisionRequirementsName,
        version,
        resourceName,
        tenantId,
        decisionRequirementsKey,
      };
    }
    case "decision_definition": {
      const {
        decisionDefinitionId,
        version,
        name,
        tenantId,
        decisionRequirementsId,
        decisionDefinitionKey,
        decisionRequirementsKey,
      } = definition.row;
      return {
        kind: "decisionDefinition",
        decisionDefinitionId,
        version,
        name,
        tenantId,
        decisionRequirementsId,
        decisionDefinitionKey,
        decisionRequirementsKey,
      };
    }
    case "form": {
      const { formId, version, resourceName, tenantId, formKey } = definition.row;
      return { kind: "form", formId, version, resourceName, tenantId, formKey };
    }
    case "resource": {
      const { resourceId, resourceName, version, tenantId, resourceKey } = definition.row;
      return { kind: "resource", resourceId, resourceName, version, tenantId, resourceKey };
    }
  }
}
