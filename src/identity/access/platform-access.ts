import type { AccessRules } from "../../http/index.js";
import type { RoleDefinition } from "../people.js";

/** Roles that every installation has. */
export const platformRoles: readonly RoleDefinition[] = [
  { role: "admin", label: { id: "Administrator", en: "Administrator" }, scopeType: null },
  { role: "auditor", label: { id: "Auditor", en: "Auditor" }, scopeType: null },
  { role: "process-owner", label: { id: "Pemilik Proses", en: "Process owner" }, scopeType: null },
];

const grants: Readonly<Record<string, readonly (readonly [verb: string, subject: string])[]>> = {
  admin: [
    ["manage", "User"],
    ["read", "ReferenceData"],
    ["read", "Model"],
  ],
  "process-owner": [
    ["read", "Model"],
    ["deploy", "Model"],
    ["read", "ReferenceData"],
  ],
  auditor: [
    ["read", "Model"],
    ["read", "ReferenceData"],
  ],
};

/** What the platform's own roles may do with accounts, reference data and models. */
export const platformAccess: AccessRules = ({ role }, { can }) => {
  for (const [verb, subject] of grants[role?.role ?? ""] ?? []) can(verb, subject);
};
