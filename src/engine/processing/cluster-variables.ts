import type { FeelScope } from "../feel/index.js";
import type { AdminRecords } from "../state/admin-directory.js";
import type { ClusterVariableRow } from "../state/admin-rows.js";
import type { JsonObject, JsonValue } from "../state/rows.js";

/** The tenant of everything while multi-tenancy is off. */
export const DEFAULT_TENANT = "<default>";

/** Name under which expressions find what belongs to the cluster. */
const NAMESPACE = "camunda";

/**
 * Adds the cluster variables to a scope, as `camunda.vars.cluster`, `.tenant` and `.env`, where those of the tenant win
 * (public documentation, 8.9). A variable of the process with the name `camunda` hides them.
 */
export const withClusterVariables = (scope: FeelScope, admin: AdminRecords, tenantId: string): FeelScope => ({
  get: (name) => {
    const own = scope.get(name);
    return own === undefined && name === NAMESPACE ? { vars: clusterVariables(admin, tenantId) } : own;
  },
});

function clusterVariables(admin: AdminRecords, tenantId: string): JsonObject {
  const rows = [...admin.all("cluster_variable")];
  const cluster = valuesOf(rows.filter((row) => row.tenantId === null));
  const tenant = valuesOf(rows.filter((row) => row.tenantId === tenantId));
  return { cluster, tenant, env: { ...cluster, ...tenant } };
}

const valuesOf = (rows: readonly ClusterVariableRow[]): JsonObject =>
  Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as JsonValue]));
