import type { OperationCall, OperationData } from "../operation.js";
import type { Permission, ResourceType } from "./permissions.js";

/** How the resource of a request is found: by a value of the path or body, or by a record that a path value names. */
export type Subject =
  | { readonly by: "path" | "body"; readonly name: string }
  | {
      readonly by: "record";
      readonly table: "process_instance" | "element_instance" | "job" | "incident" | "user_task" | "decision_instance";
      readonly name: string;
    }
  | { readonly by: "definition"; readonly kind: "process" | "decision" }
  /** A deployed resource that a path value names: each kind has a permission of its own (DEPLOYED_KINDS). */
  | { readonly by: "deployed"; readonly name: string };

/** One of the permissions, for resources of a type. */
export interface NeededPermission {
  readonly type: ResourceType;
  readonly permissions: readonly [Permission, ...Permission[]];
}

/** What a request takes: one of the permissions, for the resource or (without subject) for any of the type. */
export interface Requirement extends NeededPermission {
  readonly subject?: Subject;
  /** What it takes for each thing that the request then works on: it leaves alone those for whose resource the permission is missing. */
  readonly items?: NeededPermission;
}

/** What deleting a deployed resource takes; `id` is the column with the resource's id. */
export const DEPLOYED_KINDS = [
  { table: "process_definition", permission: "DELETE_PROCESS", id: "processDefinitionId" },
  { table: "decision_requirements", permission: "DELETE_DRD", id: "decisionRequirementsId" },
  { table: "form", permission: "DELETE_FORM", id: "formId" },
  { table: "resource", permission: "DELETE_RESOURCE", id: "resourceId" },
] as const;

/** Operations that everybody may call. */
export const FREE_OPERATIONS: ReadonlySet<string> = new Set([
  "getTopology",
  "getStatus",
  "getLicense",
  "getAuthentication",
  "createAdminUser",
]);

const path = (name: string): Subject => ({ by: "path", name });

const onInstance = (
  permission: Permission,
  table: Extract<Subject, { by: "record" }>["table"],
  name: string,
): Requirement => ({ type: "PROCESS_DEFINITION", permissions: [permission], subject: { by: "record", table, name } });

const onAny = (type: ResourceType, ...permissions: [Permission, ...Permission[]]): Requirement => ({
  type,
  permissions,
});

/** Work in the background on what a filter finds. */
const batch = (create: Permission, type: ResourceType, ...items: [Permission, ...Permission[]]): Requirement => ({
  ...onAny("BATCH", "CREATE", create),
  items: { type, permissions: items },
});

function managed(type: ResourceType, entity: string, id: string): Readonly<Record<string, Requirement>> {
  return {
    [`create${entity}`]: onAny(type, "CREATE"),
    [`update${entity}`]: { type, permissions: ["UPDATE"], subject: path(id) },
    [`delete${entity}`]: { type, permissions: ["DELETE"], subject: path(id) },
  };
}

function members(type: ResourceType, id: string, operations: readonly string[]): Readonly<Record<string, Requirement>> {
  const requirement: Requirement = { type, permissions: ["UPDATE"], subject: path(id) };
  return Object.fromEntries(operations.map((operation) => [operation, requirement]));
}

const each = (verb: string, join: string, kinds: readonly string[], group: string): readonly string[] =>
  kinds.map((kind) => (group === "Role" ? `${verb}Role${join}${kind}` : `${verb}${kind}${join}${group}`));

const assignments = (kinds: readonly string[], group: string): readonly string[] => [
  ...each("assign", "To", kinds, group),
  ...each("unassign", "From", kinds, group),
];

