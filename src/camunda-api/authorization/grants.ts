import type { AdminAuthorizationRow, GroupKind } from "../../engine/index.js";
import type { RecordStore } from "../context.js";
import type { Permission, ResourceType } from "./permissions.js";

/** What somebody may do. */
export interface Grants {
  readonly username: string;
  /** Groups the user is in. */
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  /** Ids of the resources for which there is the permission; `*` among them for all. */
  ids(type: ResourceType, permission: Permission): ReadonlySet<string>;
  /** Properties that give the permission for a resource when they name the user, such as `assignee`. */
  properties(type: ResourceType, permission: Permission): ReadonlySet<string>;
}

/** Reads what a user may do: by authorizations of its own, of its groups, and of the roles of both. */
export async function loadGrants(store: RecordStore, username: string): Promise<Grants> {
  const memberships = async (memberKind: "USER" | "GROUP", memberId: string, groupKind: GroupKind) =>
    (await store.select({ table: "admin_membership", equals: { memberId, memberKind, groupKind, open: true } })).map(
      ({ groupId }) => groupId,
    );
  const groups = await memberships("USER", username, "GROUP");
  const roles = new Set(await memberships("USER", username, "ROLE"));
  for (const group of groups) for (const role of await memberships("GROUP", group, "ROLE")) roles.add(role);
  const owners = [
    ["USER", username] as const,
    ...groups.map((group) => ["GROUP", group] as const),
    ...[...roles].map((role) => ["ROLE", role] as const),
  ];
  const rows: AdminAuthorizationRow[] = [];
  for (const [ownerType, ownerId] of owners)
    rows.push(...(await store.select({ table: "admin_authorization", equals: { ownerId, ownerType, open: true } })));
  const values = (type: ResourceType, permission: Permission, column: "resourceId" | "resourcePropertyName") =>
    new Set(
      rows.flatMap((row) => {
        const value = row[column];
        return row.resourceType === type && row.permissionTypes.includes(permission) && value !== null ? [value] : [];
      }),
    );
  return {
    username,
    groups,
    roles: [...roles],
    ids: (type, permission) => values(type, permission, "resourceId"),
    properties: (type, permission) => values(type, permission, "resourcePropertyName"),
  };
}
