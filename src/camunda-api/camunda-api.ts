import { randomUUID } from "node:crypto";
import type { Engine } from "../engine/index.js";
import { silentLogger, systemClock, type Clock, type Logger } from "../platform/index.js";
import { afterSetUp, createAdministration } from "./administration.js";
import { createGate } from "./authorization/gate.js";
import { basicAuthentication, type BasicAuthUsers } from "./basic-auth.js";
import type { ApiContext, ClockControl, RecordStore } from "./context.js";
import { createDispatcher, type Dispatch } from "./dispatcher.js";
import { type DocumentStore, memoryDocumentStore } from "./documents/document-store.js";
import type { Operation } from "./operation.js";
import { authorizationOperations } from "./operations/admin/authorizations.js";
import { clusterVariableOperations } from "./operations/admin/cluster-variables.js";
import { globalTaskListenerOperations } from "./operations/admin/global-task-listeners.js";
import { mappingRuleOperations } from "./operations/admin/mapping-rules.js";
import { memberOperations } from "./operations/admin/members.js";
import { namedRecordOperations } from "./operations/admin/named-records.js";
import { userOperations } from "./operations/admin/users.js";
import { auditLogOperations } from "./operations/audit-logs.js";
import { batchOperationOperations } from "./operations/batch-operations.js";
import { batchRequestOperations } from "./operations/batch-requests.js";
import { clusterOperations } from "./operations/cluster.js";
import { conditionalOperations } from "./operations/conditionals.js";
import { decisionInstanceOperations } from "./operations/decision-instances.js";
import { decisionOperations } from "./operations/decisions.js";
import { documentOperations } from "./operations/documents.js";
import { elementInstanceOperations } from "./operations/element-instances.js";
import { incidentStatisticsOperations } from "./operations/incident-statistics.js";
import { instanceStatisticsOperations } from "./operations/instance-statistics.js";
import { incidentOperations } from "./operations/incidents.js";
import { historyDeletionOperations } from "./operations/history-deletion.js";
import { jobStatisticsOperations } from "./operations/job-statistics.js";
import { usageMetricsOperations } from "./operations/usage-metrics.js";
import { createSenders } from "./senders.js";
import { jobOperations } from "./operations/jobs.js";
import { messageOperations } from "./operations/messages.js";
import { processDefinitionOperations } from "./operations/process-definitions.js";
import { processInstanceChangeOperations } from "./operations/process-instance-changes.js";
import { processInstanceOperations } from "./operations/process-instances.js";
import { resourceOperations } from "./operations/resources.js";
import { systemConfigurationOperations } from "./operations/system-configuration.js";
import { userTaskOperations } from "./operations/user-tasks.js";
import { variableOperations } from "./operations/variables.js";
import { PasswordCheck } from "./password.js";
import { ApiProblem } from "./problem.js";
import { createRouter } from "./router.js";
import { fromWebRequest, toWebResponse } from "./transport/web-request.js";

/** What the API stands on. */
export interface CamundaApiOptions {
  readonly engine: Engine;
  /** The engine's own store: queries see every acknowledged command. */
  readonly store: RecordStore;
  /** Makes `PUT /clock` work; the engine has to use the same clock. */
  readonly clockControl?: ClockControl;
  /**
   * Asks for basic authentication: these users, who get the role `admin`, and all that were created. Absent: everybody
   * may do everything.
   */
  readonly users?: BasicAuthUsers;
  /** Lets users do only what they are authorized for; needs `users`. */
  readonly authorizations?: boolean;
  /** Home of documents; default: in memory, until the process ends. */
  readonly documents?: DocumentStore;
  /** The engine's clock; default: the system's. */
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Reported by `GET /topology`. */
  readonly address?: { readonly host: string; readonly port: number };
  /** Longest JSON body in bytes; default 4 MiB, the size of a command in a cluster. */
  readonly maxBodyBytes?: number;
  /** Longest multipart body in bytes; default 32 MiB. */
  readonly maxUploadBytes?: number;
  /** Bytes of the bodies of all requests at work; default 128 MiB. More are refused with 503 RESOURCE_EXHAUSTED. */
  readonly maxBytesAtWork?: number;
}

