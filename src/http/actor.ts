/** A role that a person holds within a scope, e.g. Sekretariat TPI of one instansi. */
export interface RoleAssignment {
  readonly id: string;
  /** Role id of a process app's manifest or of the platform (`admin`, `auditor`, `process-owner`). */
  readonly role: string;
  /** Kind of scope that the process app names (`instansi`, `unit`, …); null = everywhere. */
  readonly scopeType: string | null;
  readonly scopeId: string | null;
}

/** Who acts, in the one role chosen in the header. Rights come from this role and from being oneself. */
export interface Actor {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  /** Key of the person in the people directory of a plugin (an employee number, say); null for technical accounts. */
  readonly personId: string | null;
  readonly role: RoleAssignment | null;
  /** All roles held, for the switch in the header. */
  readonly roles: readonly RoleAssignment[];
  readonly language: "id" | "en";
}

/**
 * Groups for the engine's candidate groups: `role` and, with a scope, `role@scopeId`.
 * A diagram offers a task to one agency's secretariat with `="sekretariat@" + agencyId`.
 */
export const groupsOf = ({ role }: Pick<Actor, "role">): string[] =>
  role === null ? [] : role.scopeId === null ? [role.role] : [role.role, `${role.role}@${role.scopeId}`];
