import type { Command, CommandResults, CommandType, DeployedDefinition } from "../../protocol/commands.js";
import type { Actor } from "../../state/actor.js";
import type { AuditEntry, AuditOperationType } from "../../state/audit-rows.js";
import type { Key } from "../../state/rows.js";
import type { Scope } from "../../state/scope.js";
import type { Processing } from "../processing.js";
import { ADMIN_AUDITORS } from "./admin-auditors.js";
import { auditedVariables } from "./audited-variables.js";
import { placeOf } from "./place.js";

type CommandOf<T extends CommandType> = Extract<Command, { readonly type: T }>;

/** What is recorded of a command. */
export interface Auditor<C extends Command> {
  /** The entries as far as they are known before the command: what it is about may be gone afterwards. Those of a refusal. */
  before?(command: C, p: Processing): readonly AuditEntry[];
  /** Replaces them when the command is done. */
  after?(command: C, p: Processing, result: CommandResults[C["type"]]): readonly AuditEntry[];
  /** Records that the command is done with an event of its own, instead of entries. */
  recordDone?(p: Processing, by: Actor, result: CommandResults[C["type"]]): void;
}

const RESOURCES = { category: "DEPLOYED_RESOURCES" } as const;

type InstanceCommand = "process-instance.cancel" | "process-instance.modify" | "process-instance.migrate";

const onInstance = (operationType: AuditOperationType): Auditor<CommandOf<InstanceCommand>> => ({
  before: ({ processInstanceKey }, p) => {
    const scope = p.state.findScope(processInstanceKey);
    return scope === undefined ? [] : [instanceEntry(scope, operationType)];
  },
});

const instanceEntry = (scope: Scope, operationType: AuditOperationType): AuditEntry => ({
  ...RESOURCES,
  ...placeOf(scope),
  entityKey: scope.process.key,
  entityType: "PROCESS_INSTANCE",
  operationType,
});

type TaskCommand = "user-task.assign" | "user-task.unassign" | "user-task.update" | "user-task.complete";

const onTask = (operationType: AuditOperationType): Auditor<CommandOf<TaskCommand>> => ({
  before: ({ userTaskKey }, p) => {
    const task = p.state.userTask(userTaskKey);
    if (task === undefined) return [];
    const { processDefinitionId, processDefinitionKey, processInstanceKey, rootProcessInstanceKey } = task;
    return [
      {
        entityKey: userTaskKey,
        entityType: "USER_TASK",
        operationType,
        category: "USER_TASKS",
        tenantId: task.tenantId,
        processDefinitionId,
        processDefinitionKey,
        processInstanceKey,
        rootProcessInstanceKey,
        elementInstanceKey: task.elementInstanceKey,
        userTaskKey,
        ...(task.formKey === null ? {} : { formKey: task.formKey }),
      },
    ];
  },
});

type BatchCommand = "batch-operation.suspend" | "batch-operation.resume" | "batch-operation.cancel";

const batchEntry = (p: Processing, key: Key, operationType: AuditOperationType): readonly AuditEntry[] => {
  const batch = p.state.batchOperation(key);
  if (batch === undefined) return [];
  return [
    {
      ...RESOURCES,
      entityKey: key,
      entityType: "BATCH",
      operationType,
      batchOperationKey: key,
      batchOperationType: batch.batchOperationType,
    },
  ];
};

const onBatch = (operationType: AuditOperationType): Auditor<CommandOf<BatchCommand>> => ({
  before: ({ batchOperationKey }, p) => batchEntry(p, batchOperationKey, operationType),
});

