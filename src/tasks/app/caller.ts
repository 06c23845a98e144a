import type { Ability, Actor } from "../../http/index.js";

/** On whose behalf a use case runs. */
export interface Caller {
  readonly actor: Actor;
  readonly ability: Ability;
}

/** Role as the history keeps it: `role` or `role@scope`. */
export const roleOf = ({ role }: Actor): string | null => {
  if (role === null) return null;
  return role.scopeId === null ? role.role : `${role.role}@${role.scopeId}`;
};
