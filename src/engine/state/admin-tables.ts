import type { AdminTable, AdminTableRows } from "./admin-rows.js";

const NAMED = { name: "text", description: "longtext?", open: "bool" } as const;

/** Specs of the administration tables, see TABLES. */
export const ADMIN_TABLES = {
  admin_user: {
    columns: { userKey: "key", username: "text", name: "text?", email: "text?", passwordHash: "text", open: "bool" },
    primaryKey: "userKey",
    indexes: [["username"]],
  },
  admin_group: {
    columns: { groupKey: "key", groupId: "text", ...NAMED },
    primaryKey: "groupKey",
    indexes: [["groupId"]],
  },
  admin_role: { columns: { roleKey: "key", roleId: "text", ...NAMED }, primaryKey: "roleKey", indexes: [["roleId"]] },
  admin_tenant: {
    columns: { tenantKey: "key", tenantId: "text", ...NAMED },
    primaryKey: "tenantKey",
    indexes: [["tenantId"]],
  },
  admin_mapping_rule: {
    columns: {
      mappingRuleKey: "key",
      mappingRuleId: "text",
      claimName: "text",
      claimValue: "text",
      name: "text",
      open: "bool",
    },
    primaryKey: "mappingRuleKey",
    indexes: [["mappingRuleId"]],
  },
  admin_membership: {
    columns: {
      membershipKey: "key",
      groupKind: "text",
      groupId: "text",
      memberKind: "text",
      memberId: "text",
      open: "bool",
    },
    primaryKey: "membershipKey",
    indexes: [["groupId", "memberId"], ["memberId"]],
  },
  admin_authorization: {
    columns: {
      authorizationKey: "key",
      ownerId: "text",
      ownerType: "text",
      resourceType: "text",
      resourceId: "text?",
      resourcePropertyName: "text?",
      permissionTypes: "json",
      open: "bool",
    },
    primaryKey: "authorizationKey",
    indexes: [["ownerId"]],
  },
  cluster_variable: {
    columns: {
      clusterVariableKey: "key",
      name: "text",
      scope: "text",
      tenantId: "text?",
      value: "longtext",
      open: "bool",
    },
    primaryKey: "clusterVariableKey",
    indexes: [["name"]],
  },
  global_task_listener: {
    columns: {
      listenerKey: "key",
      id: "text",
      type: "text",
      eventTypes: "json",
      retries: "int",
      afterNonGlobal: "bool",
      priority: "int",
      source: "text",
      open: "bool",
    },
    primaryKey: "listenerKey",
    indexes: [["id"]],
  },
} as const;

/** By what the records of each table are known: no two open rows share it. */
export const ADMIN_IDS: { readonly [Table in AdminTable]: (row: AdminTableRows[Table]) => string } = {
  admin_user: ({ username }) => username,
  admin_group: ({ groupId }) => groupId,
  admin_role: ({ roleId }) => roleId,
  admin_tenant: ({ tenantId }) => tenantId,
  admin_mapping_rule: ({ mappingRuleId }) => mappingRuleId,
  admin_membership: (row) => membershipId(row),
  admin_authorization: ({ authorizationKey }) => authorizationKey,
  cluster_variable: ({ tenantId, name }) => clusterVariableId(tenantId, name),
  global_task_listener: ({ id }) => id,
};

/** Id of a cluster variable: null for the whole cluster. */
export const clusterVariableId = (tenantId: string | null, name: string): string => JSON.stringify([tenantId, name]);

/** Id of a membership. */
export const membershipId = ({
  groupKind,
  groupId,
  memberKind,
  memberId,
}: Pick<AdminTableRows["admin_membership"], "groupKind" | "groupId" | "memberKind" | "memberId">): string =>
  JSON.stringify([groupKind, groupId, memberKind, memberId]);

/** True for the administration tables. */
export const isAdminTable = (table: string): table is AdminTable => Object.hasOwn(ADMIN_TABLES, table);
