import type { Store } from "express-session";
import type { AccessRules, AnyRoute, Callers } from "../http/index.js";
import type { Clock, IdGenerator, Localised } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { PeopleDirectory, RoleDefinition, Users } from "./people.js";

/** What identity writes into the history: the part of its entries that it uses. */
export interface AccountHistory {
  append(
    tx: UnitOfWork,
    entry: {
      readonly actorId: string;
      readonly actorName: string;
      readonly role: string | null;
      readonly action: string;
      readonly caseId: null;
      readonly subject: { readonly type: string; readonly id: string };
      readonly story: Localised;
      readonly changes?: readonly {
        readonly field: string;
        readonly label: string;
        readonly from: string | null;
        readonly to: string | null;
        readonly personal?: boolean;
      }[];
    },
  ): Promise<void>;
}

/** The parts that plugins bring are asked for late, because plugins are set up with `users` in hand. */
export interface IdentityDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly history: AccountHistory;
  /** Roles of all process apps; the platform's own are added. */
  readonly roles: () => readonly RoleDefinition[];
  /** Rules of plugins; the platform's own are added. */
  readonly access: () => readonly AccessRules[];
  readonly people: () => readonly PeopleDirectory[];
  /** Hours of idleness after which a session ends. */
  readonly sessionHours: number;
}

/** Users, roles, sessions and rights. */
export interface Identity {
  readonly users: Users;
  readonly callers: Callers;
  readonly sessionStore: Store;
  /** /session, /activation, /profile, /users, /roles, /scopes. */
  readonly routes: readonly AnyRoute[];
  /** Label of a role id; the id itself when no process app names it. */
  roleLabel(role: string): Localised;
  /** Secret kept in the database, made at first use: signs cookies. */
  sessionSecret(): Promise<string>;
}
