import { In, LessThanOrEqual, MoreThan } from "typeorm";
import { AppError } from "../../platform/index.js";
import { containing, positional, type UnitOfWork } from "../../platform/db/index.js";
import { AliasEntity } from "./alias.entity.js";
import { RoleAssignmentEntity } from "./role-assignment.entity.js";
import { SessionEntity } from "./session.entity.js";
import { UserEntity } from "./user.entity.js";

export type UserRow = UserEntity;
export type RoleRow = RoleAssignmentEntity;
export type AliasRow = AliasEntity;

const notFound = (what: string, id: string): AppError =>
  new AppError("NOT_FOUND", `Expected ${what} '${id}', but there is none`, {
    detail: { id: `Tidak ada ${what === "user" ? "pengguna" : "peran"} '${id}'`, en: `There is no ${what} '${id}'` },
  });

/** Accounts of one unit of work. */
export class UserRepository {
  readonly #tx: UnitOfWork;

  constructor(tx: UnitOfWork) {
    this.#tx = tx;
  }

  async find(id: string): Promise<UserRow | undefined> {
    return (await this.#tx.manager.findOneBy(UserEntity, { id })) ?? undefined;
  }

  /** @throws {AppError} NOT_FOUND */
  async get(id: string): Promise<UserRow> {
    const row = await this.find(id);
    if (row === undefined) throw notFound("user", id);
    return row;
  }

  async byUsername(username: string): Promise<UserRow | undefined> {
    return (await this.#tx.manager.findOneBy(UserEntity, { username: username.trim().toLowerCase() })) ?? undefined;
  }

  /** The account that signs in by a name: its user name or an alias; the alias says in which role. */
  async bySignInName(name: string): Promise<UserRow | undefined> {
    const user = await this.byUsername(name);
    if (user !== undefined) return user;
    const alias = await this.alias(name);
    const owner = alias === undefined ? undefined : await this.find(alias.userId);
    if (alias === undefined || owner === undefined) return undefined;
    const start = (await this.rolesOf([owner.id])).find(({ role }) => role === alias.role);
    return start === undefined ? owner : Object.assign(new UserEntity(), owner, { lastRoleId: start.id });
  }

  async alias(name: string): Promise<AliasRow | undefined> {
    return (await this.#tx.manager.findOneBy(AliasEntity, { alias: name.trim().toLowerCase() })) ?? undefined;
  }

  async aliasesOf(userId: string): Promise<AliasRow[]> {
    return this.#tx.manager.find(AliasEntity, { where: { userId }, order: { alias: "ASC" } });
  }

  /** @throws unique violation when the alias is taken. */
  async addAlias(row: AliasRow): Promise<void> {
    await this.#tx.manager.insert(AliasEntity, row);
  }

  async byPerson(personId: string): Promise<UserRow | undefined> {
    const [row] = await this.#tx.manager.find(UserEntity, {
      where: { personId },
      order: { createdAt: "ASC" },
      take: 1,
    });
    return row;
  }

  byIds(ids: readonly string[]): Promise<UserRow[]> {
    return this.#tx.manager.findBy(UserEntity, { id: In([...ids]) });
  }

  byUsernames(usernames: readonly string[]): Promise<UserRow[]> {
    return this.#tx.manager.findBy(UserEntity, { username: In(usernames.map((name) => name.toLowerCase())) });
  }

  /** @throws unique violation when the user name is taken. */
  async insert(row: UserRow): Promise<void> {
    await this.#tx.manager.insert(UserEntity, row);
  }

  async update(id: string, change: Partial<UserRow>): Promise<void> {
    await this.#tx.manager.update(UserEntity, { id }, change);
  }

  async search(page: {
    readonly search?: string | undefined;
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly rows: UserRow[]; readonly total: number }> {
    const query = this.#tx.manager.createQueryBuilder(UserEntity, "u");
    if (page.search !== undefined && page.search.trim() !== "") {
      query.where("LOWER(u.username) LIKE :text ESCAPE '!' OR LOWER(u.displayName) LIKE :text ESCAPE '!'", {
        text: containing(page.search.trim().toLowerCase()),
      });
    }
    const [rows, total] = await query
      .orderBy("u.username", "ASC")
      .offset(page.offset)
      .limit(page.limit)
      .getManyAndCount();
    return { rows, total };
  }

  /** Active accounts that hold a role; with a scope id only within it, with null only those without a scope. */
  async holders(role: string, scopeId?: string | null): Promise<{ userId: string; displayName: string }[]> {
    const scope = scopeId === undefined ? "" : scopeId === null ? "AND r.scopeId IS NULL" : "AND r.scopeId = :scopeId";
    const { sql, values } = positional(
      `SELECT DISTINCT u.id AS userId, u.displayName AS displayName
       FROM identity_role_assignment r JOIN identity_user u ON u.id = r.userId
       WHERE r.role = :role ${scope} AND u.active = :active ORDER BY u.displayName, u.id`,
      { role, ...(typeof scopeId === "string" ? { scopeId } : {}), active: true },
    );
    return this.#tx.manager.query<{ userId: string; displayName: string }[]>(sql, [...values]);
  }

  /** Active accounts in any of the groups; a group without a scope takes in every holder of the role. */
  async inGroups(
    groups: readonly string[],
    search: string,
    limit: number,
  ): Promise<{ userId: string; username: string; displayName: string }[]> {
    if (groups.length === 0) return [];
    const parameters: Record<string, unknown> = { active: true, text: containing(search.trim().toLowerCase()) };
    const wanted = groups.map((group, index) => {
      const at = group.indexOf("@");
      parameters[`role${index}`] = at === -1 ? group : group.slice(0, at);
      if (at === -1) return `r.role = :role${index}`;
      parameters[`scope${index}`] = group.slice(at + 1);
      return `(r.role = :role${index} AND r.scopeId = :scope${index})`;
    });
    const { sql, values } = positional(
      `SELECT DISTINCT u.id AS userId, u.username AS username, u.displayName AS displayName
       FROM identity_role_assignment r JOIN identity_user u ON u.id = r.userId
       WHERE u.active = :active AND (${wanted.join(" OR ")})
         AND (LOWER(u.displayName) LIKE :text ESCAPE '!' OR u.username LIKE :text ESCAPE '!')
       ORDER BY u.displayName, u.id LIMIT ${Math.trunc(limit)}`,
      parameters,
    );
    return this.#tx.manager.query<{ userId: string; username: string; displayName: string }[]>(sql, [...values]);
  }

  rolesOf(userIds: readonly string[]): Promise<RoleRow[]> {
    return this.#tx.manager.find(RoleAssignmentEntity, {
      where: { userId: In([...userIds]) },
      order: { createdAt: "ASC", id: "ASC" },
    });
  }

