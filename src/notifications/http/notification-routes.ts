import { z } from "zod";
import type { AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import { PageQuery } from "../../http/contract/shared-shapes.js";
import { NotificationList } from "../../http/contract/session.js";
import { inLanguage } from "../../platform/index.js";
import type { NotificationsService } from "../create-notifications.js";

export interface NotificationRoutesDeps {
  readonly notifications: NotificationsService;
}

/** GET /notifications, POST /notifications/read. */
export const notificationRoutes = ({ notifications }: NotificationRoutesDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/notifications",
    summary: "The caller's messages, newest first",
    tag: "notifications",
    permission: "session",
    query: PageQuery.extend({ unread: z.enum(["true", "false"]).default("false") }),
    response: NotificationList,
    async handle({ query, actor, tx, language }) {
      const { items, unread, total } = await notifications.list(tx, actor.userId, {
        offset: query.offset,
        limit: query.limit,
        unreadOnly: query.unread === "true",
      });
      return {
        status: 200,
        body: {
          items: items.map(({ id, title, body, caseId, at, readAt }) => ({
            id,
            title: inLanguage(title, language),
            body: inLanguage(body, language),
            caseId,
            at,
            readAt,
          })),
          unread,
          total,
        },
      };
    },
  }),
  defineRoute({
    method: "post",
    path: "/notifications/read",
    summary: "Marks some of the caller's messages, or all, as read",
    tag: "notifications",
    permission: "session",
    body: z.object({ ids: z.union([z.literal("all"), z.array(z.string().max(36)).max(500)]) }),
    async handle({ body, actor, tx }) {
      await notifications.markRead(tx, actor.userId, body.ids);
      return { status: 204 };
    },
  }),
];
