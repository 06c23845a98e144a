import type { AccessRules } from "../http/index.js";

/** Everyone reads the case files about themselves; auditors and process owners read all; process owners retry what got stuck. */
export const caseAccess: AccessRules = ({ userId, role }, { can }) => {
  can("read", "CaseFile", { ownerId: userId });
  if (role?.role === "auditor" || role?.role === "process-owner") can("read", "CaseFile");
  if (role?.role === "process-owner" || role?.role === "admin") can("retry", "CaseFile");
};
