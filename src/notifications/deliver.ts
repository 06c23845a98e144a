import { z } from "zod";
import type { UnitOfWork } from "../platform/db/index.js";
import type { Channel } from "./channels/channel.js";
import { writeLetter } from "./channels/letter.js";
import { NotificationRepository } from "./data/notification.repository.js";
import type { Contact, NotificationsDeps } from "./notifications-deps.js";

type ChannelName = "mail" | "telegram";

const Payload = z.object({ notificationId: z.string() });

const addressOf = (contact: Contact | undefined, channel: ChannelName): string | null =>
  (channel === "mail" ? contact?.mail : contact?.telegramChatId) ?? null;

/** Orders messages with the outbox, one for each channel that reaches the person, and sends them when their turn comes. */
export const registerDelivery = (
  { db, outbox, contactOf, baseUrl }: Pick<NotificationsDeps, "db" | "outbox" | "contactOf" | "baseUrl">,
  channels: Readonly<Record<ChannelName, Channel | undefined>>,
): { order(tx: UnitOfWork, notificationId: string, contact: Contact | undefined): Promise<void> } => {
  for (const channel of ["mail", "telegram"] as const) {
    outbox.register(`notification.${channel}`, async (payload, { messageId }) => {
      const { notificationId } = Payload.parse(payload);
      const { notification, contact } = await db.read(async (tx) => {
        const found = await new NotificationRepository(tx).find(notificationId);
        return { notification: found, contact: found && (await contactOf(tx, found.userId)) };
      });
      const address = addressOf(contact, channel);
      // The person, the address or the channel may be gone by now: the news stays in the app.
      if (notification === undefined || contact === undefined || address === null) return;
      await channels[channel]?.send(address, writeLetter(notification, contact.language, baseUrl()), messageId);
    });
  }

  return {
    async order(tx, notificationId, contact) {
      for (const channel of ["mail", "telegram"] as const) {
        if (channels[channel] === undefined || addressOf(contact, channel) === null) continue;
        await outbox.enqueue(tx, {
          kind: `notification.${channel}`,
          // Messages are independent: one mailbox that is full holds up nobody.
          orderKey: `${channel}:${notificationId}`,
          payload: { notificationId },
        });
      }
    },
  };
};
