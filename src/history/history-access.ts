import type { AccessRules } from "../http/index.js";

/** Auditors read the whole history; everyone else reads the story of the case files they may read. */
export const historyAccess: AccessRules = ({ role }, { can }) => {
  if (role?.role === "auditor") can("read", "History");
};
