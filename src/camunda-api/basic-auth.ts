import type { Administration } from "./administration.js";
import type { RecordStore } from "./context.js";
import type { PasswordCheck } from "./password.js";
import { ApiProblem } from "./problem.js";

/** Names of the first users with their passwords: they become users of the engine with the role `admin`. */
export type BasicAuthUsers = ReadonlyMap<string, string>;

/** Finds out who sends a request. */
export interface Authentication {
  /**
   * Checks an `Authorization` header and gives the user's name.
   *
   * @throws {ApiProblem} 401 when the header is absent, is not basic, or names a wrong user or password.
   */
  username(header: string | undefined): Promise<string>;
}

const unauthorized = (detail: string): ApiProblem =>
  new ApiProblem(401, "Unauthorized", detail, { "www-authenticate": 'Basic realm="engine", charset="UTF-8"' });

/** A hash that no password has: an unknown name takes as long as a wrong password. */
const NOBODY = `scrypt$${Buffer.alloc(16).toString("base64")}$${Buffer.alloc(32).toString("base64")}`;

/** Basic authentication against the users of the engine. */
export const basicAuthentication = (
  store: RecordStore,
  administration: Administration,
  passwords: PasswordCheck,
): Authentication => ({
  username: async (header) => {
    const encoded = header === undefined ? undefined : /^Basic +(.+)$/iu.exec(header)?.[1];
    if (encoded === undefined)
      throw unauthorized("Expected an Authorization header with basic credentials, but there is none");
    const [username = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
    await administration.ready();
    const [user] = await store.select({ table: "admin_user", equals: { username, open: true }, limit: 1 });
    const isRight = await passwords.matches(rest.join(":"), user?.passwordHash ?? NOBODY);
    if (user === undefined || !isRight)
      throw unauthorized("Expected a known user and the right password, but they do not match");
    return username;
  },
});
