import type { AccessRules } from "../http/index.js";

/** Process owners see every open task and may pass it to someone else. */
export const taskAccess: AccessRules = ({ role }, { can }) => {
  if (role?.role === "process-owner") can(["oversee", "assign"], "Task");
};