/** Of every operation that changes something or reads something other than records; the rest reads what it may. */
export const REQUIREMENTS: Readonly<Record<string, Requirement>> = {
  createDeployment: onAny("RESOURCE", "CREATE"),
  deleteResource: {
    ...onAny("RESOURCE", "DELETE_PROCESS", "DELETE_DRD", "DELETE_FORM", "DELETE_RESOURCE"),
    subject: { by: "deployed", name: "resourceKey" },
  },
  createProcessInstance: {
    type: "PROCESS_DEFINITION",
    permissions: ["CREATE_PROCESS_INSTANCE"],
    subject: { by: "definition", kind: "process" },
  },
  // Without a definition it may start any process.
  evaluateConditionals: {
    type: "PROCESS_DEFINITION",
    permissions: ["CREATE_PROCESS_INSTANCE"],
    subject: { by: "definition", kind: "process" },
  },
  cancelProcessInstance: onInstance("CANCEL_PROCESS_INSTANCE", "process_instance", "processInstanceKey"),
  deleteProcessInstance: onInstance("DELETE_PROCESS_INSTANCE", "process_instance", "processInstanceKey"),
  migrateProcessInstance: onInstance("UPDATE_PROCESS_INSTANCE", "process_instance", "processInstanceKey"),
  modifyProcessInstance: onInstance("MODIFY_PROCESS_INSTANCE", "process_instance", "processInstanceKey"),
  resolveProcessInstanceIncidents: onInstance("UPDATE_PROCESS_INSTANCE", "process_instance", "processInstanceKey"),
  createElementInstanceVariables: onInstance("UPDATE_PROCESS_INSTANCE", "element_instance", "elementInstanceKey"),
  activateAdHocSubProcessActivities: onInstance(
    "UPDATE_PROCESS_INSTANCE",
    "element_instance",
    "adHocSubProcessInstanceKey",
  ),
  activateJobs: {
    ...onAny("PROCESS_DEFINITION", "UPDATE_PROCESS_INSTANCE"),
    items: onAny("PROCESS_DEFINITION", "UPDATE_PROCESS_INSTANCE"),
  },
  completeJob: onInstance("UPDATE_PROCESS_INSTANCE", "job", "jobKey"),
  failJob: onInstance("UPDATE_PROCESS_INSTANCE", "job", "jobKey"),
  throwJobError: onInstance("UPDATE_PROCESS_INSTANCE", "job", "jobKey"),
  updateJob: onInstance("UPDATE_PROCESS_INSTANCE", "job", "jobKey"),
  resolveIncident: onInstance("UPDATE_PROCESS_INSTANCE", "incident", "incidentKey"),
  assignUserTask: onInstance("UPDATE_USER_TASK", "user_task", "userTaskKey"),
  unassignUserTask: onInstance("UPDATE_USER_TASK", "user_task", "userTaskKey"),
  updateUserTask: onInstance("UPDATE_USER_TASK", "user_task", "userTaskKey"),
  completeUserTask: {
    ...onInstance("COMPLETE_USER_TASK", "user_task", "userTaskKey"),
    permissions: ["COMPLETE_USER_TASK", "UPDATE_USER_TASK"],
  },
  // Whoever may read a task sees its form and its variables.
  getUserTaskForm: onInstance("READ_USER_TASK", "user_task", "userTaskKey"),
  searchUserTaskVariables: onInstance("READ_USER_TASK", "user_task", "userTaskKey"),
  searchUserTaskEffectiveVariables: onInstance("READ_USER_TASK", "user_task", "userTaskKey"),
  publishMessage: { type: "MESSAGE", permissions: ["CREATE"], subject: { by: "body", name: "name" } },
  correlateMessage: { type: "MESSAGE", permissions: ["CREATE"], subject: { by: "body", name: "name" } },
  broadcastSignal: onAny("PROCESS_DEFINITION", "UPDATE_PROCESS_INSTANCE"),
  evaluateDecision: {
    type: "DECISION_DEFINITION",
    permissions: ["CREATE_DECISION_INSTANCE"],
    subject: { by: "definition", kind: "decision" },
  },
  deleteDecisionInstance: {
    ...onAny("DECISION_DEFINITION", "DELETE_DECISION_INSTANCE"),
    subject: { by: "record", table: "decision_instance", name: "decisionEvaluationKey" },
  },
  evaluateExpression: onAny("EXPRESSION", "EVALUATE"),
  cancelProcessInstancesBatchOperation: batch(
    "CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE",
    "PROCESS_DEFINITION",
    "CANCEL_PROCESS_INSTANCE",
  ),
  deleteProcessInstancesBatchOperation: batch(
    "CREATE_BATCH_OPERATION_DELETE_PROCESS_INSTANCE",
    "PROCESS_DEFINITION",
    "DELETE_PROCESS_INSTANCE",
  ),
  migrateProcessInstancesBatchOperation: batch(
    "CREATE_BATCH_OPERATION_MIGRATE_PROCESS_INSTANCE",
    "PROCESS_DEFINITION",
    "UPDATE_PROCESS_INSTANCE",
  ),
  modifyProcessInstancesBatchOperation: batch(
    "CREATE_BATCH_OPERATION_MODIFY_PROCESS_INSTANCE",
    "PROCESS_DEFINITION",
    "MODIFY_PROCESS_INSTANCE",
  ),
  resolveIncidentsBatchOperation: batch(
    "CREATE_BATCH_OPERATION_RESOLVE_INCIDENT",
    "PROCESS_DEFINITION",
    "UPDATE_PROCESS_INSTANCE",
  ),
  deleteDecisionInstancesBatchOperation: batch(
    "CREATE_BATCH_OPERATION_DELETE_DECISION_INSTANCE",
    "DECISION_DEFINITION",
    "DELETE_DECISION_INSTANCE",
  ),
  cancelBatchOperation: onAny("BATCH", "UPDATE"),
  suspendBatchOperation: onAny("BATCH", "UPDATE"),
  resumeBatchOperation: onAny("BATCH", "UPDATE"),
  pinClock: onAny("SYSTEM", "UPDATE"),
  resetClock: onAny("SYSTEM", "UPDATE"),
  getSystemConfiguration: onAny("SYSTEM", "READ"),
  getUsageMetrics: onAny("SYSTEM", "READ_USAGE_METRIC"),
  getGlobalJobStatistics: onAny("SYSTEM", "READ_JOB_METRIC"),
  getJobTypeStatistics: onAny("SYSTEM", "READ_JOB_METRIC"),
  getJobWorkerStatistics: onAny("SYSTEM", "READ_JOB_METRIC"),
  getJobTimeSeriesStatistics: onAny("SYSTEM", "READ_JOB_METRIC"),
  getJobErrorStatistics: onAny("SYSTEM", "READ_JOB_METRIC"),
  createDocument: onAny("DOCUMENT", "CREATE"),
  createDocuments: onAny("DOCUMENT", "CREATE"),
  createDocumentLink: onAny("DOCUMENT", "READ"),
  getDocument: onAny("DOCUMENT", "READ"),
  deleteDocument: onAny("DOCUMENT", "DELETE"),
  createGlobalTaskListener: onAny("GLOBAL_LISTENER", "CREATE_TASK_LISTENER"),
  updateGlobalTaskListener: onAny("GLOBAL_LISTENER", "UPDATE_TASK_LISTENER"),
  deleteGlobalTaskListener: onAny("GLOBAL_LISTENER", "DELETE_TASK_LISTENER"),
  ...managed("CLUSTER_VARIABLE", "GlobalClusterVariable", "name"),
  ...managed("CLUSTER_VARIABLE", "TenantClusterVariable", "name"),
  ...managed("AUTHORIZATION", "Authorization", "authorizationKey"),
  ...managed("USER", "User", "username"),
  ...managed("GROUP", "Group", "groupId"),
  ...managed("ROLE", "Role", "roleId"),
  ...managed("TENANT", "Tenant", "tenantId"),
  ...managed("MAPPING_RULE", "MappingRule", "mappingRuleId"),
  ...members("GROUP", "groupId", assignments(["User", "Client", "MappingRule"], "Group")),
  ...members("ROLE", "roleId", assignments(["User", "Client", "Group", "MappingRule"], "Role")),
  ...members("TENANT", "tenantId", assignments(["User", "Client", "Group", "Role", "MappingRule"], "Tenant")),
};

/** Taking a task for oneself that nobody has; the engine refuses it when somebody has. */
const CLAIM: Requirement = {
  ...onInstance("CLAIM_USER_TASK", "user_task", "userTaskKey"),
  permissions: ["CLAIM_USER_TASK", "UPDATE_USER_TASK"],
};

/** What a request takes; undefined for one that only reads what it may. */
export function requirementOf(
  operationId: string,
  { body, username }: Pick<OperationCall<OperationData>, "body" | "username">,
): Requirement | undefined {
  const { assignee, allowOverride } = Object(body) as Readonly<Record<string, unknown>>;
  const isClaim = operationId === "assignUserTask" && assignee === username && allowOverride === false;
  return isClaim ? CLAIM : REQUIREMENTS[operationId];
}
