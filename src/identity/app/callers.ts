import type { AccessRules, Actor, Callers, RoleAssignment, SessionClaims } from "../../http/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import { composeAbility, guestAbility } from "../access/compose-ability.js";
import { type RoleRow, UserRepository } from "../data/user.repository.js";

const assignmentOf = ({ id, role, scopeType, scopeId }: RoleRow): RoleAssignment => ({ id, role, scopeType, scopeId });

/** The account behind a session in its active role; the first role when none was chosen or the chosen one was taken away. */
export const loadActor = async (tx: UnitOfWork, { userId, roleId }: SessionClaims): Promise<Actor | undefined> => {
  const users = new UserRepository(tx);
  const user = await users.find(userId);
  if (user?.active !== true) return undefined;
  const roles = (await users.rolesOf([userId])).map(assignmentOf);
  return {
    userId,
    username: user.username,
    displayName: user.displayName,
    personId: user.personId,
    role: roles.find(({ id }) => id === roleId) ?? roles[0] ?? null,
    roles,
    language: user.language,
  };
};

/** What http asks of identity. */
export const createCallers = (access: () => readonly AccessRules[]): Callers => ({
  actorOf: loadActor,
  abilityOf: (actor) => composeAbility(actor, access()),
  guestAbility,
});
