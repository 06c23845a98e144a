import { createHash, timingSafeEqual } from "node:crypto";
import { ApiProblem } from "./problem.js";

/** Names of users with their passwords, for basic authentication. */
export type BasicAuthUsers = ReadonlyMap<string, string>;

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const unauthorized = (detail: string): ApiProblem =>
  new ApiProblem(401, "Unauthorized", detail, { "www-authenticate": 'Basic realm="engine", charset="UTF-8"' });

/**
 * Checks an `Authorization` header and gives the user's name.
 *
 * @throws {ApiProblem} 401 when the header is absent, is not basic, or names a wrong user or password.
 */
export function authenticateBasic(users: BasicAuthUsers, header: string | undefined): string {
  const encoded = header === undefined ? undefined : /^Basic +(.+)$/iu.exec(header)?.[1];
  if (encoded === undefined)
    throw unauthorized("Expected an Authorization header with basic credentials, but there is none");
  const [name = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  const expected = users.get(name);
  // Both digests are always compared: an unknown name takes as long as a wrong password.
  const isRight = timingSafeEqual(digest(rest.join(":")), digest(expected ?? ""));
  if (expected === undefined || !isRight)
    throw unauthorized("Expected a known user and the right password, but they do not match");
  return name;
}
