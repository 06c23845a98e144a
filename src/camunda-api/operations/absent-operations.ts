import { defineOperation, type Method, type Operation } from "../operation.js";
import { ApiProblem } from "../problem.js";

/** Operations of the client that this server does not have yet: name, method, path. */
const ABSENT: readonly (readonly [operationId: string, method: Method, url: string])[] = [
  ["searchAuditLogs", "POST", "/audit-logs/search"],
  ["getAuditLog", "GET", "/audit-logs/{auditLogKey}"],
  ["searchBatchOperationItems", "POST", "/batch-operation-items/search"],
  ["searchBatchOperations", "POST", "/batch-operations/search"],
  ["getBatchOperation", "GET", "/batch-operations/{batchOperationKey}"],
  ["cancelBatchOperation", "POST", "/batch-operations/{batchOperationKey}/cancellation"],
  ["resumeBatchOperation", "POST", "/batch-operations/{batchOperationKey}/resumption"],
  ["suspendBatchOperation", "POST", "/batch-operations/{batchOperationKey}/suspension"],
  ["deleteDecisionInstance", "POST", "/decision-instances/{decisionEvaluationKey}/deletion"],
  ["deleteDecisionInstancesBatchOperation", "POST", "/decision-instances/deletion"],
  ["getGlobalJobStatistics", "GET", "/jobs/statistics/global"],
  ["getJobTypeStatistics", "POST", "/jobs/statistics/by-types"],
  ["getJobWorkerStatistics", "POST", "/jobs/statistics/by-workers"],
  ["getJobTimeSeriesStatistics", "POST", "/jobs/statistics/time-series"],
  ["getJobErrorStatistics", "POST", "/jobs/statistics/errors"],
  ["cancelProcessInstancesBatchOperation", "POST", "/process-instances/cancellation"],
  ["deleteProcessInstancesBatchOperation", "POST", "/process-instances/deletion"],
  ["resolveIncidentsBatchOperation", "POST", "/process-instances/incident-resolution"],
  ["migrateProcessInstancesBatchOperation", "POST", "/process-instances/migration"],
  ["modifyProcessInstancesBatchOperation", "POST", "/process-instances/modification"],
  ["deleteProcessInstance", "POST", "/process-instances/{processInstanceKey}/deletion"],
  ["resolveProcessInstanceIncidents", "POST", "/process-instances/{processInstanceKey}/incident-resolution"],
  ["getUsageMetrics", "GET", "/system/usage-metrics"],
  ["searchUserTaskAuditLogs", "POST", "/user-tasks/{userTaskKey}/audit-logs/search"],
];

/** Answers 501 for each operation that is not there yet: its name is in the answer, so nobody looks for a wrong address. */
export const absentOperations = (): readonly Operation[] =>
  ABSENT.map(([operationId, method, url]) =>
    defineOperation({
      operationId,
      method,
      url,
      consumes:
        operationId.startsWith("createDocument") && url !== "/documents/{documentId}/links" ? "multipart" : "json",
      handle: () => {
        throw new ApiProblem(
          501,
          "NOT_IMPLEMENTED",
          `Expected operation '${operationId}' to be one that this server has, but it is not there yet`,
        );
      },
    }),
  );
