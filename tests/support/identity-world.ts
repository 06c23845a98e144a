import { z } from "zod";
import { type AnyRoute, createHttpApp, defineRoute } from "../../src/http/index.js";
import {
  type AccessRules,
  type AccountHistory,
  createIdentity,
  entities,
  type Identity,
  migrations,
  type PeopleDirectory,
  type RoleDefinition,
} from "../../src/identity/index.js";
import { ControlledClock, randomIds, silentLogger } from "../../src/platform/index.js";
import type { Database } from "../../src/platform/db/index.js";
import { serve, type TestServer } from "./browser.js";
import { type DatabaseKind, openTestDatabase } from "./database.js";

type Entry = Parameters<AccountHistory["append"]>[1];

/** HTTP and identity alone, without the engine: small and quick. */
export interface IdentityWorld {
  readonly db: Database;
  readonly clock: ControlledClock;
  readonly identity: Identity;
  readonly server: TestServer;
  /** What went into the history. */
  readonly entries: readonly Entry[];
  /** An activated account. */
  person(account: { readonly username: string; readonly role?: string; readonly scopeId?: string }): Promise<string>;
  close(): Promise<void>;
}

export const PASSWORD = "rahasia-sekali-9";

const roles: readonly RoleDefinition[] = [
  { role: "checker", label: { id: "Pemeriksa", en: "Checker" }, scopeType: "agency" },
];

const people: PeopleDirectory = {
  describeScopes: (_tx, type, ids) =>
    Promise.resolve(new Map(type === "agency" ? ids.map((id) => [id, `Instansi ${id}`]) : [])),
  searchScopes: (_tx, type, text) =>
    Promise.resolve(type === "agency" ? [{ id: "a1", name: `Instansi a1 ${text}` }] : []),
  profile: (_tx, personId) => Promise.resolve([{ label: { id: "Nomor", en: "Number" }, value: personId }]),
};

/** Routes that only the tests have: one per kind of permission and failure. */
const tryRoutes: readonly AnyRoute[] = [
  defineRoute({
    method: "post",
    path: "/try/:size",
    summary: "Echoes",
    tag: "try",
    permission: "session",
    params: z.object({ size: z.enum(["small", "big"]) }),
    query: z.object({ times: z.coerce.number().int().min(1).default(1) }),
    body: z.strictObject({ name: z.string().min(3), age: z.int().optional() }),
    handle: ({ params, query, body }) => Promise.resolve({ status: 200, body: { ...params, ...query, ...body } }),
  }),
  defineRoute({
    method: "get",
    path: "/try/only-checkers",
    summary: "For checkers",
    tag: "try",
    permission: ["check", "Thing"],
    handle: () => Promise.resolve({ status: 200, body: { ok: true } }),
  }),
  defineRoute({
    method: "get",
    path: "/try/bug",
    summary: "Fails",
    tag: "try",
    permission: "public",
    handle: () => Promise.reject(new Error("secret detail of the inside")),
  }),
];

const access: AccessRules = ({ role }, { can }) => {
  if (role?.role === "checker") can("check", "Thing", { agency: role.scopeId ?? "" });
};

export const openIdentityWorld = async (kind: DatabaseKind = "sqlite"): Promise<IdentityWorld> => {
  const clock = new ControlledClock("2026-03-02T08:00:00+07:00");
  const ids = randomIds(clock);
  const db = await openTestDatabase(kind, { entities, migrations });
  const entries: Entry[] = [];
  const history: AccountHistory = {
    append(tx, entry) {
      tx.afterCommit(() => void entries.push(entry));
      return Promise.resolve();
    },
  };
  const identity = createIdentity({
    db,
    clock,
    ids,
    history,
    roles: () => roles,
    access: () => [access],
    people: () => [people],
    sessionHours: 8,
  });
  const app = createHttpApp({
    db,
    clock,
    ids,
    logger: silentLogger,
    callers: identity.callers,
    sessions: { store: identity.sessionStore, secret: await identity.sessionSecret(), hours: 8, secure: false },
    routes: [...identity.routes, ...tryRoutes],
    webFolder: null,
    engineApi: null,
    readiness: [{ name: "database", check: async () => void (await db.read((tx) => tx.manager.query("SELECT 1"))) }],
  });
  const server = await serve(app);

  return {
    db,
    clock,
    identity,
    server,
    entries,
    person: ({ username, role, scopeId }) =>
      db.transaction(async (tx) => {
        const { userId } = await identity.users.create(tx, {
          username,
          displayName: `Orang ${username}`,
          personId: `p-${username}`,
        });
        await identity.users.setDemoPassword(tx, userId, PASSWORD);
        if (role !== undefined) {
          const scope = scopeId === undefined ? { scopeType: null, scopeId: null } : { scopeType: "agency", scopeId };
          await identity.users.assign(tx, userId, { role, ...scope });
        }
        return userId;
      }),
    async close() {
      await server.close();
      await db.close();
    },
  };
};
