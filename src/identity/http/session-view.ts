import type { Ability, Actor, RoleAssignment } from "../../http/index.js";
import type { RoleChoice, Session } from "../../http/contract/session.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import type { Localised } from "../../platform/index.js";
import type { z } from "zod";
import type { PeopleDirectory } from "../people.js";

type RoleChoice = z.infer<typeof RoleChoice>;
type MenuItem = NonNullable<Session["user"]>["menu"][number];

export interface RoleNames {
  readonly roleLabel: (role: string) => Localised;
  readonly people: () => readonly PeopleDirectory[];
}

/** Names of scopes, asked of every directory; `type` and NUL and `id` as the key. */
const scopeNames = async (
  tx: UnitOfWork,
  roles: readonly RoleAssignment[],
  people: readonly PeopleDirectory[],
): Promise<ReadonlyMap<string, string>> => {
  const idsByType = new Map<string, Set<string>>();
  for (const { scopeType, scopeId } of roles) {
    if (scopeType === null || scopeId === null) continue;
    idsByType.set(scopeType, (idsByType.get(scopeType) ?? new Set()).add(scopeId));
  }
  const names = new Map<string, string>();
  for (const [type, ids] of idsByType) {
    for (const directory of people) {
      for (const [id, name] of await directory.describeScopes(tx, type, [...ids])) names.set(`${type}\0${id}`, name);
    }
  }
  return names;
};

/** Roles with the names that people know them by. */
export const roleChoices = async (
  tx: UnitOfWork,
  roles: readonly RoleAssignment[],
  { roleLabel, people }: RoleNames,
): Promise<RoleChoice[]> => {
  const names = await scopeNames(tx, roles, people());
  return roles.map(({ id, role, scopeType, scopeId }) => ({
    id,
    role,
    label: roleLabel(role),
    scopeType,
    scopeId,
    scopeName: scopeType === null || scopeId === null ? null : (names.get(`${scopeType}\0${scopeId}`) ?? scopeId),
  }));
};

/** What each part of the menu needs. */
const menuRights: readonly (readonly [item: MenuItem, verb: string, subject: string])[] = [
  ["admin-users", "manage", "User"],
  ["admin-reference", "read", "ReferenceData"],
  ["studio", "read", "Model"],
  ["history", "read", "History"],
  ["operations", "retry", "CaseFile"],
  ["print-runs", "follow", "PrintRun"],
];

export const menuOf = (ability: Ability): MenuItem[] => [
  "tasks",
  "cases",
  "start",
  ...menuRights.filter(([, verb, subject]) => ability.can(verb, subject)).map(([item]) => item),
];

/** The session as the pages get it. */
export const sessionView = async (
  tx: UnitOfWork,
  actor: Actor,
  ability: Ability,
  names: RoleNames,
): Promise<NonNullable<Session["user"]>> => ({
  userId: actor.userId,
  username: actor.username,
  displayName: actor.displayName,
  language: actor.language,
  activeRoleId: actor.role?.id ?? null,
  roles: await roleChoices(tx, actor.roles, names),
  menu: menuOf(ability),
});