/** The Orchestration Cluster REST API v2 over an engine. */
export interface CamundaApi {
  /** Answers a web request whose path begins with `/v2`. Never rejects: failures are problem bodies. */
  handle(request: Request): Promise<Response>;
  /** The same without web objects, for the HTTP listener. */
  readonly dispatch: Dispatch;
  /** All operations, by name and address. */
  readonly routes: readonly Pick<Operation, "operationId" | "method" | "url">[];
}

const MIB = 1024 * 1024;

/** Builds the API; nothing is opened or started. */
export function createCamundaApi(options: CamundaApiOptions): CamundaApi {
  const { engine, store, clockControl, users, logger = silentLogger } = options;
  const address = options.address ?? { host: "127.0.0.1", port: 0 };
  const passwords = new PasswordCheck();
  const administration = createAdministration(engine, store, users, passwords);
  const gate = users !== undefined && options.authorizations === true ? createGate(store) : undefined;
  const senders = createSenders(engine);
  const context: ApiContext = {
    engine: senders.engine,
    store: gate?.store ?? store,
    workableIds: gate?.workableIds ?? (() => undefined),
    clockControl,
    address,
    clock: options.clock ?? systemClock,
    documents: options.documents ?? memoryDocumentStore(),
  };
  const routed = [...operations(context), ...afterSetUp(administration, administrationOperations(context))];
  const dispatch = createDispatcher({
    router: createRouter(routed),
    authentication: users === undefined ? undefined : basicAuthentication(store, administration, passwords),
    gate,
    speakFor: senders.speakFor,
    maxBodyBytes: options.maxBodyBytes ?? 4 * MIB,
    maxUploadBytes: options.maxUploadBytes ?? 32 * MIB,
    maxBytesAtWork: options.maxBytesAtWork ?? 128 * MIB,
    unexpected: (error, { path }, operationId) => {
      const id = randomUUID();
      logger.error(
        { event: "api.failed", errorId: id, operationId, path, err: error },
        "A request failed unexpectedly",
      );
      return new ApiProblem(
        500,
        "INTERNAL",
        `Expected to answer the request, but an error happened; it is logged with id ${id}`,
      );
    },
  });
  return {
    dispatch,
    routes: routed,
    handle: async (request) => toWebResponse(await dispatch(fromWebRequest(request))),
  };
}

/** What the engine does and shows. */
const operations = (context: ApiContext): readonly Operation[] => [
  ...processDefinitionOperations(context),
  ...processInstanceOperations(context),
  ...processInstanceChangeOperations(context),
  ...instanceStatisticsOperations(context),
  ...incidentStatisticsOperations(context),
  ...elementInstanceOperations(context),
  ...variableOperations(context),
  ...jobOperations(context),
  ...userTaskOperations(context),
  ...incidentOperations(context),
  ...messageOperations(context),
  ...conditionalOperations(context),
  ...decisionOperations(context),
  ...decisionInstanceOperations(context),
  ...resourceOperations(context),
  ...clusterOperations(context),
  ...historyDeletionOperations(context),
  ...batchRequestOperations(context),
  ...batchOperationOperations(context),
  ...auditLogOperations(context),
  ...jobStatisticsOperations(context),
  ...usageMetricsOperations(context),
  ...documentOperations(context),
  ...systemConfigurationOperations(),
];

/** Users and what they may do, and what is set for the whole cluster. */
const administrationOperations = (context: ApiContext): readonly Operation[] => [
  ...userOperations(context),
  ...namedRecordOperations(context),
  ...mappingRuleOperations(context),
  ...memberOperations(context),
  ...authorizationOperations(context),
  ...clusterVariableOperations(context),
  ...globalTaskListenerOperations(context),
];
