import { z } from "zod";
import { UserName } from "../../http/contract/admin.js";
import { checkInput } from "../../http/index.js";
import type { Clock, IdGenerator, Localised } from "../../platform/index.js";
import { AppError } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import { type RoleRow, UserRepository, type UserRow } from "../data/user.repository.js";
import type { RoleDefinition } from "../people.js";
import type { AccountChange, AccountHistory, ChangedBy } from "./account-history.js";
import { ACTIVATION_DAYS, activationHashOf, newActivationCode } from "./activation-code.js";

export interface AccountsDeps {
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly history: AccountHistory;
  readonly roles: () => readonly RoleDefinition[];
}

export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly personId?: string | null;
  readonly mail?: string | null;
}

/** What may be changed of an account; what is absent stays. */
export interface AccountEdit {
  readonly active?: boolean | undefined;
  readonly displayName?: string | undefined;
  readonly mail?: string | null | undefined;
  readonly telegramChatId?: string | null | undefined;
}

export interface RoleGrant {
  readonly role: string;
  readonly scopeType: string | null;
  readonly scopeId: string | null;
}

const DAY_MS = 86_400_000;

const nameTaken = (name: string): AppError =>
  new AppError("CONFLICT", `Expected a free name to sign in with, but '${name}' is taken`, {
    detail: { id: `Nama pengguna '${name}' sudah dipakai`, en: `The user name '${name}' is taken` },
  });

/**
 * The name to sign in with, as it is kept. Plugins make accounts too, so that the rule of the border holds here as well.
 * @throws {AppError} BAD_INPUT
 */
const signInName = (name: string): string => {
  const checked = checkInput({ body: { schema: z.object({ username: UserName }), value: { username: name } } });
  return (checked.body as { username: string }).username.toLowerCase();
};

const badRole = (message: string, detail: Localised): AppError =>
  new AppError("BAD_INPUT", message, { detail, errors: [{ path: "role", message: detail }] });

/** Accounts and roles: every change with its entry in the history, in the caller's transaction. */
export class Accounts {
  readonly #deps: AccountsDeps;

  constructor(deps: AccountsDeps) {
    this.#deps = deps;
  }

  /** @returns no code when an account of that name exists already. @throws {AppError} BAD_INPUT for a name that cannot be one. */
  async create(
    tx: UnitOfWork,
    account: NewAccount,
    by: ChangedBy,
  ): Promise<{ readonly userId: string; readonly activationCode: string | null }> {
    const users = new UserRepository(tx);
    const existing = await users.byUsername(account.username.trim().toLowerCase());
    if (existing !== undefined) return { userId: existing.id, activationCode: null };
    const username = signInName(account.username);
    if ((await users.alias(username)) !== undefined) throw nameTaken(username);

    const activationCode = newActivationCode();
    const row: UserRow = {
      id: this.#deps.ids.next(),
      username,
      displayName: account.displayName,
      mail: account.mail ?? null,
      telegramChatId: null,
      personId: account.personId ?? null,
      passwordHash: null,
      activationHash: activationHashOf(activationCode),
      activationExpiresAt: this.#deps.clock.now() + ACTIVATION_DAYS * DAY_MS,
      active: true,
      language: "id",
      failures: 0,
      firstFailureAt: null,
      lockedUntil: null,
      lastRoleId: null,
      createdAt: this.#deps.clock.now(),
    };
    await users.insert(row);
    await this.record(tx, by, row, "user.created", {
      id: `membuat akun ${username}`,
      en: `created the account ${username}`,
    });
    return { userId: row.id, activationCode };
  }

  /** A new one-time code; the old one, the password and every session are worth nothing from now on. */
  async renewActivation(tx: UnitOfWork, userId: string, by: ChangedBy): Promise<string> {
    const users = new UserRepository(tx);
    const user = await users.get(userId);
    const code = newActivationCode();
    await users.update(userId, {
      activationHash: activationHashOf(code),
      activationExpiresAt: this.#deps.clock.now() + ACTIVATION_DAYS * DAY_MS,
      passwordHash: null,
      failures: 0,
      firstFailureAt: null,
      lockedUntil: null,
    });
    await users.endSessions(userId);
    await this.record(tx, by, user, "user.activation-renewed", {
      id: `membuat kode aktivasi baru untuk akun ${user.username}`,
      en: `made a new activation code for the account ${user.username}`,
    });
    return code;
  }

  /**
   * Another name to sign in with, which may start in one role. The same again changes nothing.
   * @throws {AppError} CONFLICT when the name is a user name or someone else's alias; BAD_INPUT when it cannot be one.
   */
  async addAlias(
    tx: UnitOfWork,
    userId: string,
    { name, role }: { readonly name: string; readonly role: string | null },
    by: ChangedBy,
  ): Promise<void> {
    const users = new UserRepository(tx);
    const user = await users.get(userId);
    const alias = signInName(name);
    const held = await users.alias(alias);
    if (held?.userId === userId) return;
    if (held !== undefined || (await users.byUsername(alias)) !== undefined) throw nameTaken(alias);
    await users.addAlias({ alias, userId, role });
    await this.record(
      tx,
      by,
      user,
      "user.alias-added",
      { id: `menambah nama masuk ${alias} bagi akun ${user.username}`, en: `gave ${user.username} the alias ${alias}` },
      [{ field: "alias", label: "Nama masuk lain", from: null, to: alias }],
    );
  }

  /** Where messages reach an account besides in the application. */
  async contactOf(tx: UnitOfWork, userId: string): Promise<Pick<UserRow, "mail" | "telegramChatId">> {
    const { mail, telegramChatId } = await new UserRepository(tx).get(userId);
    return { mail, telegramChatId };
  }

