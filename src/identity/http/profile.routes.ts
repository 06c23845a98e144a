import { type AnyRoute, defineRoute } from "../../http/index.js";
import { Profile } from "../../http/contract/session.js";
import type { PeopleDirectory } from "../people.js";

/** The own profile: what the people directories know of the person. */
export const profileRoutes = ({ people }: { readonly people: () => readonly PeopleDirectory[] }): AnyRoute[] => [
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
      return { status: 200, body: { displayName: actor.displayName, username: actor.username, lines } };
    },
  }),
];
