import { UserRepository, type UserRow } from "../data/user.repository.js";
import type { UserContact, Users } from "../people.js";
import { systemAccounts } from "./account-history.js";
import type { Accounts } from "./accounts.js";
import { hashPassword } from "./password.js";
import type { ShownCodes } from "./shown-codes.js";

const contactOf = ({ id, username, displayName, mail, telegramChatId, language }: UserRow): UserContact => ({
  userId: id,
  username,
  displayName,
  mail,
  telegramChatId,
  language,
});

/** Users and roles as plugins and the other modules see them. */
export const pluginUsers = (accounts: Accounts, codes: ShownCodes): Users => ({
  async find(tx, userId) {
    const user = await new UserRepository(tx).find(userId);
    if (user === undefined) return undefined;
    const { username, displayName, personId } = user;
    return { userId, username, displayName, personId };
  },
  async findByPerson(tx, personId) {
    const user = await new UserRepository(tx).byPerson(personId);
    return user === undefined ? undefined : { userId: user.id, username: user.username, displayName: user.displayName };
  },
  async contacts(tx, which) {
    const users = new UserRepository(tx);
    const rows = "ids" in which ? await users.byIds(which.ids) : await users.byUsernames(which.usernames);
    return rows.map(contactOf);
  },
  inGroups: (tx, groups, search, limit) => new UserRepository(tx).inGroups(groups, search, limit),
  holders: (tx, role, scopeId) => new UserRepository(tx).holders(role, scopeId),
  async create(tx, { showCodeTo, ...account }) {
    const created = await accounts.create(tx, account, systemAccounts);
    if (showCodeTo !== undefined && created.activationCode !== null)
      codes.keep(tx, created.userId, created.activationCode, showCodeTo);
    return created;
  },
  async assign(tx, userId, role) {
    await accounts.assign(tx, userId, role, systemAccounts);
  },
  addAlias: (tx, userId, alias) => accounts.addAlias(tx, userId, alias, systemAccounts),
  async rolesOf(tx, userId) {
    const held = await new UserRepository(tx).rolesOf([userId]);
    return held.map(({ role, scopeType, scopeId }) => ({ role, scopeType, scopeId }));
  },
  async renewActivation(tx, userId, showCodeTo) {
    const code = await accounts.renewActivation(tx, userId, systemAccounts);
    if (showCodeTo !== undefined) codes.keep(tx, userId, code, showCodeTo);
    return code;
  },
  activation: (tx, userId, reader) => codes.activationOf(tx, userId, reader),
  setActive: (tx, userId, active) => accounts.change(tx, userId, { active }, systemAccounts),
  async setDemoPassword(tx, userId, password) {
    await new UserRepository(tx).update(userId, {
      passwordHash: await hashPassword(password),
      activationHash: null,
      activationExpiresAt: null,
    });
  },
});
