import type { AdminContent, AdminTable, AdminTableRows, GroupKind, MemberKind } from "../state/admin-rows.js";
import type { Key } from "../state/rows.js";

/** Tables whose records are made and changed as such; memberships have commands of their own. */
export type AdminRecordTable = Exclude<AdminTable, "admin_membership">;

type Creation<Table extends AdminRecordTable> = {
  readonly type: "admin-record.create";
  readonly table: Table;
  readonly content: AdminContent<Table>;
};

/** Makes a user, group, role, tenant, mapping rule, authorization, cluster variable or global task listener. */
export type CreateAdminRecordCommand = { [Table in AdminRecordTable]: Creation<Table> }[AdminRecordTable];

type Change<Table extends AdminRecordTable> = {
  readonly type: "admin-record.update";
  readonly table: Table;
  /** See ADMIN_IDS. */
  readonly id: string;
  readonly changes: Partial<AdminContent<Table>>;
};

/** Changes some members of such a record; what it is known by stays. */
export type UpdateAdminRecordCommand = { [Table in AdminRecordTable]: Change<Table> }[AdminRecordTable];

/** Deletes such a record, with its memberships and authorizations. */
export interface DeleteAdminRecordCommand {
  readonly type: "admin-record.delete";
  readonly table: AdminRecordTable;
  readonly id: string;
}

/** Who is a member of what. */
export interface Membership {
  readonly groupKind: GroupKind;
  readonly groupId: string;
  readonly memberKind: MemberKind;
  readonly memberId: string;
}

/** Adds a member to a group, role or tenant. */
export interface AddMemberCommand extends Membership {
  readonly type: "member.add";
}

/** Takes a member from a group, role or tenant. */
export interface RemoveMemberCommand extends Membership {
  readonly type: "member.remove";
}

/** Makes what has to be there from the beginning: the default tenant, the default roles, and the first users. */
export interface SetUpAdministrationCommand {
  readonly type: "administration.set-up";
  readonly tenant: AdminContent<"admin_tenant">;
  readonly roles: readonly AdminContent<"admin_role">[];
  readonly authorizations: readonly AdminContent<"admin_authorization">[];
  /** Members of the role `admin`; those that are there keep what they have but the password. */
  readonly admins: readonly Pick<AdminTableRows["admin_user"], "username" | "passwordHash">[];
}

/** Results of these commands by type. */
export interface AdminCommandResults {
  "admin-record.create": { readonly key: Key };
  "admin-record.update": null;
  "admin-record.delete": null;
  "member.add": null;
  "member.remove": null;
  "administration.set-up": null;
}

/** A command of administration. */
export type AdminCommand =
  | CreateAdminRecordCommand
  | UpdateAdminRecordCommand
  | DeleteAdminRecordCommand
  | AddMemberCommand
  | RemoveMemberCommand
  | SetUpAdministrationCommand;
