import type { AccessRules } from "../http/index.js";
import { MAY_READ, readerScope, readersOf } from "./case-reader.js";

/**
 * Everyone reads the case files about themselves and those that they were admitted to; auditors and process owners read all; process
 * owners retry what got stuck.
 */
export const caseAccess: AccessRules = (actor, { can }) => {
  const { userId, role } = actor;
  can("read", "CaseFile", { ownerId: userId });
  for (const reader of readersOf(actor)) can("read", "CaseFile", { [`scopes.${readerScope(reader)}`]: MAY_READ });
  if (role?.role === "auditor" || role?.role === "process-owner") can("read", "CaseFile");
  if (role?.role === "process-owner" || role?.role === "admin") can("retry", "CaseFile");
};
