import { z } from "zod";
import { type AnyRoute, defineRoute } from "../../http/index.js";
import { Profile } from "../../http/contract/session.js";
import { byActor } from "../app/account-history.js";
import type { Accounts } from "../app/accounts.js";
import type { PeopleDirectory } from "../people.js";

export interface ProfileRoutesDeps {
  readonly accounts: Accounts;
  readonly people: () => readonly PeopleDirectory[];
}

const read = ({ accounts, people }: ProfileRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/profile",
    summary: "The own profile",
    tag: "session",
    permission: "session",
    response: Profile,
    async handle({ tx, actor }) {
      const lines: Profile["lines"] = [];
      if (actor.personId !== null) {
        for (const directory of people()) lines.push(...(await directory.profile(tx, actor.personId)));
      }
      const contact = await accounts.contactOf(tx, actor.userId);
      return { status: 200, body: { displayName: actor.displayName, username: actor.username, lines, contact } };
    },
  });

const changeContact = ({ accounts }: ProfileRoutesDeps): AnyRoute =>
  defineRoute({
    method: "put",
    path: "/profile/contact",
    summary: "Where messages reach one besides in the application",
    tag: "session",
    permission: "session",
    body: z.strictObject({
      mail: z.email().max(200).nullable(),
      /** As the Bot API numbers chats. */
      telegramChatId: z
        .string()
        .regex(/^-?\d{1,20}$/u)
        .nullable(),
    }),
    async handle({ tx, actor, body }) {
      await accounts.change(tx, actor.userId, body, byActor(actor));
      return { status: 204 };
    },
  });

/** The own profile: what the people directories know of the person, and the own addresses. */
export const profileRoutes = (deps: ProfileRoutesDeps): AnyRoute[] => [read(deps), changeContact(deps)];