/** The audited commands. Jobs are not among them: their workers would be most of the log. */
export const AUDITORS: { readonly [T in CommandType]?: Auditor<CommandOf<T>> } = {
  ...ADMIN_AUDITORS,
  "deployment.create": {
    after: (_command, p, { deploymentKey, tenantId, deployments }) =>
      // An unchanged deployment has made nothing.
      deployments.some((made) => definitionRow(p, made)?.deploymentKey === deploymentKey)
        ? deployments.map((made) => ({ ...definitionEntry(made, "CREATE"), deploymentKey, tenantId }))
        : [],
  },
  "resource.delete": {
    before: ({ resourceKey }, p) => {
      const entry = deletedDefinition(p, resourceKey);
      return entry === undefined ? [] : [entry];
    },
  },
  "process-instance.create": {
    recordDone: (p, { actorType, actorId }, { processInstanceKey }) =>
      p.emit({
        t: "audit.creation-recorded",
        key: p.newKey(),
        instance: processInstanceKey,
        by: { actorType, actorId },
      }),
  },
  "process-instance.cancel": onInstance("CANCEL"),
  "process-instance.modify": onInstance("MODIFY"),
  "process-instance.migrate": onInstance("MIGRATE"),
  "process-instance.delete": {
    before: ({ processInstanceKey }, p) => {
      const scope = p.state.findScope(processInstanceKey);
      return [
        {
          ...RESOURCES,
          ...(scope === undefined ? { processInstanceKey } : placeOf(scope)),
          entityKey: processInstanceKey,
          entityType: "PROCESS_INSTANCE",
          operationType: "DELETE",
        },
      ];
    },
  },
  "decision-instance.delete": {
    before: ({ decisionEvaluationKey }) => [
      {
        ...RESOURCES,
        entityKey: decisionEvaluationKey,
        entityType: "DECISION",
        operationType: "DELETE",
        decisionEvaluationKey,
      },
    ],
  },
  "variables.set": auditedVariables,
  "incident.resolve": {
    before: ({ incidentKey }, p) => {
      const incident = p.state.incident(incidentKey);
      if (incident === undefined) return [];
      return [
        {
          ...RESOURCES,
          ...placeOf(p.state.scope(incident.elementInstanceKey)),
          entityKey: incidentKey,
          entityType: "INCIDENT",
          operationType: "RESOLVE",
          ...(incident.jobKey === null ? {} : { jobKey: incident.jobKey }),
        },
      ];
    },
  },
  "decision.evaluate": {
    after: (_command, _p, result) => [
      {
        ...RESOURCES,
        entityKey: result.decisionEvaluationKey,
        entityType: "DECISION",
        operationType: "EVALUATE",
        tenantId: result.tenantId,
        decisionRequirementsId: result.decisionRequirementsId,
        decisionRequirementsKey: result.decisionRequirementsKey,
        decisionDefinitionId: result.decisionDefinitionId,
        decisionDefinitionKey: result.decisionDefinitionKey,
        decisionEvaluationKey: result.decisionEvaluationKey,
      },
    ],
  },
  "batch-operation.create": {
    after: (_command, p, { batchOperationKey }) => batchEntry(p, batchOperationKey, "CREATE"),
  },
  "batch-operation.suspend": onBatch("SUSPEND"),
  "batch-operation.resume": onBatch("RESUME"),
  "batch-operation.cancel": onBatch("CANCEL"),
  "user-task.assign": onTask("ASSIGN"),
  "user-task.unassign": onTask("UNASSIGN"),
  "user-task.update": onTask("UPDATE"),
  "user-task.complete": onTask("COMPLETE"),
};

function definitionRow(p: Processing, made: DeployedDefinition): { readonly deploymentKey: Key } | undefined {
  switch (made.kind) {
    case "processDefinition":
      return p.state.processes.get(made.processDefinitionKey);
    case "decisionDefinition":
      return p.state.decisions.get(made.decisionDefinitionKey);
    case "decisionRequirements":
      return p.state.requirements.get(made.decisionRequirementsKey);
    case "form":
      return p.state.forms.get(made.formKey);
    case "resource":
      return p.state.resources.get(made.resourceKey);
  }
}

/** A definition; it is a resource whatever its kind. */
function definitionEntry(made: DeployedDefinition, operationType: AuditOperationType): AuditEntry {
  const common = { ...RESOURCES, entityType: "RESOURCE", operationType } as const;
  switch (made.kind) {
    case "processDefinition": {
      const { processDefinitionKey, processDefinitionId, resourceName } = made;
      const keys = { entityKey: processDefinitionKey, resourceKey: processDefinitionKey, processDefinitionKey };
      return { ...common, ...keys, processDefinitionId, entityDescription: resourceName };
    }
    case "decisionDefinition": {
      const { decisionDefinitionKey, decisionDefinitionId, decisionRequirementsKey, decisionRequirementsId } = made;
      const ids = { decisionDefinitionId, decisionRequirementsKey, decisionRequirementsId };
      return {
        ...common,
        ...ids,
        entityKey: decisionDefinitionKey,
        resourceKey: decisionRequirementsKey,
        decisionDefinitionKey,
        entityDescription: made.name,
      };
    }
    case "decisionRequirements": {
      const { decisionRequirementsKey, decisionRequirementsId, resourceName } = made;
      const keys = { entityKey: decisionRequirementsKey, resourceKey: decisionRequirementsKey };
      return {
        ...common,
        ...keys,
        decisionRequirementsKey,
        decisionRequirementsId,
        entityDescription: resourceName,
      };
    }
    case "form": {
      const { formKey, resourceName } = made;
      return { ...common, entityKey: formKey, resourceKey: formKey, formKey, entityDescription: resourceName };
    }
    case "resource": {
      const { resourceKey, resourceName } = made;
      return { ...common, entityKey: resourceKey, resourceKey, entityDescription: resourceName };
    }
  }
}

function deletedDefinition(p: Processing, resourceKey: Key): AuditEntry | undefined {
  const found =
    p.state.processes.get(resourceKey) ??
    p.state.requirements.get(resourceKey) ??
    p.state.forms.get(resourceKey) ??
    p.state.resources.get(resourceKey);
  if (found === undefined) return undefined;
  const { deploymentKey, tenantId, resourceName } = found;
  return {
    ...RESOURCES,
    entityKey: resourceKey,
    entityType: "RESOURCE",
    operationType: "DELETE",
    resourceKey,
    deploymentKey,
    tenantId,
    entityDescription: resourceName,
    ...("processDefinitionId" in found
      ? { processDefinitionId: found.processDefinitionId, processDefinitionKey: resourceKey }
      : {}),
    ...("decisionRequirementsId" in found
      ? { decisionRequirementsId: found.decisionRequirementsId, decisionRequirementsKey: resourceKey }
      : {}),
    ...("formId" in found ? { formKey: resourceKey } : {}),
  };
}
