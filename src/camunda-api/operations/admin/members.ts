import type { Condition } from "../../../engine-store/index.js";
import type { AdminTable, GroupKind, MemberKind } from "../../../engine/index.js";
import { run } from "../../command.js";
import type { ApiContext } from "../../context.js";
import { json, noContent } from "../../exchange.js";
import { defineOperation, type Operation } from "../../operation.js";
import { field } from "../../search/filter-field.js";
import { searchPage, type SearchBody } from "../../search/record-search-page.js";
import { equal, getAdmin, open } from "./admin-record.js";
import { mappingRuleSearch } from "./mapping-rules.js";
import { namedResult } from "./named-records.js";

interface MemberData {
  readonly path: Readonly<Record<string, string>>;
  readonly body?: SearchBody;
  readonly url: string;
}

interface Group {
  readonly kind: GroupKind;
  readonly entity: string;
  readonly folder: string;
  readonly id: "groupId" | "roleId" | "tenantId";
  readonly table: AdminTable;
}

interface Member {
  readonly kind: MemberKind;
  readonly entity: string;
  readonly folder: string;
  readonly id: string;
}

const GROUP: Group = { kind: "GROUP", entity: "Group", folder: "/groups", id: "groupId", table: "admin_group" };
const ROLE: Group = { kind: "ROLE", entity: "Role", folder: "/roles", id: "roleId", table: "admin_role" };
const TENANT: Group = { kind: "TENANT", entity: "Tenant", folder: "/tenants", id: "tenantId", table: "admin_tenant" };

const MEMBERS = {
  user: { kind: "USER", entity: "User", folder: "users", id: "username" },
  client: { kind: "CLIENT", entity: "Client", folder: "clients", id: "clientId" },
  group: { kind: "GROUP", entity: "Group", folder: "groups", id: "groupId" },
  role: { kind: "ROLE", entity: "Role", folder: "roles", id: "roleId" },
  mappingRule: { kind: "MAPPING_RULE", entity: "MappingRule", folder: "mapping-rules", id: "mappingRuleId" },
} as const satisfies Readonly<Record<string, Member>>;

const PAIRS: readonly (readonly [Group, Member])[] = [
  [GROUP, MEMBERS.user],
  [GROUP, MEMBERS.client],
  [GROUP, MEMBERS.mappingRule],
  [ROLE, MEMBERS.user],
  [ROLE, MEMBERS.client],
  [ROLE, MEMBERS.group],
  [ROLE, MEMBERS.mappingRule],
  [TENANT, MEMBERS.user],
  [TENANT, MEMBERS.client],
  [TENANT, MEMBERS.group],
  [TENANT, MEMBERS.role],
  [TENANT, MEMBERS.mappingRule],
];

/** Who belongs to groups, roles and tenants. */
export const memberOperations = (context: ApiContext): readonly Operation[] => [
  ...PAIRS.flatMap(([group, member]) => operationsOf(group, member, context)),
  rolesOfGroup(context),
];

function operationsOf(group: Group, member: Member, { engine, store }: ApiContext): readonly Operation[] {
  const all = `${group.folder}/{${group.id}}/${member.folder}`;
  const membership = ({ path }: { readonly path: unknown }) => {
    const ids = path as MemberData["path"];
    return {
      groupKind: group.kind,
      groupId: ids[group.id] ?? "",
      memberKind: member.kind,
      memberId: ids[member.id] ?? "",
    };
  };
  // A role is assigned to somebody, somebody is assigned to a group or a tenant.
  const [assign, unassign] =
    group.kind === "ROLE"
      ? [`assignRoleTo${member.entity}`, `unassignRoleFrom${member.entity}`]
      : [`assign${member.entity}To${group.entity}`, `unassign${member.entity}From${group.entity}`];
  const plural = group.kind === "TENANT" && member.kind === "GROUP" ? "GroupIds" : `${member.entity}s`;
  return [
    defineOperation<MemberData>({
      operationId: assign,
      method: "PUT",
      url: `${all}/{${member.id}}`,
      handle: async (call) => {
        await run(engine, { type: "member.add", ...membership(call) });
        return noContent();
      },
    }),
    defineOperation<MemberData>({
      operationId: unassign,
      method: "DELETE",
      url: `${all}/{${member.id}}`,
      handle: async (call) => {
        await run(engine, { type: "member.remove", ...membership(call) });
        return noContent();
      },
    }),
    defineOperation<MemberData>({
      operationId: `search${plural}For${group.entity}`,
      method: "POST",
      url: `${all}/search`,
      handle: async (call) => {
        const { groupId } = membership(call);
        await getAdmin(store, group.table, group.id as never, groupId, group.entity);
        return json(await searchMembers(store, group, member, groupId, call.body));
      },
    }),
  ];
}

function searchMembers(
  store: ApiContext["store"],
  group: Group,
  member: Member,
  groupId: string,
  body: SearchBody | undefined,
): Promise<object> {
  const ofGroup: Condition<"admin_membership"> = {
    kind: "all",
    of: [
      equal("groupKind", group.kind),
      equal("groupId", groupId),
      equal("memberKind", member.kind),
      open<"admin_membership">(),
    ],
  };
  switch (member.kind) {
    case "ROLE":
      return searchRoles(store, body, "memberId", ofGroup);
    case "MAPPING_RULE":
      return searchPage(store, mappingRuleSearch, body, {
        kind: "all",
        of: [
          open<"admin_mapping_rule">(),
          { kind: "rowExists", table: "admin_membership", column: "memberId", equals: "mappingRuleId", where: ofGroup },
        ],
      });
    case "USER":
    case "CLIENT":
    case "GROUP":
      return searchPage<"admin_membership", object>(
        store,
        {
          table: "admin_membership",
          filter: {},
          sort: { [member.id]: "memberId" },
          toItem: ({ memberId }) => ({ [member.id]: memberId }),
        },
        body,
        ofGroup,
      );
  }
}

const searchRoles = (
  store: ApiContext["store"],
  body: SearchBody | undefined,
  column: "memberId" | "groupId",
  where: Condition<"admin_membership">,
): Promise<object> =>
  searchPage<"admin_role", object>(
    store,
    {
      table: "admin_role",
      filter: { roleId: field("roleId"), name: field("name") },
      toItem: (row) => namedResult("roleId", row),
    },
    body,
    {
      kind: "all",
      of: [open<"admin_role">(), { kind: "rowExists", table: "admin_membership", column, equals: "roleId", where }],
    },
  );

/** The roles that a group has: it is their member. */
const rolesOfGroup = ({ store }: ApiContext): Operation =>
  defineOperation<MemberData>({
    operationId: "searchRolesForGroup",
    method: "POST",
    url: "/groups/{groupId}/roles/search",
    handle: async ({ path, body }) => {
      const groupId = (path as MemberData["path"])["groupId"] ?? "";
      await getAdmin(store, "admin_group", "groupId", groupId, "Group");
      const where: Condition<"admin_membership"> = {
        kind: "all",
        of: [
          equal("groupKind", "ROLE"),
          equal("memberKind", "GROUP"),
          equal("memberId", groupId),
          open<"admin_membership">(),
        ],
      };
      return json(await searchRoles(store, body, "groupId", where));
    },
  });
