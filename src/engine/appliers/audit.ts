import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";

/** Keeps who has done what. Member by member, not by spreading: it happens for most commands. */
export function auditRecorded({ row }: EventOf<"audit.recorded">, state: MutableState, timestamp: number): void {
  state.insert("audit_log", {
    auditLogKey: row.auditLogKey,
    entityKey: row.entityKey,
    entityType: row.entityType,
    operationType: row.operationType,
    batchOperationKey: row.batchOperationKey ?? null,
    batchOperationType: row.batchOperationType ?? null,
    timestamp,
    actorType: row.actorType ?? "UNKNOWN",
    actorId: row.actorId ?? null,
    agentElementId: row.agentElementId ?? null,
    tenantId: row.tenantId ?? null,
    result: row.result,
    category: row.category,
    processDefinitionId: row.processDefinitionId ?? null,
    processDefinitionKey: row.processDefinitionKey ?? null,
    processInstanceKey: row.processInstanceKey ?? null,
    rootProcessInstanceKey: row.rootProcessInstanceKey ?? null,
    elementInstanceKey: row.elementInstanceKey ?? null,
    jobKey: row.jobKey ?? null,
    userTaskKey: row.userTaskKey ?? null,
    decisionRequirementsId: row.decisionRequirementsId ?? null,
    decisionRequirementsKey: row.decisionRequirementsKey ?? null,
    decisionDefinitionId: row.decisionDefinitionId ?? null,
    decisionDefinitionKey: row.decisionDefinitionKey ?? null,
    decisionEvaluationKey: row.decisionEvaluationKey ?? null,
    deploymentKey: row.deploymentKey ?? null,
    formKey: row.formKey ?? null,
    resourceKey: row.resourceKey ?? null,
    relatedEntityKey: row.relatedEntityKey ?? null,
    relatedEntityType: row.relatedEntityType ?? null,
    entityDescription: row.entityDescription ?? null,
  });
}

/** Keeps who has created an instance. */
export function creationRecorded(
  { key, instance, by }: EventOf<"audit.creation-recorded">,
  state: MutableState,
  timestamp: number,
): void {
  const { processDefinitionId, processDefinitionKey, tenantId } = state.scope(instance).row;
  const row = {
    actorType: by.actorType,
    actorId: by.actorId,
    auditLogKey: key,
    entityKey: instance,
    entityType: "PROCESS_INSTANCE",
    operationType: "CREATE",
    category: "DEPLOYED_RESOURCES",
    result: "SUCCESS",
    tenantId,
    processDefinitionId,
    processDefinitionKey,
    processInstanceKey: instance,
    rootProcessInstanceKey: instance,
  } as const;
  auditRecorded({ t: "audit.recorded", row }, state, timestamp);
}
