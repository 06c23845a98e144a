import { randomUUID } from "node:crypto";
import type { Engine } from "../engine/index.js";
import { silentLogger, type Logger } from "../platform/index.js";
import type { BasicAuthUsers } from "./basic-auth.js";
import type { ApiContext, ClockControl, RecordStore } from "./context.js";
import { createDispatcher, type Dispatch } from "./dispatcher.js";
import type { Operation } from "./operation.js";
import { absentOperations } from "./operations/absent-operations.js";
import { clusterOperations } from "./operations/cluster.js";
import { conditionalOperations } from "./operations/conditionals.js";
import { decisionInstanceOperations } from "./operations/decision-instances.js";
import { decisionOperations } from "./operations/decisions.js";
import { elementInstanceOperations } from "./operations/element-instances.js";
import { incidentStatisticsOperations } from "./operations/incident-statistics.js";
import { instanceStatisticsOperations } from "./operations/instance-statistics.js";
import { incidentOperations } from "./operations/incidents.js";
import { jobOperations } from "./operations/jobs.js";
import { messageOperations } from "./operations/messages.js";
import { processDefinitionOperations } from "./operations/process-definitions.js";
import { processInstanceChangeOperations } from "./operations/process-instance-changes.js";
import { processInstanceOperations } from "./operations/process-instances.js";
import { resourceOperations } from "./operations/resources.js";
import { userTaskOperations } from "./operations/user-tasks.js";
import { variableOperations } from "./operations/variables.js";
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
  /** Asks for basic authentication; absent: everybody may do everything. */
  readonly users?: BasicAuthUsers;
  readonly logger?: Logger;
  /** Reported by `GET /topology`. */
  readonly address?: { readonly host: string; readonly port: number };
  /** Longest JSON body in bytes; default 4 MiB, the size of a command in a cluster. */
  readonly maxBodyBytes?: number;
  /** Longest multipart body in bytes; default 32 MiB. */
  readonly maxUploadBytes?: number;
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
  const routed = operations({ engine, store, clockControl, address });
  const dispatch = createDispatcher({
    router: createRouter(routed),
    users,
    maxBodyBytes: options.maxBodyBytes ?? 4 * MIB,
    maxUploadBytes: options.maxUploadBytes ?? 32 * MIB,
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

/** Every operation of the API. */
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
  ...absentOperations(),
];
