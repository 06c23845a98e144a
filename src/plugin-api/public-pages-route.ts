import { PublicPages } from "../http/contract/session.js";
import { type AnyRoute, defineRoute } from "../http/index.js";
import type { PublicPage } from "./public-page.js";

/** GET /pages: what plugins offer to everyone; the front page links to it. */
export const publicPagesRoute = (pages: readonly PublicPage[]): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/pages",
    summary: "Pages that need no sign-in",
    tag: "pages",
    permission: "public",
    response: PublicPages,
    handle: () =>
      Promise.resolve({
        status: 200,
        body: pages.map(({ name, title, summary }) => ({ path: `/${name}`, title, summary })),
      }),
  });
