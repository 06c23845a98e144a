import type { RequestParts } from "./contract/request-validator.js";
import { isSchemaObject } from "./contract/json-schema.js";
import { invalidArgument } from "./problem.js";

/** The one tenant of a server without multi-tenancy; every record carries it. */
export const DEFAULT_TENANT = "<default>";

/**
 * Refuses a command for another tenant.
 *
 * @throws {ApiProblem} 400 naming the tenant.
 */
export function checkTenant({ body }: RequestParts): void {
  if (!isSchemaObject(body)) return;
  const { tenantId, tenantIds } = body;
  const named = [tenantId, ...(Array.isArray(tenantIds) ? (tenantIds as unknown[]) : [])];
  for (const tenant of named) {
    if (typeof tenant === "string" && tenant !== DEFAULT_TENANT) {
      throw invalidArgument(
        `Expected to handle the request for tenant '${DEFAULT_TENANT}', but it names tenant '${tenant}' and multi-tenancy is disabled`,
      );
    }
  }
}
