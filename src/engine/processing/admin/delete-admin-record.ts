import type { AdminRecordTable, DeleteAdminRecordCommand } from "../../protocol/admin-commands.js";
import type { AdminMembershipRow, GroupKind, MemberKind } from "../../state/admin-rows.js";
import { clusterVariableId, membershipId } from "../../state/admin-tables.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import type { Processing } from "../processing.js";
import { absentReason } from "./record-names.js";

/** As what the records of a table own authorizations and are members. */
const MEMBER_KINDS: Readonly<Partial<Record<AdminRecordTable, MemberKind>>> = {
  admin_user: "USER",
  admin_group: "GROUP",
  admin_role: "ROLE",
  admin_mapping_rule: "MAPPING_RULE",
};

/** As what they have members. */
const GROUP_KINDS: Readonly<Partial<Record<AdminRecordTable, GroupKind>>> = {
  admin_group: "GROUP",
  admin_role: "ROLE",
  admin_tenant: "TENANT",
};

/** The tenant of everything that names none. */
const DEFAULT_TENANT = "<default>";

/** Deletes an administration record with its memberships, its authorizations and, of a tenant, its cluster variables. */
export const deleteAdminRecord: CommandProcessor<DeleteAdminRecordCommand> = ({ table, id }, p) => {
  if (p.state.admin.get(table, id) === undefined) reject("NOT_FOUND", absentReason("delete", table, id));
  if (table === "admin_tenant" && id === DEFAULT_TENANT)
    reject("INVALID_ARGUMENT", `Expected to delete a tenant other than '${DEFAULT_TENANT}', which has to stay`);
  const groupKind = GROUP_KINDS[table];
  if (groupKind !== undefined) removeAll(p, p.state.admin.membersOf(groupKind, id));
  const memberKind = MEMBER_KINDS[table];
  if (memberKind !== undefined) {
    removeAll(p, p.state.admin.membershipsOf(memberKind, id));
    removeAuthorizations(p, memberKind, id);
  }
  if (table === "admin_tenant") removeVariables(p, id);
  p.emit({ t: "admin-record.deleted", table, id });
  return null;
};

function removeAll(p: Processing, memberships: readonly AdminMembershipRow[]): void {
  for (const row of memberships)
    p.emit({ t: "admin-record.deleted", table: "admin_membership", id: membershipId(row) });
}

function removeAuthorizations(p: Processing, ownerType: string, ownerId: string): void {
  for (const row of p.state.admin.all("admin_authorization")) {
    if (row.ownerType === ownerType && row.ownerId === ownerId)
      p.emit({ t: "admin-record.deleted", table: "admin_authorization", id: row.authorizationKey });
  }
}

function removeVariables(p: Processing, tenantId: string): void {
  for (const { name, tenantId: owner } of p.state.admin.all("cluster_variable")) {
    if (owner === tenantId)
      p.emit({ t: "admin-record.deleted", table: "cluster_variable", id: clusterVariableId(owner, name) });
  }
}
