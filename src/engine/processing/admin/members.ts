import type {
  AddMemberCommand,
  AdminRecordTable,
  Membership,
  RemoveMemberCommand,
} from "../../protocol/admin-commands.js";
import type { GroupKind, MemberKind } from "../../state/admin-rows.js";
import { membershipId } from "../../state/admin-tables.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import type { Processing } from "../processing.js";
import { absentReason } from "./record-names.js";

const GROUPS: Readonly<Record<GroupKind, AdminRecordTable>> = {
  GROUP: "admin_group",
  ROLE: "admin_role",
  TENANT: "admin_tenant",
};

/** Clients are known to whoever issues tokens, not here. */
const MEMBERS: Readonly<Partial<Record<MemberKind, AdminRecordTable>>> = {
  USER: "admin_user",
  GROUP: "admin_group",
  ROLE: "admin_role",
  MAPPING_RULE: "admin_mapping_rule",
};

/** Adds a member; both have to be there, and the member must not be one already. */
export const addMember: CommandProcessor<AddMemberCommand> = ({ groupKind, groupId, memberKind, memberId }, p) => {
  const membership = { groupKind, groupId, memberKind, memberId };
  requireGroup(p, "add a member to", membership);
  const table = MEMBERS[memberKind];
  if (table !== undefined && p.state.admin.get(table, memberId) === undefined)
    reject("NOT_FOUND", absentReason(`add to ${nameOf(membership)} a`, table, memberId));
  if (p.state.admin.get("admin_membership", membershipId(membership)) !== undefined)
    reject("ALREADY_EXISTS", `Expected to add ${memberOf(membership)}, but it is a member already`);
  emitMember(p, membership);
  return null;
};

/** Takes a member out. */
export const removeMember: CommandProcessor<RemoveMemberCommand> = (
  { groupKind, groupId, memberKind, memberId },
  p,
) => {
  const membership = { groupKind, groupId, memberKind, memberId };
  requireGroup(p, "remove a member from", membership);
  const id = membershipId(membership);
  if (p.state.admin.get("admin_membership", id) === undefined)
    reject("NOT_FOUND", `Expected to remove ${memberOf(membership)}, but it is no member`);
  p.emit({ t: "admin-record.deleted", table: "admin_membership", id });
  return null;
};

/** Emits that somebody is a member now. */
export function emitMember(p: Processing, membership: Membership): void {
  p.emit({
    t: "admin-record.created",
    table: "admin_membership",
    row: { membershipKey: p.newKey(), ...membership, open: true },
  });
}

function requireGroup(p: Processing, verb: string, { groupKind, groupId }: Membership): void {
  const table = GROUPS[groupKind];
  if (p.state.admin.get(table, groupId) === undefined) reject("NOT_FOUND", absentReason(verb, table, groupId));
}

const nameOf = ({ groupKind, groupId }: Membership): string => `${groupKind.toLowerCase()} with ID '${groupId}'`;

const memberOf = (membership: Membership): string =>
  `an entity with ID '${membership.memberId}' and type '${membership.memberKind}' as a member of ${nameOf(membership)}`;
