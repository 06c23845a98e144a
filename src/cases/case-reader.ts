import { createHash } from "node:crypto";
import { type Actor, groupsOf } from "../http/index.js";

/** Value of a reader's scope: its being there is all that counts. */
export const MAY_READ = "read";

/**
 * Kind of scope by which a case file keeps that someone may read it: one for each reader, so that there may be many. Hashed, because a
 * scope's name stands in statements and has a limited length and alphabet.
 * @param reader a group (`role`, `role@scope`) or `user:<id>`.
 */
export const readerScope = (reader: string): string =>
  `reader-${createHash("sha256").update(reader).digest("hex").slice(0, 32)}`;

export const userReader = (userId: string): string => `user:${userId}`;

/** All readers that a person is in the role chosen now. */
export const readersOf = (actor: Pick<Actor, "userId" | "role">): readonly string[] => [
  userReader(actor.userId),
  ...groupsOf(actor),
];
