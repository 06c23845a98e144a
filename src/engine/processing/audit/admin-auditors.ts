import type {
  AddMemberCommand,
  AdminCommand,
  AdminCommandResults,
  AdminRecordTable,
  CreateAdminRecordCommand,
  DeleteAdminRecordCommand,
  RemoveMemberCommand,
  UpdateAdminRecordCommand,
} from "../../protocol/admin-commands.js";
import type { AdminAuthorizationRow, AdminRow } from "../../state/admin-rows.js";
import { ADMIN_IDS } from "../../state/admin-tables.js";
import type { AuditEntityType, AuditEntry, AuditOperationType } from "../../state/audit-rows.js";
import type { Processing } from "../processing.js";

/** Kinds of records whose changes are recorded. */
const ENTITY_TYPES: Readonly<Partial<Record<AdminRecordTable, AuditEntityType>>> = {
  admin_user: "USER",
  admin_group: "GROUP",
  admin_role: "ROLE",
  admin_tenant: "TENANT",
  admin_mapping_rule: "MAPPING_RULE",
  admin_authorization: "AUTHORIZATION",
};

function entry(
  table: AdminRecordTable,
  entityKey: string,
  operationType: AuditOperationType,
  content: object | undefined,
): readonly AuditEntry[] {
  const entityType = ENTITY_TYPES[table];
  if (entityType === undefined) return [];
  const common: AuditEntry = { entityKey, entityType, operationType, category: "ADMIN" };
  if (table !== "admin_authorization" || content === undefined) return [common];
  const { ownerId, ownerType } = content as Pick<AdminAuthorizationRow, "ownerId" | "ownerType">;
  return [{ ...common, relatedEntityKey: ownerId, relatedEntityType: ownerType as AuditEntityType }];
}

const idOf = (table: AdminRecordTable, content: object, key: string): string =>
  table === "admin_authorization" ? key : (ADMIN_IDS[table] as (row: AdminRow) => string)(content as AdminRow);

const membership = (
  { groupKind, groupId, memberKind, memberId }: AddMemberCommand | RemoveMemberCommand,
  operationType: AuditOperationType,
): readonly AuditEntry[] => [
  {
    entityKey: groupId,
    entityType: groupKind,
    operationType,
    category: "ADMIN",
    relatedEntityKey: memberId,
    relatedEntityType: memberKind,
  },
];

type Auditor<C extends AdminCommand> = {
  readonly before?: (command: C, p: Processing) => readonly AuditEntry[];
  readonly after?: (command: C, p: Processing, result: AdminCommandResults[C["type"]]) => readonly AuditEntry[];
};

/** What is recorded of administration. */
export const ADMIN_AUDITORS: {
  readonly "admin-record.create": Auditor<CreateAdminRecordCommand>;
  readonly "admin-record.update": Auditor<UpdateAdminRecordCommand>;
  readonly "admin-record.delete": Auditor<DeleteAdminRecordCommand>;
  readonly "member.add": Auditor<AddMemberCommand>;
  readonly "member.remove": Auditor<RemoveMemberCommand>;
} = {
  "admin-record.create": {
    after: ({ table, content }, _p, { key }) => entry(table, idOf(table, content, key), "CREATE", content),
  },
  "admin-record.update": {
    before: ({ table, id }, p) => entry(table, id, "UPDATE", p.state.admin.get(table, id)),
  },
  "admin-record.delete": {
    before: ({ table, id }, p) => entry(table, id, "DELETE", p.state.admin.get(table, id)),
  },
  "member.add": { before: (command) => membership(command, "ASSIGN") },
  "member.remove": { before: (command) => membership(command, "UNASSIGN") },
};
