import type { Actor } from "./actor.js";
import type { BatchOperationType } from "./batch-rows.js";
import type { Key } from "./rows.js";

/** What an audited command works on, as the API names it. */
export type AuditEntityType =
  | "AUTHORIZATION"
  | "BATCH"
  | "CLIENT"
  | "DECISION"
  | "GROUP"
  | "INCIDENT"
  | "JOB"
  | "MAPPING_RULE"
  | "PROCESS_INSTANCE"
  | "RESOURCE"
  | "ROLE"
  | "TENANT"
  | "USER"
  | "USER_TASK"
  | "VARIABLE";

/** What an audited command does, as the API names it. */
export type AuditOperationType =
  | "ASSIGN"
  | "CANCEL"
  | "COMPLETE"
  | "CREATE"
  | "DELETE"
  | "EVALUATE"
  | "MIGRATE"
  | "MODIFY"
  | "RESOLVE"
  | "RESUME"
  | "SUSPEND"
  | "UNASSIGN"
  | "UNKNOWN"
  | "UPDATE";

/** Where an entry belongs, as the API names it. */
export type AuditCategory = "ADMIN" | "DEPLOYED_RESOURCES" | "USER_TASKS";

/** One audited command, as `POST /audit-logs/search` shows it. Entries are only added. */
export interface AuditLogRow extends Actor {
  readonly auditLogKey: Key;
  readonly entityKey: string;
  readonly entityType: AuditEntityType;
  readonly operationType: AuditOperationType;
  readonly batchOperationKey: Key | null;
  readonly batchOperationType: BatchOperationType | null;
  readonly timestamp: number;
  readonly agentElementId: string | null;
  readonly tenantId: string | null;
  readonly result: "SUCCESS" | "FAIL";
  readonly category: AuditCategory;
  readonly processDefinitionId: string | null;
  readonly processDefinitionKey: Key | null;
  readonly processInstanceKey: Key | null;
  readonly rootProcessInstanceKey: Key | null;
  readonly elementInstanceKey: Key | null;
  readonly jobKey: Key | null;
  readonly userTaskKey: Key | null;
  readonly decisionRequirementsId: string | null;
  readonly decisionRequirementsKey: Key | null;
  readonly decisionDefinitionId: string | null;
  readonly decisionDefinitionKey: Key | null;
  readonly decisionEvaluationKey: Key | null;
  readonly deploymentKey: Key | null;
  readonly formKey: Key | null;
  readonly resourceKey: Key | null;
  readonly relatedEntityKey: string | null;
  readonly relatedEntityType: AuditEntityType | null;
  readonly entityDescription: string | null;
}

/** What is to be recorded of a command, before it has a key, a time and a result; absent members are null. */
export type AuditEntry = Pick<AuditLogRow, "entityKey" | "entityType" | "operationType" | "category"> &
  Partial<Omit<AuditLogRow, "auditLogKey" | "timestamp" | "result">>;
