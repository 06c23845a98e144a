import { z } from "zod";
import { type AnyRoute, defineRoute } from "../../http/index.js";
import { NewUser, NewUserCreated, RoleInput, RoleList, UserItem, UserList } from "../../http/contract/admin.js";
import { PageQuery } from "../../http/contract/shared-shapes.js";
import { RoleChoice } from "../../http/contract/session.js";
import { AppError, type Localised } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import { byActor } from "../app/account-history.js";
import type { Accounts } from "../app/accounts.js";
import { getUser, searchUsers, type UserView } from "../app/user-directory.js";
import type { PeopleDirectory, RoleDefinition } from "../people.js";
import { roleChoices, type RoleNames } from "./session-view.js";

export interface UserRoutesDeps extends RoleNames {
  readonly accounts: Accounts;
  readonly roles: () => readonly RoleDefinition[];
}

const MANAGE = ["manage", "User"] as const;
const UserId = z.object({ id: z.string().min(1).max(64) });
const AssignmentId = UserId.extend({ assignmentId: z.string().min(1).max(64) });
/** As the Bot API numbers chats; groups are negative. */
const TelegramChatId = z.string().regex(/^-?\d{1,20}$/u);
const UserChange = z.object({
  active: z.boolean().optional(),
  displayName: z.string().trim().min(2).max(200).optional(),
  mail: z.email().max(200).nullable().optional(),
  telegramChatId: TelegramChatId.nullable().optional(),
});

type UserItem = z.infer<typeof UserItem>;
type NewUser = z.infer<typeof NewUser>;

const itemOf = async (tx: UnitOfWork, user: UserView, deps: UserRoutesDeps): Promise<UserItem> => ({
  ...user,
  roles: await roleChoices(tx, user.roles, deps),
});

const list = (deps: UserRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/users",
    summary: "Accounts with their roles",
    tag: "users",
    permission: MANAGE,
    query: PageQuery,
    response: UserList,
    async handle({ tx, query }) {
      const { items: users, total } = await searchUsers(tx, query);
      const items: UserItem[] = [];
      for (const user of users) items.push(await itemOf(tx, user, deps));
      return { status: 200, body: { items, total } };
    },
  });

const taken = (username: string): AppError => {
  const message = {
    id: `Nama pengguna '${username}' sudah dipakai`,
    en: `The user name '${username}' is taken`,
  };
  return new AppError("CONFLICT", `Expected a new user name, but '${username}' is taken`, {
    detail: message,
    errors: [{ path: "username", message }],
  });
};

/** What the directories say of a new account. @throws {AppError} BAD_INPUT when one refuses it. */
const checked = async (tx: UnitOfWork, account: NewUser, people: readonly PeopleDirectory[]): Promise<Localised[]> => {
  const notes: Localised[] = [];
  for (const directory of people) {
    const found = await directory.accountCheck?.(tx, account);
    if (found === undefined) continue;
    const { refusal } = found;
    if (refusal !== null) {
      const path = account.personId === null ? "username" : "personId";
      throw new AppError("BAD_INPUT", `Expected a person who may have an account, but: ${refusal.en}`, {
        detail: refusal,
        errors: [{ path, message: refusal }],
      });
    }
    notes.push(...found.notes);
  }
  return notes;
};

const create = ({ accounts, people }: UserRoutesDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/users",
    summary: "Make an account; the answer carries its one-time activation code, which is shown only here",
    tag: "users",
    permission: MANAGE,
    body: NewUser,
    response: NewUserCreated,
    async handle({ tx, actor, body }) {
      const notes = await checked(tx, body, people());
      const created = await accounts.create(tx, body, byActor(actor));
      if (created.activationCode === null) throw taken(body.username);
      return { status: 201, body: { ...created, notes } };
    },
  });

const change = (deps: UserRoutesDeps): AnyRoute =>
  defineRoute({
    method: "patch",
    path: "/users/:id",
    summary: "Change name or mail address, close or reopen an account",
    tag: "users",
    permission: MANAGE,
    params: UserId,
    body: UserChange,
    response: UserItem,
    async handle({ tx, actor, params, body }) {
      await deps.accounts.change(tx, params.id, body, byActor(actor));
      return { status: 200, body: await itemOf(tx, await getUser(tx, params.id), deps) };
    },
  });

const renew = ({ accounts }: UserRoutesDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/users/:id/activation",
    summary: "Make a new activation code; password and sessions of the account end",
    tag: "users",
    permission: MANAGE,
    params: UserId,
    response: NewUserCreated,
    async handle({ tx, actor, params }) {
      const activationCode = await accounts.renewActivation(tx, params.id, byActor(actor));
      return { status: 200, body: { userId: params.id, activationCode, notes: [] } };
    },
  });

const assign = (deps: UserRoutesDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/users/:id/roles",
    summary: "Give a role",
    tag: "users",
    permission: MANAGE,
    params: UserId,
    body: RoleInput,
    response: RoleChoice,
    async handle({ tx, actor, params, body }) {
      const row = await deps.accounts.assign(tx, params.id, body, byActor(actor));
      const [choice] = await roleChoices(tx, [row], deps);
      return { status: 201, ...(choice === undefined ? {} : { body: choice }) };
    },
  });

const remove = ({ accounts }: UserRoutesDeps): AnyRoute =>
  defineRoute({
    method: "delete",
    path: "/users/:id/roles/:assignmentId",
    summary: "Take a role away",
    tag: "users",
    permission: MANAGE,
    params: AssignmentId,
    async handle({ tx, actor, params }) {
      await accounts.remove(tx, params.id, params.assignmentId, byActor(actor));
      return { status: 204 };
    },
  });

const roles = ({ roles: definitions }: UserRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/roles",
    summary: "Roles of the platform and of every process app",
    tag: "users",
    permission: MANAGE,
    response: RoleList,
    handle: () =>
      Promise.resolve({
        status: 200,
        body: definitions().map(({ role, label, scopeType }) => ({ role, label, scopeType })),
      }),
  });

const scopes = ({ people }: UserRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/scopes/:type",
    summary: "Scopes of a kind that a role can be held in",
    tag: "users",
    permission: MANAGE,
    params: z.object({ type: z.string().min(1).max(64) }),
    query: z.object({ search: z.string().max(200).default("") }),
    response: z.array(z.object({ id: z.string(), name: z.string() })),
    async handle({ tx, params, query }) {
      const found: { id: string; name: string }[] = [];
      for (const directory of people()) found.push(...(await directory.searchScopes(tx, params.type, query.search)));
      return { status: 200, body: found };
    },
  });

/** Accounts and roles, for administrators. */
export const userRoutes = (deps: UserRoutesDeps): AnyRoute[] =>
  [list, create, change, renew, assign, remove, roles, scopes].map((route) => route(deps));
