import type { RoleAssignment } from "../../http/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import { UserRepository, type UserRow } from "../data/user.repository.js";

/** An account as the administration pages show it. */
export interface UserView {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly active: boolean;
  /** Whether a password has been set. */
  readonly activated: boolean;
  /** Epoch ms. */
  readonly lockedUntil: number | null;
  readonly roles: readonly RoleAssignment[];
}

const viewsOf = async (users: UserRepository, rows: readonly UserRow[]): Promise<UserView[]> => {
  const assignments = await users.rolesOf(rows.map(({ id }) => id));
  return rows.map(({ id, username, displayName, mail, active, passwordHash, lockedUntil }) => ({
    userId: id,
    username,
    displayName,
    mail,
    active,
    activated: passwordHash !== null,
    lockedUntil,
    roles: assignments.filter(({ userId }) => userId === id),
  }));
};

/** One page of accounts by user name; `search` looks for a part of user name or name. */
export const searchUsers = async (
  tx: UnitOfWork,
  page: { readonly search?: string | undefined; readonly offset: number; readonly limit: number },
): Promise<{ readonly items: readonly UserView[]; readonly total: number }> => {
  const users = new UserRepository(tx);
  const { rows, total } = await users.search(page);
  return { items: await viewsOf(users, rows), total };
};

/** @throws {AppError} NOT_FOUND */
export const getUser = async (tx: UnitOfWork, userId: string): Promise<UserView> => {
  const users = new UserRepository(tx);
  const row = await users.get(userId);
  const [view] = await viewsOf(users, [row]);
  if (view === undefined) throw new Error(`Expected a view of user '${userId}', but there is none`);
  return view;
};

/** The role to start with at the next sign-in. */
export const rememberRole = (tx: UnitOfWork, userId: string, roleId: string): Promise<void> =>
  new UserRepository(tx).update(userId, { lastRoleId: roleId });

/** Language of the interface and of messages. */
export const chooseLanguage = (tx: UnitOfWork, userId: string, language: "id" | "en"): Promise<void> =>
  new UserRepository(tx).update(userId, { language });