  async change(tx: UnitOfWork, userId: string, change: AccountEdit, by: ChangedBy): Promise<void> {
    const users = new UserRepository(tx);
    const user = await users.get(userId);
    if (change.active === false && by.id === userId) {
      throw new AppError(
        "INVALID_STATE",
        `Expected another administrator to close account '${userId}', but it is one's own`,
        {
          detail: { id: "Akun sendiri tidak dapat dinonaktifkan", en: "You cannot deactivate your own account" },
        },
      );
    }
    const changes = changesOf(user, change);
    if (changes.length === 0) return;
    await users.update(userId, {
      ...(change.active === undefined ? {} : { active: change.active }),
      ...(change.displayName === undefined ? {} : { displayName: change.displayName }),
      ...(change.mail === undefined ? {} : { mail: change.mail }),
      ...(change.telegramChatId === undefined ? {} : { telegramChatId: change.telegramChatId }),
    });
    if (change.active === false) await users.endSessions(userId);
    await this.record(
      tx,
      by,
      user,
      "user.changed",
      { id: `mengubah akun ${user.username}`, en: `changed the account ${user.username}` },
      changes,
    );
  }

  /** Giving a role that is held already changes nothing. @throws {AppError} BAD_INPUT for an unknown role or a wrong scope. */
  async assign(tx: UnitOfWork, userId: string, grant: RoleGrant, by: ChangedBy): Promise<RoleRow> {
    this.#checkGrant(grant);
    const users = new UserRepository(tx);
    const user = await users.get(userId);
    const held = (await users.rolesOf([userId])).find(
      ({ role, scopeId }) => role === grant.role && scopeId === grant.scopeId,
    );
    if (held !== undefined) return held;
    const row: RoleRow = { id: this.#deps.ids.next(), userId, ...grant, createdAt: this.#deps.clock.now() };
    await users.addRole(row);
    await this.record(
      tx,
      by,
      user,
      "role.assigned",
      {
        id: `memberi peran ${grant.role} kepada ${user.username}`,
        en: `gave the role ${grant.role} to ${user.username}`,
      },
      [{ field: "roles", label: "Peran", from: null, to: roleText(grant) }],
    );
    return row;
  }

  async remove(tx: UnitOfWork, userId: string, assignmentId: string, by: ChangedBy): Promise<void> {
    const users = new UserRepository(tx);
    const user = await users.get(userId);
    if (by.id === userId) {
      throw new AppError("INVALID_STATE", "Expected another administrator to take the role, but it is one's own", {
        detail: { id: "Peran sendiri tidak dapat dicabut", en: "You cannot take away your own role" },
      });
    }
    const row = await users.removeRole(userId, assignmentId);
    await this.record(
      tx,
      by,
      user,
      "role.removed",
      { id: `mencabut peran ${row.role} dari ${user.username}`, en: `took the role ${row.role} from ${user.username}` },
      [{ field: "roles", label: "Peran", from: roleText(row), to: null }],
    );
  }

  async record(
    tx: UnitOfWork,
    by: ChangedBy,
    user: { readonly id: string },
    action: string,
    story: Localised,
    changes: readonly AccountChange[] = [],
  ): Promise<void> {
    await this.#deps.history.append(tx, {
      actorId: by.id,
      actorName: by.name,
      role: by.role,
      action,
      caseId: null,
      subject: { type: "User", id: user.id },
      story,
      changes,
    });
  }

  #checkGrant({ role, scopeType, scopeId }: RoleGrant): void {
    const known = this.#deps.roles().find((definition) => definition.role === role);
    if (known === undefined) {
      throw badRole(`Expected a role of a process app, but '${role}' is none`, {
        id: `Peran '${role}' tidak dikenal`,
        en: `There is no role '${role}'`,
      });
    }
    const isScoped = scopeType !== null && scopeId !== null;
    if (known.scopeType !== scopeType || isScoped !== (known.scopeType !== null)) {
      throw badRole(
        `Expected role '${role}' with scope '${known.scopeType ?? "none"}', but got '${scopeType ?? "none"}'`,
        {
          id:
            known.scopeType === null
              ? `Peran '${role}' berlaku di mana pun; jangan sebutkan lingkupnya`
              : `Peran '${role}' memerlukan lingkup '${known.scopeType}'`,
          en:
            known.scopeType === null
              ? `The role '${role}' holds everywhere; name no scope`
              : `The role '${role}' needs a scope of kind '${known.scopeType}'`,
        },
      );
    }
  }
}

const roleText = ({ role, scopeId }: RoleGrant): string => (scopeId === null ? role : `${role}@${scopeId}`);

const changesOf = (user: UserRow, change: AccountEdit): AccountChange[] => {
  const yesNo = (value: boolean): string => (value ? "aktif" : "nonaktif");
  const changes: AccountChange[] = [];
  if (change.active !== undefined && change.active !== user.active) {
    changes.push({ field: "active", label: "Keadaan", from: yesNo(user.active), to: yesNo(change.active) });
  }
  if (change.displayName !== undefined && change.displayName !== user.displayName) {
    changes.push({
      field: "displayName",
      label: "Nama",
      from: user.displayName,
      to: change.displayName,
      personal: true,
    });
  }
  if (change.mail !== undefined && change.mail !== user.mail) {
    changes.push({ field: "mail", label: "Surel", from: user.mail, to: change.mail, personal: true });
  }
  if (change.telegramChatId !== undefined && change.telegramChatId !== user.telegramChatId) {
    const { telegramChatId: to } = change;
    changes.push({ field: "telegramChatId", label: "Telegram", from: user.telegramChatId, to, personal: true });
  }
  return changes;
};
