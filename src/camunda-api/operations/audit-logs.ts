import type {
  AuditLogResult,
  GetAuditLogData,
  SearchAuditLogsData,
  SearchUserTaskAuditLogsData,
} from "@camunda8/orchestration-cluster-api";
import type { AuditLogRow } from "../../engine/index.js";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { toInstant } from "../instant.js";
import { defineOperation, type Operation } from "../operation.js";
import { getRecord } from "../records.js";
import { field, timeField } from "../search/filter-field.js";
import { searchPage, type SearchDefinition } from "../search/record-search-page.js";

const auditLogResult = (row: AuditLogRow): Plain<AuditLogResult> => ({ ...row, timestamp: toInstant(row.timestamp) });

const COLUMNS = [
  "auditLogKey",
  "processDefinitionKey",
  "processInstanceKey",
  "elementInstanceKey",
  "operationType",
  "result",
  "actorId",
  "actorType",
  "agentElementId",
  "entityKey",
  "entityType",
  "tenantId",
  "category",
  "deploymentKey",
  "formKey",
  "resourceKey",
  "batchOperationType",
  "processDefinitionId",
  "jobKey",
  "userTaskKey",
  "decisionRequirementsId",
  "decisionRequirementsKey",
  "decisionDefinitionId",
  "decisionDefinitionKey",
  "decisionEvaluationKey",
  "relatedEntityKey",
  "relatedEntityType",
  "entityDescription",
] as const;

const search: SearchDefinition<"audit_log", Plain<AuditLogResult>> = {
  table: "audit_log",
  filter: {
    ...Object.fromEntries(COLUMNS.map((column) => [column, field<"audit_log">(column)])),
    timestamp: timeField("timestamp"),
  },
  // Entries are written in the order of time: their keys sort them without an index that every command would pay for.
  sort: { timestamp: "auditLogKey" },
  toItem: auditLogResult,
};

/** Who has done what. */
export const auditLogOperations = ({ store }: ApiContext): readonly Operation[] => [
  defineOperation<SearchAuditLogsData>({
    operationId: "searchAuditLogs",
    method: "POST",
    url: "/audit-logs/search",
    handle: async ({ body }) => json(await searchPage(store, search, body)),
  }),
  defineOperation<GetAuditLogData>({
    operationId: "getAuditLog",
    method: "GET",
    url: "/audit-logs/{auditLogKey}",
    handle: async ({ path }) =>
      json(auditLogResult(await getRecord(store, "audit_log", path.auditLogKey, "Audit log"))),
  }),
  defineOperation<SearchUserTaskAuditLogsData>({
    operationId: "searchUserTaskAuditLogs",
    method: "POST",
    url: "/user-tasks/{userTaskKey}/audit-logs/search",
    handle: async ({ path, body }) => {
      const { userTaskKey } = await getRecord(store, "user_task", path.userTaskKey, "User task");
      const ofTask = { kind: "compare", column: "userTaskKey", by: "eq", value: userTaskKey } as const;
      return json(await searchPage(store, search, body, ofTask));
    },
  }),
];
