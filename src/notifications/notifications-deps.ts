import type { Users } from "../identity/index.js";
import type { OutboxService } from "../outbox/index.js";
import type { Clock, IdGenerator, Logger } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { MailOptions } from "./channels/mail-channel.js";
import type { TelegramOptions } from "./channels/telegram-channel.js";

/** Where one person can be reached besides in the app. */
export interface Contact {
  readonly mail: string | null;
  readonly telegramChatId: string | null;
  readonly language: "id" | "en";
}

export interface NotificationsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  readonly outbox: OutboxService;
  readonly users: Pick<Users, "holders">;
  /** Addresses of one user; undefined when the user is gone. */
  readonly contactOf: (tx: UnitOfWork, userId: string) => Promise<Contact | undefined>;
  /** Absent: no mail leaves. */
  readonly mail?: MailOptions;
  /** Absent: no Telegram message leaves. */
  readonly telegram?: TelegramOptions;
  /** Address of the web application, for links in messages. */
  readonly baseUrl: () => string;
}
