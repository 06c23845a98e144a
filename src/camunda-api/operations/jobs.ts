import type {
  ActivateJobsData,
  CompleteJobData,
  FailJobData,
  JobSearchResult,
  SearchJobsData,
  ThrowJobErrorData,
  UpdateJobData,
} from "@camunda8/orchestration-cluster-api";
import type { ActivateJobsRequest, JobResult, JobRow } from "../../engine/index.js";
import { accepted, present, run, variablesOf } from "../command.js";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json, noContent } from "../exchange.js";
import { boundedMs, boundedWaitMs, toInstant, toInstantOrNull } from "../instant.js";
import { defineOperation, type Operation } from "../operation.js";
import { invalidArgument } from "../problem.js";
import { field, timeField } from "../search/filter-field.js";
import { searchPage, type SearchDefinition } from "../search/record-search-page.js";

const jobResult = (row: JobRow): Plain<JobSearchResult> => ({
  jobKey: row.jobKey,
  type: row.type,
  worker: row.worker,
  state: row.state,
  kind: row.kind,
  listenerEventType: row.listenerEventType,
  retries: row.retries,
  isDenied: row.isDenied,
  deniedReason: row.deniedReason,
  hasFailedWithRetriesLeft: row.hasFailedWithRetriesLeft,
  errorCode: row.errorCode,
  errorMessage: row.errorMessage,
  customHeaders: row.customHeaders,
  deadline: toInstantOrNull(row.deadline),
  endTime: toInstantOrNull(row.endTime),
  creationTime: toInstant(row.creationTime),
  lastUpdateTime: toInstant(row.lastUpdateTime),
  elementId: row.elementId,
  elementInstanceKey: row.elementInstanceKey,
  processInstanceKey: row.processInstanceKey,
  rootProcessInstanceKey: row.rootProcessInstanceKey,
  processDefinitionId: row.processDefinitionId,
  processDefinitionKey: row.processDefinitionKey,
  tenantId: row.tenantId,
});

const search: SearchDefinition<"job", Plain<JobSearchResult>> = {
  table: "job",
  filter: {
    deadline: timeField("deadline"),
    deniedReason: field("deniedReason"),
    elementId: field("elementId"),
    elementInstanceKey: field("elementInstanceKey"),
    endTime: timeField("endTime"),
    errorCode: field("errorCode"),
    errorMessage: field("errorMessage"),
    hasFailedWithRetriesLeft: field("hasFailedWithRetriesLeft"),
    isDenied: field("isDenied"),
    jobKey: field("jobKey"),
    kind: field("kind"),
    listenerEventType: field("listenerEventType"),
    processDefinitionId: field("processDefinitionId"),
    processDefinitionKey: field("processDefinitionKey"),
    processInstanceKey: field("processInstanceKey"),
    retries: field("retries"),
    state: field("state"),
    tenantId: field("tenantId"),
    type: field("type"),
    worker: field("worker"),
    creationTime: timeField("creationTime"),
    lastUpdateTime: timeField("lastUpdateTime"),
  },
  toItem: jobResult,
};

/** Operations on jobs. */
export const jobOperations = ({ engine, store, workableIds }: ApiContext): readonly Operation[] => [
  defineOperation<ActivateJobsData>({
    operationId: "activateJobs",
    method: "POST",
    url: "/jobs/activation",
    handle: async (call) => {
      const request = { ...activationRequest(call.body), ...present({ processDefinitionIds: workableIds() }) };
      return json({ jobs: accepted(await engine.activateJobs(request, call.signal)) });
    },
  }),
  defineOperation<CompleteJobData>({
    operationId: "completeJob",
    method: "POST",
    url: "/jobs/{jobKey}/completion",
    handle: async ({ path, body }) => {
      const result = body?.result;
      const given = result === undefined || result === null ? {} : { result: present(result) as JobResult };
      await run(engine, { type: "job.complete", jobKey: path.jobKey, ...variablesOf(body), ...given });
      return noContent();
    },
  }),
  defineOperation<FailJobData>({
    operationId: "failJob",
    method: "POST",
    url: "/jobs/{jobKey}/failure",
    handle: async ({ path, body }) => {
      const { retries, errorMessage, retryBackOff } = body ?? {};
      const given = present({ retries, errorMessage, retryBackOff: retryBackOff && boundedMs(retryBackOff) });
      await run(engine, { type: "job.fail", jobKey: path.jobKey, ...given, ...variablesOf(body) });
      return noContent();
    },
  }),
  defineOperation<ThrowJobErrorData>({
    operationId: "throwJobError",
    method: "POST",
    url: "/jobs/{jobKey}/error",
    handle: async ({ path, body }) => {
      if (body.errorCode === "") throw invalidArgument("No errorCode provided");
      const given = present({ errorMessage: body.errorMessage });
      await run(engine, {
        type: "job.throw-error",
        jobKey: path.jobKey,
        errorCode: body.errorCode,
        ...given,
        ...variablesOf(body),
      });
      return noContent();
    },
  }),
  defineOperation<UpdateJobData>({
    operationId: "updateJob",
    method: "PATCH",
    url: "/jobs/{jobKey}",
    handle: async ({ path, body }) => {
      const { retries, timeout } = body.changeset;
      const changes = present({ retries, timeout: timeout && boundedMs(timeout) });
      if (Object.keys(changes).length === 0)
        throw invalidArgument("At least one field between [retries, timeout] is required");
      requirePositive("retries", changes.retries);
      requirePositive("timeout", changes.timeout);
      await run(engine, { type: "job.update", jobKey: path.jobKey, ...changes });
      return noContent();
    },
  }),
  defineOperation<SearchJobsData>({
    operationId: "searchJobs",
    method: "POST",
    url: "/jobs/search",
    handle: async ({ body }) => json(await searchPage(store, search, body)),
  }),
];

function activationRequest(body: Plain<ActivateJobsData["body"]>): ActivateJobsRequest {
  if (body.type === "") throw invalidArgument("No type provided");
  requirePositive("timeout", body.timeout);
  requirePositive("maxJobsToActivate", body.maxJobsToActivate);
  return {
    jobType: body.type,
    worker: body.worker ?? "",
    timeout: boundedMs(body.timeout),
    maxJobs: body.maxJobsToActivate,
    ...present({
      fetchVariables: body.fetchVariable,
      requestTimeout: body.requestTimeout && boundedWaitMs(body.requestTimeout),
    }),
  };
}

function requirePositive(attribute: string, value: number | undefined): void {
  if (value !== undefined && value < 1)
    throw invalidArgument(`The value for ${attribute} is '${value}' but must be greater than 0`);
}
