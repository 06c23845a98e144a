import { randomInt } from "node:crypto";
import type { UnitOfWork } from "../../platform/db/index.js";
import { UserEntity } from "../data/user.entity.js";
import type { Users } from "../people.js";
import type { RoleGrant } from "./accounts.js";

/** An account that a first start made, with what is needed to sign in: shown once, kept nowhere. */
export interface FirstAccount {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly RoleGrant[];
  /** Null for an account that existed already. */
  readonly password: string | null;
}

/** Without signs that look alike on a screen. */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

/** 12 signs in groups of four: 59 bits. */
const newPassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")).join(
    "-",
  );

/** Makes accounts for the first start and remembers their passwords until they are printed. */
export class FirstAccounts {
  readonly #users: Users;
  readonly #tx: UnitOfWork;
  readonly made: FirstAccount[] = [];

  constructor(users: Users, tx: UnitOfWork) {
    this.#users = users;
    this.#tx = tx;
  }

  async account(account: {
    readonly username: string;
    readonly displayName: string;
    readonly personId?: string | null;
    readonly aliases?: readonly { readonly name: string; readonly role: string | null }[];
    readonly roles: readonly RoleGrant[];
  }): Promise<{ readonly userId: string }> {
    const { userId, activationCode } = await this.#users.create(this.#tx, account);
    let password: string | null = null;
    if (activationCode !== null) {
      password = newPassword();
      await this.#users.setDemoPassword(this.#tx, userId, password);
    }
    for (const role of account.roles) await this.#users.assign(this.#tx, userId, role);
    for (const alias of account.aliases ?? []) await this.#users.addAlias(this.#tx, userId, alias);
    this.made.push({ username: account.username, displayName: account.displayName, roles: account.roles, password });
    return { userId };
  }
}

/** Whether nobody has an account yet. */
export const hasNoAccounts = async (tx: UnitOfWork): Promise<boolean> => (await tx.manager.count(UserEntity)) === 0;
