import type { AccessRules } from "../http/index.js";

/** Auditors see every print run, and change none. */
export const printRunAccess: AccessRules = ({ role }, { can }) => {
  if (role?.role !== "auditor") return;
  can("follow", "PrintRun");
  can("audit", "PrintRun");
};
