import type { EventOf } from "../protocol/events.js";
import type { AuditLogRow } from "../state/audit-rows.js";
import type { MutableState } from "../state/mutable.js";

type Absent = Omit<
  AuditLogRow,
  "auditLogKey" | "timestamp" | "result" | "entityKey" | "entityType" | "operationType" | "category"
>;

const ABSENT: Absent = {
  actorType: "UNKNOWN",
  actorId: null,
  batchOperationKey: null,
  batchOperationType: null,
  agentElementId: null,
  tenantId: null,
  processDefinitionId: null,
  processDefinitionKey: null,
  processInstanceKey: null,
  rootProcessInstanceKey: null,
  elementInstanceKey: null,
  jobKey: null,
  userTaskKey: null,
  decisionRequirementsId: null,
  decisionRequirementsKey: null,
  decisionDefinitionId: null,
  decisionDefinitionKey: null,
  decisionEvaluationKey: null,
  deploymentKey: null,
  formKey: null,
  resourceKey: null,
  relatedEntityKey: null,
  relatedEntityType: null,
  entityDescription: null,
};

/** Keeps who has done what. */
export function auditRecorded({ row }: EventOf<"audit.recorded">, state: MutableState, timestamp: number): void {
  state.insert("audit_log", { ...ABSENT, ...row, timestamp });
}
