import type { AccessRules } from "../../src/plugin-api/index.js";
import { APP } from "./app/sapk-deps.js";

/** The administrator of an instansi sees its synchronisations. Source: domain note 1.1, 1.5.4. */
export const kepegawaianAccess: AccessRules = ({ role }, { can }) => {
  if (role?.role !== "admin-instansi") return;
  can("read", "CaseFile", { app: APP, "scopes.instansi": role.scopeId ?? "" });
};
