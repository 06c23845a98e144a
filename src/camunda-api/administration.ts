import type { Engine } from "../engine/index.js";
import { defaultAuthorizations, defaultRoles, defaultTenant } from "./authorization/default-roles.js";
import { accepted } from "./command.js";
import type { RecordStore } from "./context.js";
import type { Operation } from "./operation.js";
import { hashPassword, type PasswordCheck } from "./password.js";

/** Sees to it that default tenant, default roles and first users are there. */
export interface Administration {
  /** Resolves when they are; done once, when somebody first needs them. */
  ready(): Promise<void>;
}

/**
 * @param users first users with their passwords; they get the role `admin`.
 */
export function createAdministration(
  engine: Engine,
  store: RecordStore,
  users: ReadonlyMap<string, string> | undefined,
  passwords: PasswordCheck,
): Administration {
  let done: Promise<void> | undefined;
  return {
    ready: () => {
      done ??= setUp(engine, store, users, passwords).catch((error: unknown) => {
        // The next request tries again: the engine may only have been busy.
        done = undefined;
        throw error;
      });
      return done;
    },
  };
}

async function setUp(
  engine: Engine,
  store: RecordStore,
  users: ReadonlyMap<string, string> | undefined,
  passwords: PasswordCheck,
): Promise<void> {
  const admins: { username: string; passwordHash: string }[] = [];
  for (const [username, password] of users ?? []) {
    const [existing] = await store.select({ table: "admin_user", equals: { username, open: true }, limit: 1 });
    const isRight = existing !== undefined && (await passwords.matches(password, existing.passwordHash));
    admins.push({ username, passwordHash: isRight ? existing.passwordHash : await hashPassword(password) });
  }
  const outcome = await engine.submit({
    type: "administration.set-up",
    tenant: defaultTenant,
    roles: defaultRoles,
    authorizations: defaultAuthorizations,
    admins,
  });
  accepted(outcome);
}

/** Operations that find the default records there. */
export const afterSetUp = (administration: Administration, operations: readonly Operation[]): readonly Operation[] =>
  operations.map((operation) => ({
    ...operation,
    handle: async (call) => {
      await administration.ready();
      return operation.handle(call);
    },
  }));
