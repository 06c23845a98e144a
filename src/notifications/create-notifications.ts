import type { Localised } from "../platform/index.js";
import type { UnitOfWork } from "../platform/db/index.js";
import type { Channel } from "./channels/channel.js";
import { createMailChannel } from "./channels/mail-channel.js";
import { createTelegramChannel } from "./channels/telegram-channel.js";
import { NotificationRepository } from "./data/notification.repository.js";
import { registerDelivery } from "./deliver.js";
import type { NewNotification, Notifications } from "./notification.js";
import type { NotificationsDeps } from "./notifications-deps.js";

export interface NotificationsService extends Notifications {
  list(
    tx: UnitOfWork,
    userId: string,
    page: { readonly offset: number; readonly limit: number; readonly unreadOnly: boolean },
  ): Promise<{
    readonly items: readonly {
      readonly id: string;
      readonly title: Localised;
      readonly body: Localised;
      readonly caseId: string | null;
      readonly at: number;
      readonly readAt: number | null;
    }[];
    readonly unread: number;
    readonly total: number;
  }>;
  markRead(tx: UnitOfWork, userId: string, ids: readonly string[] | "all"): Promise<void>;
  /** Ends connections of the mail channel. */
  close(): void;
}

/** Ids of the receivers, each once. */
const receivers = async (
  tx: UnitOfWork,
  users: NotificationsDeps["users"],
  to: NewNotification["to"],
): Promise<readonly string[]> => {
  const found = new Set<string>();
  for (const receiver of to) {
    if ("userId" in receiver) found.add(receiver.userId);
    else
      for (const { userId } of await users.holders(tx, receiver.role, receiver.scopeId))
        if (userId !== receiver.exceptUserId) found.add(userId);
  }
  return [...found];
};

/** Registers the channels' handlers (`notification.mail`, `notification.telegram`) with the outbox. */
export const createNotifications = (deps: NotificationsDeps): NotificationsService => {
  const { clock, ids, users, contactOf } = deps;
  const channels: Record<"mail" | "telegram", Channel | undefined> = {
    mail: deps.mail === undefined ? undefined : createMailChannel(deps.mail),
    telegram: deps.telegram === undefined ? undefined : createTelegramChannel(deps.telegram),
  };
  const delivery = registerDelivery(deps, channels);

  return {
    async notify(tx, { to, title, body, caseId = null, key }) {
      const repository = new NotificationRepository(tx);
      const everyone = await receivers(tx, users, to);
      const told = await repository.toldAlready(key, everyone);
      for (const userId of everyone.filter((id) => !told.has(id))) {
        const id = ids.next();
        await repository.add({ id, userId, key, title, body, caseId, at: clock.now(), readAt: null });
        await delivery.order(tx, id, await contactOf(tx, userId));
      }
    },
    list: (tx, userId, page) => new NotificationRepository(tx).page(userId, page),
    markRead: (tx, userId, which) => new NotificationRepository(tx).markRead(userId, which, clock.now()),
    close() {
      channels.mail?.close();
      channels.telegram?.close();
    },
  };
};
