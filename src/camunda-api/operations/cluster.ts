import type {
  EvaluateExpressionData,
  EvaluateExpressionResponse,
  GetAuthenticationData,
  GetAuthenticationResponse,
  GetLicenseData,
  GetLicenseResponse,
  GetStatusData,
  GetTopologyData,
  GetTopologyResponse,
  PinClockData,
  ResetClockData,
} from "@camunda8/orchestration-cluster-api";
import type { JsonObject } from "../../engine/index.js";
import { loadGrants } from "../authorization/grants.js";
import { accepted } from "../command.js";
import type { ApiContext, ClockControl } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json, noContent } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";
import { ApiProblem, invalidArgument } from "../problem.js";
import { DEFAULT_TENANT } from "../tenant.js";

/** Says which API is spoken and by whom: nobody should take this for a cluster of its vendor. */
export const GATEWAY_VERSION = "8.9.0-embedded";

const topology = ({ host, port }: ApiContext["address"]): Plain<GetTopologyResponse> => ({
  brokers: [
    {
      nodeId: 0,
      host,
      port,
      partitions: [{ partitionId: 1, role: "leader", health: "healthy" }],
      version: GATEWAY_VERSION,
    },
  ],
  clusterId: null,
  clusterSize: 1,
  partitionsCount: 1,
  replicationFactor: 1,
  gatewayVersion: GATEWAY_VERSION,
  lastCompletedChangeId: "-1",
});

const LICENSE: Plain<GetLicenseResponse> = {
  validLicense: false,
  licenseType: "unknown",
  isCommercial: false,
  expiresAt: null,
};

/** Who is asking; without credentials nobody in particular. */
async function authentication(
  { store }: ApiContext,
  username: string | undefined,
): Promise<Plain<GetAuthenticationResponse>> {
  const [user] =
    username === undefined
      ? []
      : await store.select({ table: "admin_user", equals: { username, open: true }, limit: 1 });
  const grants = username === undefined ? undefined : await loadGrants(store, username);
  return {
    username: username ?? "anonymous",
    displayName: user?.name ?? username ?? null,
    email: user?.email ?? null,
    authorizedComponents: [...(grants?.ids("COMPONENT", "ACCESS") ?? [])],
    tenants: [{ tenantId: DEFAULT_TENANT, name: "Default", description: null }],
    groups: [...(grants?.groups ?? [])],
    roles: [...(grants?.roles ?? [])],
    salesPlanType: null,
    c8Links: {},
    canLogout: false,
  };
}

function controlOf({ clockControl }: ApiContext): ClockControl {
  if (clockControl !== undefined) return clockControl;
  throw new ApiProblem(
    400,
    "INVALID_STATE",
    "Expected an engine with a controlled clock, but its clock follows the system's time",
  );
}

/** The server itself: topology, status, licence, who is asking, its clock, and expressions without an instance. */
export const clusterOperations = (context: ApiContext): readonly Operation[] => [
  defineOperation<GetTopologyData>({
    operationId: "getTopology",
    method: "GET",
    url: "/topology",
    handle: () => json(topology(context.address)),
  }),
  defineOperation<GetStatusData>({
    operationId: "getStatus",
    method: "GET",
    url: "/status",
    handle: () => noContent(),
  }),
  defineOperation<GetLicenseData>({
    operationId: "getLicense",
    method: "GET",
    url: "/license",
    handle: () => json(LICENSE),
  }),
  defineOperation<GetAuthenticationData>({
    operationId: "getAuthentication",
    method: "GET",
    url: "/authentication/me",
    handle: async ({ username }) => json(await authentication(context, username)),
  }),
  defineOperation<PinClockData>({
    operationId: "pinClock",
    method: "PUT",
    url: "/clock",
    handle: async ({ body: { timestamp } }) => {
      if (timestamp < 0) throw invalidArgument(`The value for timestamp is '${timestamp}' but must be not negative`);
      controlOf(context).pin(timestamp);
      await context.engine.settle();
      return noContent();
    },
  }),
  defineOperation<ResetClockData>({
    operationId: "resetClock",
    method: "POST",
    url: "/clock/reset",
    handle: async () => {
      controlOf(context).reset();
      await context.engine.settle();
      return noContent();
    },
  }),
  defineOperation<EvaluateExpressionData>({
    operationId: "evaluateExpression",
    method: "POST",
    url: "/expression/evaluation",
    handle: ({ body }) => json(evaluate(context, body)),
  }),
];

function evaluate(
  { engine }: ApiContext,
  { expression, variables }: Plain<EvaluateExpressionData["body"]>,
): Plain<EvaluateExpressionResponse> {
  if (!expression.startsWith("=")) {
    throw invalidArgument(`The value for expression is '${expression.slice(0, 100)}' but must begin with '='`);
  }
  const { result, warnings } = accepted(engine.evaluateExpression(expression, (variables ?? {}) as JsonObject));
  return { expression, result, warnings: warnings.map((message) => ({ message })) };
}
