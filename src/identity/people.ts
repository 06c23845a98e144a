import type { Actor } from "../http/index.js";
import type { Localised } from "../platform/index.js";
import type { UnitOfWork } from "../platform/db/index.js";

/** A role as a process app's manifest names it. */
export interface RoleDefinition {
  readonly role: string;
  readonly label: Localised;
  /** Kind of scope it is held in; null = everywhere. */
  readonly scopeType: string | null;
}

/** How to reach a person outside the application, and in which language. */
export interface UserContact {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly telegramChatId: string | null;
  readonly language: "id" | "en";
}

/** Who may read a new one-time code while it is shown: one user, or whoever is active in a role. */
export type CodeViewer = { readonly userId: string } | { readonly role: string };

/** What the one-time code of an account is worth to a reader; only `shown` carries it. */
export type Activation =
  | { readonly state: "shown"; readonly code: string }
  /** Still valid, but not for this reader, or its 30 minutes or the process that made it have ended. */
  | { readonly state: "hidden" }
  /** Older than 14 days. */
  | { readonly state: "expired" }
  /** The account has its password. */
  | { readonly state: "used" };

/** Users and roles for plugins. */
export interface Users {
  find(
    tx: UnitOfWork,
    userId: string,
  ): Promise<
    | {
        readonly userId: string;
        readonly username: string;
        readonly displayName: string;
        readonly personId: string | null;
      }
    | undefined
  >;
  findByPerson(
    tx: UnitOfWork,
    personId: string,
  ): Promise<{ readonly userId: string; readonly username: string; readonly displayName: string } | undefined>;
  /** Of many users at once, by id or (the engine's assignees) by user name; unknown ones are left out. */
  contacts(
    tx: UnitOfWork,
    which: { readonly ids: readonly string[] } | { readonly usernames: readonly string[] },
  ): Promise<readonly UserContact[]>;
  /** Active users that hold one of these groups (`role` or `role@scopeId`), by name; `search` narrows by name, at most `limit`. */
  inGroups(
    tx: UnitOfWork,
    groups: readonly string[],
    search: string,
    limit: number,
  ): Promise<readonly { readonly userId: string; readonly username: string; readonly displayName: string }[]>;
  /** Users that hold a role (within a scope). */
  holders(
    tx: UnitOfWork,
    role: string,
    scopeId?: string | null,
  ): Promise<readonly { readonly userId: string; readonly displayName: string }[]>;
  /**
   * Makes an account with a one-time activation code (valid 14 days, must be changed at first use).
   * An account with that user name is returned as it is, without a code. The code must not be stored: `showCodeTo` lets
   * someone read it by `activation` for 30 minutes.
   */
  create(
    tx: UnitOfWork,
    account: {
      readonly username: string;
      readonly displayName: string;
      readonly personId?: string | null;
      readonly mail?: string | null;
      readonly showCodeTo?: CodeViewer;
    },
  ): Promise<{ readonly userId: string; readonly activationCode: string | null }>;
  assign(
    tx: UnitOfWork,
    userId: string,
    role: { readonly role: string; readonly scopeType: string | null; readonly scopeId: string | null },
  ): Promise<void>;
  /**
   * Another name to sign in with; with a role, signing in by it starts in that role.
   * @throws {AppError} CONFLICT when the name is taken.
   */
  addAlias(
    tx: UnitOfWork,
    userId: string,
    alias: { readonly name: string; readonly role: string | null },
  ): Promise<void>;
  /** Roles that a user holds. */
  rolesOf(
    tx: UnitOfWork,
    userId: string,
  ): Promise<readonly { readonly role: string; readonly scopeType: string | null; readonly scopeId: string | null }[]>;
  /** A new one-time code; the old one, password and sessions are worth nothing from now on. Shown as that of `create`. */
  renewActivation(tx: UnitOfWork, userId: string, showCodeTo?: CodeViewer): Promise<string>;
  /** What the one-time code of an account is worth to this reader now. @throws {AppError} NOT_FOUND */
  activation(tx: UnitOfWork, userId: string, reader: Pick<Actor, "userId" | "role">): Promise<Activation>;
  /** Closes an account, which ends its sessions, or opens it again. */
  setActive(tx: UnitOfWork, userId: string, active: boolean): Promise<void>;
  /** Only for demo data: sets a password that the start prints. */
  setDemoPassword(tx: UnitOfWork, userId: string, password: string): Promise<void>;
}

/** What a plugin tells about people and scopes: names for ids, the profile page. */
export interface PeopleDirectory {
  /** Names of scopes of a type, e.g. `instansi` → "Provinsi …". */
  describeScopes(tx: UnitOfWork, scopeType: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** For the choice of a scope in the administration pages. */
  searchScopes(
    tx: UnitOfWork,
    scopeType: string,
    text: string,
  ): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Lines for the profile page of a person. */
  profile(tx: UnitOfWork, personId: string): Promise<readonly { readonly label: Localised; readonly value: string }[]>;
  /**
   * What stands against an account for a person, or should be known when it is made; asked before an administrator's account is.
   * Undefined: no such person here. Left out by a directory that has nothing to say.
   */
  accountCheck?(
    tx: UnitOfWork,
    account: { readonly username: string; readonly personId: string | null },
  ): Promise<AccountCheck | undefined>;
}

/** Whether a person may have an account now. */
export interface AccountCheck {
  /** Why not; null when nothing stands against it. */
  readonly refusal: Localised | null;
  /** What whoever makes it should know, one sentence each. */
  readonly notes: readonly Localised[];
}