  async addRole(row: RoleRow): Promise<void> {
    await this.#tx.manager.insert(RoleAssignmentEntity, row);
  }

  /** @throws {AppError} NOT_FOUND */
  async removeRole(userId: string, assignmentId: string): Promise<RoleRow> {
    const row = await this.#tx.manager.findOneBy(RoleAssignmentEntity, { id: assignmentId, userId });
    if (row === null) throw notFound("role", assignmentId);
    await this.#tx.manager.delete(RoleAssignmentEntity, { id: assignmentId });
    return row;
  }

  /** Signs an account out everywhere. */
  async endSessions(userId: string): Promise<void> {
    await this.#tx.manager.delete(SessionEntity, { userId });
  }

  /**
   * Counts one wrong password in a single statement, so that attempts side by side are all counted; a count that began before
   * `since` starts again at one.
   */
  async countFailure(id: string, now: number, since: number): Promise<number> {
    await this.#tx.manager.update(
      UserEntity,
      { id, firstFailureAt: LessThanOrEqual(since) },
      { failures: 0, firstFailureAt: null },
    );
    await this.#tx.manager.update(UserEntity, { id, failures: 0 }, { firstFailureAt: now });
    await this.#tx.manager.increment(UserEntity, { id, failures: MoreThan(-1) }, "failures", 1);
    return (await this.get(id)).failures;
  }
}
