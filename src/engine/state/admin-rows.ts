import type { Key } from "./rows.js";

/** Columns that every administration record has: closed rows stay as history, an id of theirs may be used again. */
interface AdminRecord {
  readonly open: boolean;
}

/** A user who may call the API. */
export interface AdminUserRow extends AdminRecord {
  readonly userKey: Key;
  readonly username: string;
  readonly name: string | null;
  readonly email: string | null;
  /** Whatever the API has made of the password; empty once the user is deleted. */
  readonly passwordHash: string;
}

/** A group of users, clients and mapping rules. */
export interface AdminGroupRow extends AdminRecord {
  readonly groupKey: Key;
  readonly groupId: string;
  readonly name: string;
  readonly description: string | null;
}

/** A role, to which authorizations are given. */
export interface AdminRoleRow extends AdminRecord {
  readonly roleKey: Key;
  readonly roleId: string;
  readonly name: string;
  readonly description: string | null;
}

/** A tenant. */
export interface AdminTenantRow extends AdminRecord {
  readonly tenantKey: Key;
  readonly tenantId: string;
  readonly name: string;
  readonly description: string | null;
}

/** Says which claim of a token makes its bearer a member. */
export interface AdminMappingRuleRow extends AdminRecord {
  readonly mappingRuleKey: Key;
  readonly mappingRuleId: string;
  readonly claimName: string;
  readonly claimValue: string;
  readonly name: string;
}

/** What has members. */
export type GroupKind = "GROUP" | "ROLE" | "TENANT";

/** What can be a member. */
export type MemberKind = "USER" | "CLIENT" | "MAPPING_RULE" | "GROUP" | "ROLE";

/** One member of a group, role or tenant. */
export interface AdminMembershipRow extends AdminRecord {
  readonly membershipKey: Key;
  readonly groupKind: GroupKind;
  readonly groupId: string;
  readonly memberKind: MemberKind;
  readonly memberId: string;
}

/** What an owner may do with resources of a type; exactly one of `resourceId` and `resourcePropertyName` is set. */
export interface AdminAuthorizationRow extends AdminRecord {
  readonly authorizationKey: Key;
  readonly ownerId: string;
  readonly ownerType: string;
  readonly resourceType: string;
  /** `*` for all. */
  readonly resourceId: string | null;
  readonly resourcePropertyName: string | null;
  readonly permissionTypes: readonly string[];
}

/** A value that every expression sees, or every expression of a tenant. */
export interface ClusterVariableRow extends AdminRecord {
  readonly clusterVariableKey: Key;
  readonly name: string;
  readonly scope: "GLOBAL" | "TENANT";
  readonly tenantId: string | null;
  /** JSON text. */
  readonly value: string;
}

/** A listener that is asked about every user task. */
export interface GlobalTaskListenerRow extends AdminRecord {
  readonly listenerKey: Key;
  readonly id: string;
  /** Type of its jobs. */
  readonly type: string;
  /** `all`, or some of creating, assigning, updating, completing, canceling. */
  readonly eventTypes: readonly string[];
  readonly retries: number;
  /** True: asked behind the listeners of the model. */
  readonly afterNonGlobal: boolean;
  /** The higher, the earlier. */
  readonly priority: number;
  readonly source: "API" | "CONFIGURATION";
}

/** Row types of the administration tables. */
export interface AdminTableRows {
  admin_user: AdminUserRow;
  admin_group: AdminGroupRow;
  admin_role: AdminRoleRow;
  admin_tenant: AdminTenantRow;
  admin_mapping_rule: AdminMappingRuleRow;
  admin_membership: AdminMembershipRow;
  admin_authorization: AdminAuthorizationRow;
  cluster_variable: ClusterVariableRow;
  global_task_listener: GlobalTaskListenerRow;
}

/** Name of an administration table. */
export type AdminTable = keyof AdminTableRows;

/** A row of any of them. */
export type AdminRow = AdminTableRows[AdminTable];

/** What a new record consists of; its key is given by the engine. */
export type AdminContent<Table extends AdminTable> = Omit<
  AdminTableRows[Table],
  | "open"
  | "userKey"
  | "groupKey"
  | "roleKey"
  | "tenantKey"
  | "mappingRuleKey"
  | "membershipKey"
  | "authorizationKey"
  | "clusterVariableKey"
  | "listenerKey"
>;
