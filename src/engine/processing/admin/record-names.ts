import type { AdminRecordTable } from "../../protocol/admin-commands.js";

const NAMES: Readonly<Record<AdminRecordTable, readonly [noun: string, idName: string]>> = {
  admin_user: ["user", "username"],
  admin_group: ["group", "ID"],
  admin_role: ["role", "ID"],
  admin_tenant: ["tenant", "ID"],
  admin_mapping_rule: ["mapping rule", "ID"],
  admin_authorization: ["authorization", "key"],
  cluster_variable: ["cluster variable", "name"],
  global_task_listener: ["global task listener", "ID"],
};

/** How a refusal names a record, such as `role with ID 'rpa'`. */
export function recordName(table: AdminRecordTable, id: string): string {
  const [noun, idName] = NAMES[table];
  return `${noun} with ${idName} '${table === "cluster_variable" ? variableName(id) : id}'`;
}

/** The reason of a refusal because the record is not there. */
export const absentReason = (verb: string, table: AdminRecordTable, id: string): string =>
  `Expected to ${verb} ${recordName(table, id)}, but there is none`;

function variableName(id: string): string {
  const [tenantId, name] = JSON.parse(id) as [string | null, string];
  return tenantId === null ? name : `${name}' of tenant '${tenantId}`;
}
