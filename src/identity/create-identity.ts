import type { Store } from "express-session";
import type { AccessRules, AnyRoute, Callers } from "../http/index.js";
import type { Clock, IdGenerator, Localised } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import { platformAccess, platformRoles } from "./access/platform-access.js";
import type { AccountHistory } from "./app/account-history.js";
import { Accounts } from "./app/accounts.js";
import { createCallers } from "./app/callers.js";
import { pluginUsers } from "./app/plugin-users.js";
import { ShownCodes } from "./app/shown-codes.js";
import { SignIn } from "./app/sign-in.js";
import { installationSecret } from "./data/installation-secret.js";
import { SessionStore } from "./data/session.store.js";
import { profileRoutes } from "./http/profile.routes.js";
import { sessionRoutes } from "./http/session.routes.js";
import { userRoutes } from "./http/user.routes.js";
import type { PeopleDirectory, RoleDefinition, Users } from "./people.js";

/** The parts that plugins bring are asked for late, because plugins are set up with `users` in hand. */
export interface IdentityDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly history: AccountHistory;
  /** Roles of all process apps; the platform's own are added. */
  readonly roles: () => readonly RoleDefinition[];
  /** Rules of modules and plugins; identity's own are added. */
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

/** Puts identity together; nothing is read before the first call. */
export const createIdentity = (deps: IdentityDeps): Identity => {
  const { db, clock, people } = deps;
  const roles = (): readonly RoleDefinition[] => [...deps.roles(), ...platformRoles];
  const access = (): readonly AccessRules[] => [platformAccess, ...deps.access()];
  const roleLabel = (role: string): Localised =>
    roles().find((definition) => definition.role === role)?.label ?? { id: role, en: role };
  const accounts = new Accounts({ clock, ids: deps.ids, history: deps.history, roles });
  const signIn = new SignIn({ db, clock, accounts });
  const callers = createCallers(access);
  const names = { roleLabel, people };
  return {
    users: pluginUsers(accounts, new ShownCodes(clock)),
    callers,
    sessionStore: new SessionStore({ db, clock, hours: deps.sessionHours }),
    routes: [
      ...sessionRoutes({ db, callers, signIn, ...names }),
      ...profileRoutes({ accounts, people }),
      ...userRoutes({ accounts, roles, ...names }),
    ],
    roleLabel,
    sessionSecret: () => installationSecret(db, "session"),
  };
};
