import { AppError, type Clock } from "../../platform/index.js";
import type { Database, UnitOfWork } from "../../platform/db/index.js";
import { UserRepository, type UserRow } from "../data/user.repository.js";
import { byOneself } from "./account-history.js";
import type { Accounts } from "./accounts.js";
import { activationHashOf } from "./activation-code.js";
import { checkStrength, hashPassword, isPassword } from "./password.js";

export interface SignInDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly accounts: Accounts;
}

/** The account of someone who has just proved who he is. */
export type SignedIn = Pick<UserRow, "id" | "displayName" | "lastRoleId">;

/** Wrong passwords within the window that lock an account. */
const ATTEMPTS = 5;
const WINDOW_MS = 15 * 60_000;
const LOCK_MS = 15 * 60_000;

const wrong = (): AppError =>
  new AppError("WRONG_CREDENTIALS", "Expected a known user name with its password, but they do not match", {
    detail: {
      id: "Nama pengguna atau kata sandi salah. Akun baru diaktifkan dahulu dengan kode aktivasi",
      en: "Wrong user name or password. A new account must first be activated with its code",
    },
  });

const wrongCode = (): AppError =>
  new AppError(
    "WRONG_ACTIVATION_CODE",
    "Expected a valid activation code of this account, but it is wrong or too old",
    {
      detail: {
        id: "Nama pengguna atau kode aktivasi salah, sudah dipakai, atau sudah lewat 14 hari. Mintalah kode baru kepada administrator",
        en: "The user name or activation code is wrong, used already, or older than 14 days. Ask the administrator for a new code",
      },
    },
  );

const locked = (until: number, now: number): AppError => {
  const minutes = Math.max(1, Math.ceil((until - now) / 60_000));
  return new AppError("LOCKED", `Expected an account that is not locked, but it is for ${minutes} more minutes`, {
    detail: {
      id: `Akun terkunci karena terlalu banyak percobaan. Coba lagi ${minutes} menit lagi`,
      en: `The account is locked after too many attempts. Try again in ${minutes} minutes`,
    },
  });
};

/** Passwords, activation codes and the lock. Hashing (about 0.1 s) happens outside of transactions: others wait for those. */
export class SignIn {
  readonly #deps: SignInDeps;

  constructor(deps: SignInDeps) {
    this.#deps = deps;
  }

  /** @throws {AppError} WRONG_CREDENTIALS, LOCKED */
  async byPassword(username: string, password: string): Promise<UserRow> {
    const user = await this.#deps.db.read((tx) => new UserRepository(tx).bySignInName(username));
    if (user !== undefined) this.#refuseLocked(user);
    const matches = await isPassword(password, user?.passwordHash ?? null);
    return this.#settle(user, matches && user?.active === true, wrong);
  }

  /** Sets the first password with the one-time code. @throws {AppError} WRONG_ACTIVATION_CODE, LOCKED, BAD_INPUT */
  async activate(username: string, code: string, password: string): Promise<UserRow> {
    const found = await this.#deps.db.read((tx) => new UserRepository(tx).bySignInName(username));
    if (found !== undefined) this.#refuseLocked(found);
    const isValid =
      found?.active === true &&
      found.activationHash === activationHashOf(code) &&
      (found.activationExpiresAt ?? 0) > this.#deps.clock.now();
    if (isValid) checkStrength(password, found, "password");
    const user = await this.#settle(found, isValid, wrongCode);
    await this.#setPassword(user, password, async (tx, current) => {
      // Between the check and here another browser may have used the code.
      if (current.activationHash !== activationHashOf(code)) throw wrongCode();
      await this.#deps.accounts.record(tx, byOneself(user), user, "user.activated", {
        id: "mengaktifkan akunnya",
        en: "activated the account",
      });
    });
    return user;
  }

  /** Ends every session of the account, the caller's too. @throws {AppError} BAD_INPUT, LOCKED */
  async changePassword(userId: string, current: string, next: string): Promise<UserRow> {
    const user = await this.#deps.db.read((tx) => new UserRepository(tx).get(userId));
    this.#refuseLocked(user);
    checkStrength(next, user, "next");
    const matches = await isPassword(current, user.passwordHash);
    await this.#settle(user, matches, () => {
      const message = { id: "Kata sandi saat ini salah", en: "The current password is wrong" };
      return new AppError("BAD_INPUT", "Expected the current password, but it is another one", {
        detail: message,
        errors: [{ path: "current", message }],
      });
    });
    await this.#setPassword(user, next, (tx) =>
      this.#deps.accounts.record(tx, byOneself(user), user, "user.password-changed", {
        id: "mengganti kata sandinya",
        en: "changed the password",
      }),
    );
    return user;
  }

  #refuseLocked({ lockedUntil }: UserRow): void {
    const now = this.#deps.clock.now();
    if (lockedUntil !== null && lockedUntil > now) throw locked(lockedUntil, now);
  }

  async #setPassword(
    user: UserRow,
    password: string,
    within: (tx: UnitOfWork, current: UserRow) => Promise<void>,
  ): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.#deps.db.transaction(async (tx) => {
      const users = new UserRepository(tx);
      await within(tx, await users.get(user.id));
      await users.update(user.id, { passwordHash, activationHash: null, activationExpiresAt: null });
      await users.endSessions(user.id);
    });
  }

  /** Keeps the count of failures; the error is thrown after the count is durable, or the rollback would forget it. */
  async #settle(user: UserRow | undefined, matches: boolean, refusal: () => AppError): Promise<UserRow> {
    if (user === undefined) throw refusal();
    const { db, clock } = this.#deps;
    const lockedUntil = await db.transaction(async (tx) => {
      const users = new UserRepository(tx);
      const current = await users.get(user.id);
      if (current.lockedUntil !== null && current.lockedUntil > clock.now()) return current.lockedUntil;
      if (matches) {
        await users.update(user.id, { failures: 0, firstFailureAt: null, lockedUntil: null });
        return null;
      }
      return this.#countFailure(tx, users, user);
    });
    if (lockedUntil !== null) throw locked(lockedUntil, clock.now());
    if (!matches) throw refusal();
    return user;
  }

  async #countFailure(tx: UnitOfWork, users: UserRepository, user: UserRow): Promise<number | null> {
    const now = this.#deps.clock.now();
    const failures = await users.countFailure(user.id, now, now - WINDOW_MS);
    if (failures < ATTEMPTS) return null;
    const lockedUntil = now + LOCK_MS;
    await users.update(user.id, { lockedUntil, failures: 0, firstFailureAt: null });
    await this.#deps.accounts.record(tx, { id: "system:sign-in", name: "Sistem", role: null }, user, "user.locked", {
      id: `mengunci akun ${user.username} selama 15 menit setelah 5 kali gagal masuk`,
      en: `locked the account ${user.username} for 15 minutes after 5 failed sign-ins`,
    });
    return lockedUntil;
  }
}
